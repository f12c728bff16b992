import { percentOf } from "../core/ratio.ts";

/** Prose wider than this is hard to read, however wide the terminal is. */
const WIDEST = 100;

/** Below this nothing sensible can be laid out; lines are then longer than the terminal. */
const NARROWEST = 40;

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Terminal columns that a text takes: two for East Asian wide characters and emoji, none for combining marks. */
export function width(text: string): number {
  let columns = 0;
  for (const char of text) columns += WIDE.test(char) ? 2 : /\p{M}/u.test(char) ? 0 : 1;
  return columns;
}

/** Fills a text up to `columns` with spaces on its right, or on its left for figures. */
export function pad(text: string, columns: number, side: "left" | "right" = "right"): string {
  const space = " ".repeat(Math.max(0, columns - width(text)));
  return side === "right" ? text + space : space + text;
}

/** Lines of at most `columns`, broken at spaces only: a long word stays whole, so that it can be copied. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && width(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  return lines;
}

/** The width to lay prose out in, from what the terminal says. */
export function proseWidth(columns: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, columns));
}

/** One labelled line of a block. `whole`: never wrapped, because it is to be copied. */
export interface Row {
  readonly label: string;
  readonly text: string;
  readonly whole?: boolean;
}

/** Labels in one column, texts in the next, wrapped lines under their text. Colours come in through `label`. */
export function rows(
  list: readonly Row[],
  options: { readonly indent: number; readonly columns: number; readonly label: (text: string) => string },
): readonly string[] {
  const gutter = Math.max(0, ...list.map((row) => width(row.label))) + 2;
  const room = proseWidth(options.columns) - options.indent - gutter;
  return list.flatMap((row) => {
    const lines = row.whole ? [row.text] : wrap(row.text, room);
    return lines.map((line, index) => {
      const label =
        index === 0 ? options.label(row.label) + " ".repeat(gutter - width(row.label)) : " ".repeat(gutter);
      return `${" ".repeat(options.indent)}${label}${line}`.trimEnd();
    });
  });
}

/** A count with thousands apart: `12,345`. The same in every locale. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ",");
}

/** A share in per cent, one decimal, rounded down so that it says 100 only for all; `<0.1 %` for what is not nothing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return "";
  if (part > 0 && part * 1000 < whole) return "<0.1 %";
  return `${percent(part, whole)} %`;
}

/** A share in per cent, one decimal, rounded down so that it says 100.0 only for all. `whole` is more than nothing. */
export function percent(part: number, whole: number): string {
  return percentOf(part, whole).toFixed(1);
}

/** `1 commit`, `2 commits`. */
export function plural(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

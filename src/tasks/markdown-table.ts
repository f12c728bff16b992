import { forEachLine, type Range } from "./checklist.ts";
import { withoutComments } from "./html-comment.ts";

/** A data row of a Markdown table. */
export interface TableRow {
  /** Trimmed; code marks around a whole cell are dropped. */
  readonly cells: readonly string[];
  readonly line: number;
}

const RULE = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

/** The data rows of the first table in a range: what follows its line of dashes, up to a line that is no row. */
export function readTable(text: string, range: Range): readonly TableRow[] {
  const found: TableRow[] = [];
  let state: "before" | "in" | "after" = "before";
  const whole = { start: 0, end: range.end - range.start, line: range.line };
  forEachLine(withoutComments(text.slice(range.start, range.end)), whole, (content, _, line) => {
    const row = content.trim();
    if (state === "before" && row.includes("|") && row.includes("-") && RULE.test(row)) state = "in";
    else if (state === "in" && row.includes("|")) found.push({ cells: cellsOf(row), line });
    else if (state === "in" && row !== "") state = "after";
  });
  return found;
}

/** Splits at bars that no backslash escapes. */
function cellsOf(row: string): readonly string[] {
  const inner = row.replace(/^\|/, "").replace(/([^\\])\|$/, "$1");
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .replaceAll("\\|", "|")
      .trim()
      .replace(/^`([^`]+)`$/, "$1"),
  );
}

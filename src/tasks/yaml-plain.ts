import type { YamlDocument, YamlMapping, YamlValue } from "./yaml-value.ts";

/** Anything but printable ASCII, line feeds and letters beyond ASCII is left to the full reader. */
const ODD = /[^\n\x20-\x7e\u00a1-\u2027\u202a-\ufefe\uff00-\ufffd]/;
/** Deeper or longer than any plain file has; the full reader has limits of its own. */
const PAIR = /^( {0,20})([A-Za-z_][A-Za-z0-9_-]{0,99}):(?: +(.*))?$/;
const ITEM = /^( *)- +(.*)$/;
const NOTHING = /^ *(?:#.*)?$/;
/** A line with words, and without blanks behind them. */
const FOLDED = /^( {0,20})([^ ](?:.*[^ ])?)$/;
const PLAIN_START = /^[^-?:,[\]{}#&*!|>'"%@` ]/;
const SINGLE = /^'((?:[^']|'')*)'(?: +#.*)?$/;
const DOUBLE = /^"([^"\\]*)"(?: +#.*)?$/;
const FLOW_ITEM = /^ *(?:'((?:[^']|'')*)'|"([^"\\]*)"|([^-?:,[\]{}#&*!|>'"%@` ][^,[\]{}:#'"]*)) *(,|$)/;

interface Line {
  readonly indent: number;
  readonly key: string | null;
  /** Text after `key:` or `- `. */
  readonly rest: string;
  /** The text below `key: >-`, as long titles are written; null: it is no such key. */
  readonly folded: string | null;
  readonly number: number;
}

interface Cursor {
  readonly lines: readonly Line[];
  at: number;
}

/**
 * Reads the YAML that task files are nearly always made of (`key: scalar`, lists of scalars, maps of those) in one
 * pass. Null: the text holds something else, and the full reader decides. A text it reads has exactly the full
 * reader's meaning: it is an accelerator, never a second dialect.
 */
export function readPlainYaml(text: string): YamlDocument | null {
  if (ODD.test(text)) return null;
  const lines = splitLines(text);
  if (lines === null) return null;
  const cursor = { lines, at: 0 };
  const values = readMap(cursor, 0);
  if (values === null || cursor.at < lines.length) return null;
  return { values, lines: topLines(lines) };
}

function splitLines(text: string): Line[] | null {
  const lines: Line[] = [];
  const raw = text.split("\n");
  for (let at = 0; at < raw.length; at++) {
    const content = raw[at] ?? "";
    if (NOTHING.test(content)) continue;
    const line = readLine(content, at + 1);
    if (line === null) return null;
    if (line.key === null || line.rest !== ">-") {
      lines.push(line);
      continue;
    }
    const below = foldedBelow(raw, at + 1, line.indent);
    if (below.length === 0) return null;
    lines.push({ ...line, folded: below.map(({ words }) => words).join(" ") });
    at += below.length;
  }
  return lines;
}

/** The lines of a folded scalar without blank lines, all at one indentation; none where it has another shape. */
function foldedBelow(
  raw: readonly string[],
  from: number,
  parent: number,
): readonly { readonly words: string }[] {
  const below: { readonly words: string; readonly indent: number }[] = [];
  for (let at = from; at < raw.length; at++) {
    const [, indent = "", words] = FOLDED.exec(raw[at] ?? "") ?? [];
    if (words === undefined) return [];
    if (indent.length <= parent) break;
    below.push({ words, indent: indent.length });
  }
  return below.every(({ indent }) => indent === below[0]?.indent) ? below : [];
}

function readLine(raw: string, number: number): Line | null {
  const [, indent, key, rest] = PAIR.exec(raw) ?? [];
  if (indent !== undefined && key !== undefined) {
    return { indent: indent.length, key, rest: trimSpaces(rest ?? ""), folded: null, number };
  }
  const [, dash, item] = ITEM.exec(raw) ?? [];
  if (dash === undefined || item === undefined) return null;
  return { indent: dash.length, key: null, rest: trimSpaces(item), folded: null, number };
}

function trimSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === " ") end--;
  return text.slice(0, end);
}

function topLines(lines: readonly Line[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of lines) if (line.indent === 0 && line.key !== null) found.set(line.key, line.number);
  return found;
}

/** All pairs at one indentation; null where a key stands twice or a value is not plain. */
function readMap(cursor: Cursor, indent: number): YamlMapping | null {
  const map = new Map<string, YamlValue>();
  for (let line = cursor.lines[cursor.at]; line !== undefined && line.indent === indent; ) {
    if (line.key === null || map.has(line.key)) return null;
    cursor.at++;
    const value = line.folded ?? (line.rest === "" ? readBlock(cursor, indent) : readInline(line.rest));
    if (value === null) return null;
    map.set(line.key, value);
    line = cursor.lines[cursor.at];
    // A deeper line after a value is that value's continuation, which only the full reader understands.
    if (line !== undefined && line.indent > indent) return null;
  }
  return map;
}

/** What stands below `key:`: a list, a map, or nothing. */
function readBlock(cursor: Cursor, indent: number): YamlValue | null {
  const line = cursor.lines[cursor.at];
  if (line === undefined || line.indent < indent) return "";
  if (line.key === null) return readList(cursor, line.indent);
  return line.indent === indent ? "" : readMap(cursor, line.indent);
}

function readList(cursor: Cursor, indent: number): YamlValue | null {
  const items: YamlValue[] = [];
  for (let line = cursor.lines[cursor.at]; line?.key === null && line.indent === indent; ) {
    const value = readScalar(line.rest);
    if (value === null) return null;
    items.push(value);
    cursor.at++;
    line = cursor.lines[cursor.at];
    if (line !== undefined && line.indent > indent) return null;
  }
  return items;
}

function readInline(text: string): YamlValue | null {
  return text.startsWith("[") ? readFlow(text) : readScalar(text);
}

/** A quoted or plain scalar on one line, without the comment behind it; null: anything else. */
export function readScalar(text: string): string | null {
  if (text.startsWith("'")) return SINGLE.exec(text)?.[1]?.replaceAll("''", "'") ?? null;
  if (text.startsWith('"')) return DOUBLE.exec(text)?.[1] ?? null;
  const comment = text.indexOf(" #");
  const plain = comment === -1 ? text : trimSpaces(text.slice(0, comment));
  return PLAIN_START.test(plain) && !plain.includes(": ") && !plain.endsWith(":") ? plain : null;
}

/** `[a, 'b', "c"]` of scalars, without a trailing comma. */
function readFlow(text: string): YamlValue | null {
  if (!text.endsWith("]")) return null;
  const items: string[] = [];
  let rest = trimSpaces(text.slice(1, -1));
  while (rest !== "") {
    const [all, single, double, plain, comma] = FLOW_ITEM.exec(rest) ?? [];
    if (all === undefined) return null;
    items.push(single?.replaceAll("''", "'") ?? double ?? trimSpaces(plain ?? ""));
    rest = rest.slice(all.length);
    if (comma === "," && trimSpaces(rest) === "") return null;
  }
  return items;
}

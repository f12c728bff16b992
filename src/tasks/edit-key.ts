import { type Edited, refuse, replace, UNCHANGED } from "./edit.ts";
import type { Frontmatter } from "./frontmatter.ts";
import { type KeyBlock, keyBlock } from "./key-block.ts";
import { type EditValue, emitScalar, emitValue, isAmbiguous, isList, styleOf } from "./yaml-emit.ts";
import { readScalar } from "./yaml-plain.ts";
import { isYamlList, listAt, normalYaml, type YamlValue } from "./yaml-value.ts";

const KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const QUOTED = /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")/;
const TAIL = /^(?: *| +#.*)$/;
const FLOW_LINE = /^( *\[)(.*)(\](?: *| +#.*))$/;
const LIST_LINE = /^( *)- +(.*)$/;
const INDENT = "  ";

/** Gives a key a value. The scalar alone is replaced where it stands on one line, with its quotes and its comment kept. */
export function setKey(text: string, frontmatter: Frontmatter, key: string, value: EditValue): Edited {
  if (!KEY.test(key)) return refuse("key-invalid", key);
  const old = frontmatter.values.get(key);
  if (old === undefined) return insertKey(text, frontmatter, key, value);
  if (normalYaml(old) === normalYaml(toYaml(value))) return UNCHANGED;
  const block = keyBlock(text, frontmatter, key);
  if (block === null) return refuse("key-not-editable", key);
  if (typeof value === "string") return setScalar(text, block, key, value);
  if (isList(value)) return setList(text, block, key, value, old);
  return rewrite(text, block, key, value);
}

/** Gives a field of the map under a key a value: its scalar alone is replaced, or a line added below the map's others. */
export function setField(
  text: string,
  frontmatter: Frontmatter,
  { key, field, value }: { readonly key: string; readonly field: string; readonly value: string },
): Edited {
  if (!KEY.test(key) || !KEY.test(field)) return refuse("key-invalid", `${key}.${field}`);
  const old = frontmatter.values.get(key);
  if (old === undefined) return insertKey(text, frontmatter, key, { [field]: value });
  const block = keyBlock(text, frontmatter, key);
  const first = block?.lines.findIndex((line, at) => at > 0 && /^ *[^ #]/.test(line)) ?? -1;
  if (!(old instanceof Map) || block === null || first === -1) return refuse("key-not-editable", key);
  if (normalYaml(old.get(field)) === normalYaml(value)) return UNCHANGED;
  const indent = /^ */.exec(block.lines[first] ?? "")?.[0] ?? INDENT;
  const own = `${indent}${field}:`;
  const at = block.lines.findIndex((line) => line.startsWith(own));
  if (at === -1)
    return old.has(field)
      ? refuse("key-not-editable", `${key}.${field}`)
      : replace(block.end, block.end, `${own} ${emitScalar(value)}${lineBreak(text)}`);
  const place = scalarPlace(block.lines[at] ?? "", own.length);
  if (place === null) return refuse("key-not-editable", `${key}.${field}`);
  const before = block.lines
    .slice(0, at)
    .reduce((sum, line) => sum + line.length + lineBreak(text).length, 0);
  const scalar = emitScalar(value, styleOf(place.raw));
  const blank = place.raw === "" && place.start === own.length ? " " : "";
  return replace(block.start + before + place.start, block.start + before + place.end, blank + scalar);
}

/** Removes a key with its lines. */
export function removeKey(text: string, frontmatter: Frontmatter, key: string): Edited {
  if (!frontmatter.values.has(key)) return UNCHANGED;
  const block = keyBlock(text, frontmatter, key);
  return block === null ? refuse("key-not-editable", key) : replace(block.start, block.end, "");
}

/** Adds to the list under a key what it does not have. */
export function appendToKey(
  text: string,
  frontmatter: Frontmatter,
  key: string,
  items: readonly string[],
): Edited {
  const value = frontmatter.values.get(key) ?? [];
  const old = isYamlList(value) ? value : listAt(frontmatter.values, key);
  if (value instanceof Map || !old.every(isText)) return refuse("key-not-editable", key);
  const missing = items.filter((item) => !old.includes(item));
  return missing.length === 0 ? UNCHANGED : setKey(text, frontmatter, key, [...old, ...missing]);
}

function isText(value: YamlValue): value is string {
  return typeof value === "string";
}

function insertKey(text: string, { fences }: Frontmatter, key: string, value: EditValue): Edited {
  return replace(fences.closeStart, fences.closeStart, linesOf(text, key, value));
}

function rewrite(text: string, block: KeyBlock, key: string, value: EditValue): Edited {
  return replace(block.start, block.end, linesOf(text, key, value));
}

function linesOf(text: string, key: string, value: EditValue): string {
  const { rest, lines } = emitValue(value, INDENT);
  return [`${key}:${rest}`, ...lines].map((line) => line + lineBreak(text)).join("");
}

/** The file's own line break, by its first line. */
export function lineBreak(text: string): string {
  return text[text.indexOf("\n") - 1] === "\r" ? "\r\n" : "\n";
}

function setScalar(text: string, block: KeyBlock, key: string, value: string): Edited {
  const place = block.lines.length === 1 ? scalarPlace(block.lines[0] ?? "", key.length + 1) : null;
  if (place === null) return rewrite(text, block, key, value);
  const { raw, start, end } = place;
  const style = styleOf(raw);
  const scalar = emitScalar(value, style, style === "plain" && raw !== "" && isAmbiguous(raw));
  const blank = raw === "" && start === key.length + 1 ? " " : "";
  return replace(block.start + start, block.start + end, blank + scalar);
}

/** Where in `key: scalar # comment` the scalar stands. Null: the line holds something else. */
function scalarPlace(line: string, from: number): { raw: string; start: number; end: number } | null {
  let start = from;
  while (line[start] === " ") start++;
  const rest = line.slice(start);
  if (rest.startsWith("#") || /^[[{|>&*!]/.test(rest)) return null;
  const comment = rest.indexOf(" #");
  const raw = QUOTED.exec(rest)?.[0] ?? (comment === -1 ? rest : rest.slice(0, comment)).trimEnd();
  return TAIL.test(rest.slice(raw.length)) ? { raw, start, end: start + raw.length } : null;
}

function setList(
  text: string,
  block: KeyBlock,
  key: string,
  items: readonly string[],
  old: YamlValue,
): Edited {
  const added = addedTo(old, items);
  const [first = ""] = block.lines;
  const flow = block.lines.length === 1 ? FLOW_LINE.exec(first.slice(key.length + 1)) : null;
  if (flow !== null) {
    const [, open = "", inner = "", close = ""] = flow;
    const kept = added === null || inner.trim() === "" ? "" : `${inner}, `;
    const own = added ?? items;
    const start = block.start + key.length + 1;
    return replace(
      start,
      start + open.length + inner.length + close.length,
      `${open}${kept}${scalars(own)}${close}`,
    );
  }
  const last = block.lines.findLastIndex((line) => LIST_LINE.test(line));
  if (items.length === 0 || last < 1) return rewrite(text, block, key, items);
  const indent = LIST_LINE.exec(block.lines[last] ?? "")?.[1] ?? INDENT;
  const written =
    added === null ? rewritten(block.lines, items, indent) : added.map((item) => itemLine(item, indent));
  const kept = added === null ? block.lines.slice(0, 1) : block.lines.slice(0, last + 1);
  const rest = added === null ? [] : block.lines.slice(last + 1);
  return replace(
    block.start,
    block.end,
    [...kept, ...written, ...rest].map((line) => line + lineBreak(text)).join(""),
  );
}

/** What a list has more than the old one, if it begins with the whole of that; else null. */
function addedTo(old: YamlValue, items: readonly string[]): readonly string[] | null {
  if (!isYamlList(old)) return null;
  const same = old.every((item, index) => item === items[index]);
  return same && items.length > old.length ? items.slice(old.length) : null;
}

/** Items that stay keep their line as it was. */
function rewritten(lines: readonly string[], items: readonly string[], indent: string): readonly string[] {
  const known = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const scalar = readScalar(LIST_LINE.exec(line)?.[2] ?? "");
    if (scalar !== null) known.set(scalar, line);
  }
  return items.map((item) => known.get(item) ?? itemLine(item, indent));
}

function itemLine(item: string, indent: string): string {
  return `${indent}- ${emitScalar(item)}`;
}

function scalars(items: readonly string[]): string {
  return items.map((item) => emitScalar(item)).join(", ");
}

/** The value as it will be read back. */
export function toYaml(value: EditValue): YamlValue {
  if (typeof value === "string" || isList(value)) return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, toYaml(inner)]));
}

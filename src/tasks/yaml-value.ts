/** A YAML value as the failsafe schema reads it: every scalar is text, an empty one is `""`. */
export type YamlValue = string | readonly YamlValue[] | YamlMapping;

/** Maps are `Map`s: a key such as `__proto__` is a key like any other. */
export type YamlMapping = ReadonlyMap<string, YamlValue>;

/** A document with the line (from 1, within its text) of each top-level key. */
export interface YamlDocument {
  readonly values: YamlMapping;
  readonly lines: ReadonlyMap<string, number>;
}

/** Why a document could not be read. Line counts from 1 within its text. */
export interface YamlProblem {
  readonly line: number;
  readonly detail: string;
}

/** The document, or the first thing that is wrong with it. */
export type YamlResult =
  | { readonly ok: true; readonly document: YamlDocument }
  | { readonly ok: false; readonly problem: YamlProblem };

/** The scalar under a key, trimmed; null where it is missing, empty, YAML's null, a list or a map. */
export function textAt(values: YamlMapping, key: string): string | null {
  const value = values.get(key);
  return typeof value === "string" ? scalarText(value) : null;
}

/** The list under a key; a lone scalar counts as a list of one, as the tools that write these files read it. */
export function listAt(values: YamlMapping, key: string): readonly string[] {
  const value = values.get(key);
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => (typeof item === "string" ? (scalarText(item) ?? []) : []));
}

/** The map under a key, or null. */
export function mapAt(values: YamlMapping, key: string): YamlMapping | null {
  const value = values.get(key);
  return value instanceof Map ? value : null;
}

/** Stable text of a value for comparison: keys sorted, scalars trimmed; empty text where there is no value. */
export function normalYaml(value: YamlValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return JSON.stringify(value.trim());
  if (isYamlList(value)) return `[${value.map(normalYaml).join(",")}]`;
  const pairs = [...value].map(([key, inner]) => `${JSON.stringify(key)}:${normalYaml(inner)}`);
  return `{${pairs.sort().join(",")}}`;
}

/** Narrows an array out of the union, which `Array.isArray` does not do for readonly ones. */
export function isYamlList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function scalarText(value: string): string | null {
  const text = value.trim();
  return text === "" || text === "~" || text.toLowerCase() === "null" ? null : text;
}

/** A value to be written: text, a list of texts, or a map of such values. */
export type EditValue = string | readonly string[] | { readonly [key: string]: EditValue };

/** How a scalar stands in a file. */
export type ScalarStyle = "plain" | "single" | "double";

const PLAIN_START = /^[^-?:,[\]{}#&*!|>'"%@` ]/;
/** Texts that YAML 1.1, which other tools read these files with, takes for something else than text. */
const AMBIGUOUS =
  /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?(?:0[xbo])?[\d_.][\da-f_.:]*(?:e[-+]?\d+)?|\.(?:inf|nan)|\d{4}-\d{1,2}-\d{1,2}.*)$/i;
/** What no quoted scalar of one line can hold as it is. */
const NEEDS_ESCAPES =
  /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Writes a scalar on one line, in the style wanted where the text allows it. `loose`: what stood there before was
 * ambiguous and unquoted, so the new value may be so too (dates of the toolkit).
 */
export function emitScalar(text: string, style: ScalarStyle = "plain", loose = false): string {
  if (NEEDS_ESCAPES.test(text)) return doubleQuoted(text);
  if (style === "double") return doubleQuoted(text);
  if (style === "plain" && isPlain(text) && (loose || !isAmbiguous(text))) return text;
  return `'${text.replaceAll("'", "''")}'`;
}

/** True for text that a YAML 1.1 reader takes for a number, a date, a boolean or nothing. */
export function isAmbiguous(text: string): boolean {
  return text === "" || AMBIGUOUS.test(text);
}

/** The style of a scalar as it stands in a file. */
export function styleOf(raw: string): ScalarStyle {
  if (raw.startsWith("'")) return "single";
  return raw.startsWith('"') ? "double" : "plain";
}

/** The lines below `key:` of a list or map, each without a line break; a scalar or an empty value gives the rest of the line. */
export function emitValue(
  value: EditValue,
  indent: string,
): { readonly rest: string; readonly lines: readonly string[] } {
  if (typeof value === "string") return { rest: ` ${emitScalar(value)}`, lines: [] };
  if (isList(value)) {
    const lines = value.map((item) => `${indent}- ${emitScalar(item)}`);
    return lines.length === 0 ? { rest: " []", lines } : { rest: "", lines };
  }
  const lines = Object.entries(value).flatMap(([key, inner]) => {
    const emitted = emitValue(inner, `${indent}  `);
    return [`${indent}${emitScalar(key)}:${emitted.rest}`, ...emitted.lines];
  });
  return lines.length === 0 ? { rest: " {}", lines } : { rest: "", lines };
}

/** Narrows an array out of the union, which `Array.isArray` does not do for readonly ones. */
export function isList(value: EditValue): value is readonly string[] {
  return Array.isArray(value);
}

function isPlain(text: string): boolean {
  return (
    PLAIN_START.test(text) &&
    !text.includes(": ") &&
    !text.includes(" #") &&
    !text.endsWith(":") &&
    !text.endsWith(" ") &&
    !/[,[\]{}]/.test(text)
  );
}

function doubleQuoted(text: string): string {
  const inHex = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, inHex);
}

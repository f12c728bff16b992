/**
 * A path as git has it, in bytes from `start` to `end`, as text. git knows no encoding of names: one that is not UTF-8 is told as git
 * quotes it (`core.quotePath`), since two such names must not become one.
 */
export function pathText(data: Buffer, start: number, end: number): string {
  const text = data.toString("utf8", start, end);
  if (!text.includes(REPLACED) || Buffer.from(text).equals(data.subarray(start, end))) return text;
  return data
    .toString("latin1", start, end)
    .replace(/[\u0080-\u00ff]/g, (byte) => `\\${byte.charCodeAt(0).toString(OCTAL)}`);
}

/** What stands where bytes are no UTF-8. */
const REPLACED = "\ufffd";
const OCTAL = 8;

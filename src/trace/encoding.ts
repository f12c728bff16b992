/** Encodings of two bytes a unit that a text announces by its first two bytes. */
export type WideEncoding = "utf-16le" | "utf-16be";

/** Which of them a text is in, by its byte order mark (Unicode, "Byte Order Mark"); null: neither, or it is UTF-32. */
export function byteOrderOf(bytes: Uint8Array): WideEncoding | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? null : "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const LATIN1 = new TextDecoder("windows-1252");

/** A file's text: UTF-8 where it is that, UTF-16 by its mark, else of one byte a character, as old sources are. */
export function textOf(bytes: Uint8Array): string {
  const wide = byteOrderOf(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return UTF8.decode(bytes);
  } catch {
    return LATIN1.decode(bytes);
  }
}

const NUL = 0;

/** git takes for binary what has a NUL in so many first bytes (`buffer_is_binary` in its source). */
const FIRST_BYTES = 8000;

/** Whether a file's bytes are no text, as git tells by its content alone. */
export function hasNul(bytes: Uint8Array): boolean {
  return bytes.subarray(0, FIRST_BYTES).includes(NUL);
}

import { createHash } from "node:crypto";

/** Hex SHA-256 of a text's UTF-8. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Bytes as a spec's text is kept: LF line ends, no byte-order mark, no blank lines at its ends. */
export function specText(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
}

/** The digest of a spec: of its text as `specText` gives it, and one LF behind it. */
export function specDigest(text: string): string {
  return sha256(`${text}\n`);
}

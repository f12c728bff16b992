import { createHash } from "node:crypto";

/** The name space of URLs (RFC 9562, "6.6. Namespace ID Usage and Allocation"). */
const URLS = "6ba7b8119dad11d180b400c04fd430c8";

/** The UUID of version 5 of a URL: the same for the same text, everywhere and always. */
export function uuidOf(url: string): string {
  const bytes = createHash("sha1").update(Buffer.from(URLS, "hex")).update(url, "utf8").digest();
  const hex = bytes.toString("hex", 0, 16);
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join("-");
}

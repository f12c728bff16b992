import { createHash } from "node:crypto";

/** Hex SHA-256 of a pull request's description as `lf-trim/v1` has it: web editors send CRLF, and nothing around a text says anything. */
export function bodyDigest(body: string): string {
  return createHash("sha256").update(body.replace(/\r\n?/g, "\n").trim()).digest("hex");
}

import { canonical } from "../core/canonical.ts";

/** Hex sha256 of bytes or UTF-8 text. */
async function sha256(data: string | Uint8Array): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(data).digest("hex");
}

/** Hex sha256 of the canonical JSON of a value. */
export async function digestOf(value: unknown): Promise<string> {
  return sha256(canonical(value));
}

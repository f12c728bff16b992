import { canonical } from "../core/canonical.ts";
import type { EvidenceCode } from "./codes.ts";

/** JSON of a payload, or why it is not read. `known`: names that no other may look like. */
export function readPayload(payload: Uint8Array, known: ReadonlySet<string>): object | EvidenceCode {
  const text = utf8(payload);
  if (text === null) return "not-utf8";
  const value = parsed(text);
  // Keys that stand there twice, blanks and other orders are all lost when it is written again.
  if (value === null || written(value) !== text) return "not-canonical";
  const variants = new Map([...known].map((name) => [name.toLowerCase(), name]));
  return hasVariant(value, known, variants) ? "key-variant" : value;
}

function utf8(payload: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(payload);
  } catch {
    return null;
  }
}

/** Null: it is nested deeper than anything of ours, and than this program can follow. */
function written(value: object): string | null {
  try {
    return canonical(value);
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** Readers in Go take `Subject` for `subject`: what we did not see, they would. */
function hasVariant(
  value: unknown,
  known: ReadonlySet<string>,
  variants: ReadonlyMap<string, string>,
): boolean {
  const waiting: unknown[] = [value];
  for (const one of waiting) {
    if (typeof one !== "object" || one === null) continue;
    if (Array.isArray(one)) {
      for (const inner of one) waiting.push(inner);
      continue;
    }
    for (const [key, inner] of Object.entries(one)) {
      if (!known.has(key) && variants.has(key.toLowerCase())) return true;
      waiting.push(inner);
    }
  }
  return false;
}

import { looksSecret } from "../core/secrets.ts";

/** Longer values are cut: an error names what was found, it does not repeat a file. */
const LONGEST = 80;
const HIDDEN = "(hidden: it looks like a token)";

/** A value as an error may print it: one line, cut, and never a token. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "a mapping";
  const text = String(value);
  if (looksSecret(text)) return HIDDEN;
  const line = text.replace(/[\r\n]+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** A dotted key as an error may print it. Parts that look like a token are hidden. */
export function dotted(path: readonly PropertyKey[]): string {
  return path.map((part) => (looksSecret(String(part)) ? "(hidden)" : show(String(part)))).join(".");
}

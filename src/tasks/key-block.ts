import type { Frontmatter } from "./frontmatter.ts";

/** A top-level key with the lines that belong to it, as they stand in the file. */
export interface KeyBlock {
  /** Offset of the key. */
  readonly start: number;
  /** Offset behind the last line's break. */
  readonly end: number;
  /** Its lines, without line breaks. */
  readonly lines: readonly string[];
}

/**
 * The lines from a key to the next one, without the blank lines and the comments at the margin before that.
 * Null: the key does not begin its line as `key:`.
 */
export function keyBlock(text: string, { lines, fences }: Frontmatter, key: string): KeyBlock | null {
  const line = lines.get(key);
  if (line === undefined) return null;
  const next = Math.min(fences.bodyLine - 1, ...[...lines.values()].filter((other) => other > line));
  const all = text.slice(fences.yamlStart, fences.closeStart).split("\n");
  // The first line of the YAML is the file's second.
  const own = all.slice(line - 2, next - 2);
  while (own.length > 1 && /^(?:#.*)?\r?$/.test(own.at(-1) ?? "")) own.pop();
  if (!own[0]?.startsWith(`${key}:`)) return null;
  const start = fences.yamlStart + lengthOf(all.slice(0, line - 2));
  return { start, end: start + lengthOf(own), lines: own.map((content) => content.replace(/\r$/, "")) };
}

/** Lines with their breaks. */
function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

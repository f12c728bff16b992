import type { Waiver } from "../core/evidence.ts";
import type { Lookup } from "../core/ticket.ts";

/** Characters that make a path a pattern. */
const GLOB = /[*?[\]{}]/;

/** A longer pattern is no path that a person wrote, and could make an expression that takes too long. */
const LONGEST_GLOB = 300;

/** RegExp sources of the patterns that tickets and waivers name. picomatch is loaded only where there is one. */
export async function globsOf(
  lookups: Readonly<Record<string, Lookup>>,
  waivers: readonly Waiver[],
): Promise<Readonly<Record<string, string>>> {
  const affected = Object.values(lookups).flatMap((lookup) =>
    lookup.status === "found" || lookup.status === "claimed" ? lookup.ticket.affected : [],
  );
  const patterns = new Set([...affected, ...waivers.flatMap((waiver) => waiver.for.paths ?? [])]);
  const globs = [...patterns].filter((pattern) => pattern.length <= LONGEST_GLOB && GLOB.test(pattern));
  if (globs.length === 0) return {};
  const { default: picomatch } = await import("picomatch");
  return Object.fromEntries(
    globs.map((glob) => [glob, picomatch.makeRe(glob, { dot: true, noext: true }).source]),
  );
}

import { canonicalTaskId } from "../tasks/id.ts";

/** Digits that the toolkit writes at least. */
export const TOOLKIT_DIGITS = 3;

/**
 * The next free number under a prefix, as its backlog writes ids. `taken`: canonical ids of every file, wherever it stands: an id that came
 * back would lead old commits to new work. `digits`: how many are written at least.
 */
export function nextId(prefix: string, taken: Iterable<string>, digits: number): string {
  const start = `${prefix.toUpperCase()}-`;
  let highest = 0;
  for (const id of taken) {
    const canonical = canonicalTaskId(id) ?? "";
    const number = canonical.startsWith(start) ? Number.parseInt(canonical.slice(start.length), 10) : 0;
    // A dated id (`BUG-20260220-003`) is no number that is counted on from.
    if (number > highest && number < DATED) highest = number;
  }
  return `${start}${String(highest + 1).padStart(digits, "0")}`;
}

const DATED = 10_000_000;

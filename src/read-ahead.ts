import type { Gate } from "./gate.ts";
import { type LineWalk, startLines } from "./git/line-history.ts";
import type { CommitRange } from "./git/range.ts";
import { needsPaths } from "./history/needs.ts";
import { hasResults } from "./store/results.ts";

/** What git tells already; null: nothing. */
export type Ahead = LineWalk | null;

/**
 * Lets git begin to tell the messages of a range, so that it works on them while what judges them is loaded. Null: they may be
 * read in another way, or not at all: with their paths, less those before a baseline, or from what was kept.
 */
export function readAhead(
  { repo, law }: Pick<Gate, "repo" | "law">,
  { include, exclude }: CommitRange,
): Ahead {
  if (law.baseline !== null || needsPaths(law)) return null;
  if (exclude.length === 0 && hasResults(repo.commonDir, "messages")) return null;
  return startLines(repo, [...include, ...exclude.map((id) => `^${id}`)]);
}

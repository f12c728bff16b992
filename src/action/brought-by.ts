import type { LiveChange } from "../core/forge.ts";
import type { Reference } from "../core/reference.ts";
import type { Gate } from "../gate.ts";
import { branchReferences, pullRequestReferences } from "../gather/references.ts";
import { broughtBy } from "../git/brought-by.ts";
import type { CommitRange } from "../git/range.ts";

/** Says by which pull request commits of a line of first parents came in, by full id; what has no entry came in by none. */
export type ChangesOf = (line: readonly string[]) => Promise<ReadonlyMap<string, LiveChange>>;

/** What the pull requests by which commits came in refer to, by full id: the same that counted when they were judged. */
export async function besideCommits(
  { repo, reader }: Gate,
  range: CommitRange,
  changesOf: ChangesOf,
): Promise<ReadonlyMap<string, readonly Reference[]>> {
  const brought = await broughtBy(repo, range);
  const changes = await changesOf([...brought.keys()]);
  const entries = [...changes].flatMap(([top, live]) => {
    const named = [...branchReferences(reader, live.head.branch), ...pullRequestReferences(reader, live)];
    return (brought.get(top) ?? []).map((id) => [id, named] as const);
  });
  return new Map(entries);
}

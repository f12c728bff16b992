import type { AuditContext } from "../attest/context.ts";
import type { LiveChange } from "../core/forge.ts";
import type { Reference } from "../core/reference.ts";
import type { Gate } from "../gate.ts";
import { branchReferences, pullRequestReferences } from "../gather/references.ts";
import { broughtBy } from "../git/brought-by.ts";
import { changeIn } from "../git/named-change.ts";
import type { CommitRange } from "../git/range.ts";
import type { Repository } from "../git/repository.ts";
import { subjectsCommittedBy } from "../git/subjects.ts";
import { landedBy } from "./landed.ts";

/** Says by which pull request commits of a line of first parents came in, by full id; what has no entry came in by none. Null: nobody knows. */
export type ChangesOf = (line: readonly string[]) => Promise<ReadonlyMap<string, LiveChange> | null>;

/** Commits of a line whose pull requests are asked for: ten requests; a queue brings a hundred pull requests at most. */
export const MOST_ASKED = 500;

/** What counts for single commits beside their own words, by full id, and how they landed; null: that is not known. */
export interface Brought {
  readonly references: ReadonlyMap<string, readonly Reference[]>;
  readonly method: AuditContext["method"];
}

/** What the pull requests by which commits came in refer to, by full id: the same that counted when they were judged. `changesOf` null: nobody could be asked. */
export async function besideCommits(
  { repo, reader }: Gate,
  range: CommitRange,
  changesOf: ChangesOf,
): Promise<Brought> {
  const brought = await broughtBy(repo, range);
  const changes = await changesOf([...brought.keys()]);
  const isKnown = changes !== null && brought.size <= MOST_ASKED;
  const entries = [...(changes ?? [])].flatMap(([top, live]) => {
    const named = [...branchReferences(reader, live.head.branch), ...pullRequestReferences(reader, live)];
    return (brought.get(top) ?? []).map((id) => [id, named] as const);
  });
  const method = isKnown ? landedBy(brought, changes, await numbersIn(repo, [...changes.keys()])) : null;
  return { references: new Map(entries), method };
}

/** Who commits what GitHub's button squashes; where a rebase copies commits, that is whoever pressed it. A server of one's own has another, and nothing is said there. */
const BUTTON = "noreply@github.com";

/** The pull requests that commits with one parent name, as the forge's button wrote them: anybody may end a subject so. */
async function numbersIn(
  repo: Repository,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  const subjects = await subjectsCommittedBy(repo, ids, BUTTON);
  return new Map([...subjects].map(([id, subject]) => [id, changeIn(subject)]));
}

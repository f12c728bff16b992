import type { CommitFacts } from "../core/evidence.ts";
import type { Law } from "../core/law.ts";
import { factsOf, type GitFacts } from "../git/facts.ts";
import { decodeText } from "../git/raw-commit.ts";
import type { Repository } from "../git/repository.ts";
import { messageReferences, type Reader } from "./references.ts";

/** The part of a commit's facts that only git can confirm. */
export type Confirmed = Pick<CommitFacts, "exempt" | "inherits" | "evilMerge">;

/** The same of one commit, and whether it stays so. */
interface Confirming extends Confirmed {
  /** Nothing that may still be fetched changes it. */
  readonly lasting: boolean;
}

/** What git confirms of commits that claim to be something else than a plain change, by id. */
export async function confirmFacts(
  repo: Repository,
  reader: Reader,
  law: Law,
  ids: readonly string[],
  progress?: Parameters<typeof factsOf>[2],
): Promise<ReadonlyMap<string, Confirming>> {
  const facts = await factsOf(repo, ids, progress);
  return new Map(
    [...facts].map(([id, one]) => [id, { ...confirmed(one, reader, law), lasting: one.lasting }] as const),
  );
}

/**
 * In the words of the rules. A merge of which git can't tell how it came about is judged like any change: neither exempt
 * nor called evil.
 */
export function confirmed(
  { merge, inherits }: Pick<GitFacts, "merge" | "inherits">,
  reader: Reader,
  law: Law,
): Confirmed {
  return {
    exempt: merge === "clean" && law.exempt.merges === "clean" ? { kind: "clean-merge" } : null,
    evilMerge: merge === "changed",
    inherits: inherits === null ? null : inherited(inherits, reader),
  };
}

function inherited(
  { kind, target }: NonNullable<GitFacts["inherits"]>,
  reader: Reader,
): CommitFacts["inherits"] {
  const message = decodeText(target.message, target.encoding);
  return { kind, target: target.id, references: messageReferences(reader, message, 0) };
}

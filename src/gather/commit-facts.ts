import type { CommitFacts } from "../core/evidence.ts";
import type { Law } from "../core/law.ts";
import { factsOf, type GitFacts } from "../git/facts.ts";
import { decodeText } from "../git/raw-commit.ts";
import type { Repository } from "../git/repository.ts";
import { messageReferences, type Reader } from "./references.ts";

/** The part of a commit's facts that only git can confirm. */
export type Confirmed = Pick<CommitFacts, "exempt" | "inherits" | "evilMerge">;

/** What git confirms of commits that claim to be something else than a plain change, by id. */
export async function confirmFacts(
  repo: Repository,
  reader: Reader,
  law: Law,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Confirmed>> {
  const facts = await factsOf(repo, ids);
  return new Map([...facts].map(([id, one]) => [id, confirmed(one, reader, law)] as const));
}

/**
 * In the words of the rules. A merge of which git can't tell how it came about is judged like any change: neither exempt
 * nor called evil.
 */
export function confirmed({ merge, inherits }: GitFacts, reader: Reader, law: Law): Confirmed {
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

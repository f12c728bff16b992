import type { CommitFacts } from "../core/evidence.js";
import type { Law } from "../core/law.js";
import { factsOf, type GitFacts } from "../git/facts.js";
import type { Repository } from "../git/repository.js";
import { type Reader } from "./references.js";
/** The part of a commit's facts that only git can confirm. */
export type Confirmed = Pick<CommitFacts, "exempt" | "inherits" | "evilMerge">;
/** The same of one commit, and whether it stays so. */
interface Confirming extends Confirmed {
    /** Nothing that may still be fetched changes it. */
    readonly lasting: boolean;
}
/** What git confirms of commits that claim to be something else than a plain change, by id. */
export declare function confirmFacts(repo: Repository, reader: Reader, law: Law, ids: readonly string[], progress?: Parameters<typeof factsOf>[2]): Promise<ReadonlyMap<string, Confirming>>;
/**
 * In the words of the rules. A merge of which git can't tell how it came about is judged like any change: neither exempt
 * nor called evil.
 */
export declare function confirmed({ merge, inherits }: Pick<GitFacts, "merge" | "inherits">, reader: Reader, law: Law): Confirmed;
export {};

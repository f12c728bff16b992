import type { CommitFacts } from "../core/evidence.js";
import type { Law } from "../core/law.js";
import { type GitFacts } from "../git/facts.js";
import type { Repository } from "../git/repository.js";
import { type Reader } from "./references.js";
/** The part of a commit's facts that only git can confirm. */
export type Confirmed = Pick<CommitFacts, "exempt" | "inherits" | "evilMerge">;
/** What git confirms of commits that claim to be something else than a plain change, by id. */
export declare function confirmFacts(repo: Repository, reader: Reader, law: Law, ids: readonly string[]): Promise<ReadonlyMap<string, Confirmed>>;
/**
 * In the words of the rules. A merge of which git can't tell how it came about is judged like any change: neither exempt
 * nor called evil.
 */
export declare function confirmed({ merge, inherits }: GitFacts, reader: Reader, law: Law): Confirmed;

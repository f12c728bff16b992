import type { PullRequestChange } from "../core/change.js";
import type { Reference } from "../core/reference.js";
import type { Scanner } from "../references/scan.js";
import type { RemoteOf } from "./remotes.js";
/** Finds references and says where each stands and whose it is. */
export interface Reader {
    readonly scan: Scanner;
    readonly remoteOf: RemoteOf;
}
/** References in a stored commit message. `commit`: its index in the change. */
export declare function messageReferences(reader: Reader, message: string, commit: number): readonly Reference[];
/**
 * What somebody wrote down alone, by every form in which a message names a ticket by it, the plain one first: ids of trackers that write
 * none in text want a sign or an address around them. Forms that name nothing are left out.
 */
export declare function writtenReferences(reader: Reader, written: string): Iterable<readonly Reference[]>;
/** References in a branch's short name. */
export declare function branchReferences(reader: Reader, branch: string): readonly Reference[];
/** References in a pull request's title and body; what stands between our own marks in a body is none. */
export declare function pullRequestReferences(reader: Reader, { title, body }: Pick<PullRequestChange, "title" | "body">): readonly Reference[];

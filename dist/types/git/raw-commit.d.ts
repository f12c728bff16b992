import type { Commit } from "../core/change.js";
import type { Person } from "../core/ticket.js";
/**
 * A commit object as it lies in the store (git-hash-object, "commit"). Texts are latin1: one character a byte. They are
 * cuts of one string: who keeps one of many commits copies it first, or keeps all of the commit's bytes with it.
 */
export interface RawCommit {
    readonly id: string;
    readonly tree: string;
    readonly parents: readonly string[];
    /** Header values: `Name <mail> seconds zone`. */
    readonly author: string;
    readonly committer: string;
    /** Seconds since 1970; 0 where the header holds no usable time, as git reads it. */
    readonly authoredAt: number;
    readonly committedAt: number;
    /** Label of the `encoding` header; null: UTF-8. */
    readonly encoding: string | null;
    readonly message: string;
    /** Carries a signature; nothing is said of whether it holds. */
    readonly signed: boolean;
}
/**
 * Takes a commit object apart: one string of all its bytes, and cuts of it. The headers come in git's fixed order;
 * what follows the committer (encoding, signatures, merged tags) is looked at only where there is any.
 */
export declare function parseCommit(id: string, body: Buffer): RawCommit;
/** Label of the `encoding` header among those that follow the committer; null: there is none. */
export declare function encodingOf(headers: string): string | null;
/** Seconds stand after the address, whose end is at `mail`; git reads a broken date as 0. */
export declare function timeBehind(text: string, mail: number, end: number): number;
/**
 * Text of latin1 bytes in the encoding that a commit names (git-commit, "DISCUSSION"). Bytes that do not decode become
 * U+FFFD; a label that nobody knows is read as latin1, so that no byte is lost.
 */
export declare function decodeText(latin1: string, encoding: string | null): string;
/** A raw commit in the words of the core, its paths not asked for. */
export declare function toCommit(raw: RawCommit): Commit;
/** `Name <mail> …` as a person; both empty where the header is malformed. */
export declare function personOf(header: string, encoding: string | null): Person;

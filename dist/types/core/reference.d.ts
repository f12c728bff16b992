/** A ticket id found in text: a claim, never a fact. */
/** One grammar a tracker; the names are those of the rows that `refs --jsonl` reads and writes. */
export type GrammarId = "github" | "gitlab" | "jira" | "linear" | "azure" | "clickup" | "notion" | "tasks";
/** Which trackers' ids count, and how. A grammar that is absent is off. */
export interface ScanConfig {
    /** `owner/repo` that a bare `#1` belongs to. */
    readonly github?: string;
    /** `group/project` that a bare `#1` or `!1` belongs to. */
    readonly gitlab?: string;
    /** Project keys; `true`: any key of the right shape that is not a well-known standard's name. */
    readonly jira?: readonly string[] | true;
    /** Team keys. */
    readonly linear?: readonly string[];
    readonly azure?: true;
    readonly clickup?: true;
    readonly notion?: true;
    /** Prefixes of local task ids: `TASK`, `BACK`, `FEAT`. */
    readonly tasks?: readonly string[];
}
/** What a text is decides what in it counts. The names are those of the `refs --jsonl` rows. */
export type TextKind = "commit" | "commit-msg" | "branch" | "pr-title" | "pr-body" | "source";
/** `closes`: straight after a closing verb of the forge; everything else mentions. */
export type Role = "closes" | "mentions";
/** A reference as the scanner finds it. Offsets are UTF-16 code units into the text, end exclusive. */
export interface Found {
    readonly provider: GrammarId;
    readonly id: string;
    readonly start: number;
    readonly end: number;
    readonly role: Role;
}
/** Where a reference stands. `subject`, `body` and `trailer` are parts of a commit message. */
export type Place = "subject" | "body" | "trailer" | "branch" | "title" | "pr-body" | "file";
/** Whether a place is part of a commit's message. */
export declare function isOfMessage(place: Place): boolean;
/** A found reference with its place and the remote of the policy that it belongs to. */
export interface Reference extends Found {
    /** Null: no configured remote owns it (another repository's issue); it can neither authorise nor offend. */
    readonly remote: string | null;
    readonly place: Place;
    /** See `spotOf`; noted where the text itself is not kept. */
    readonly spot?: string;
    /** Index into the change's commits for `subject`, `body` and `trailer` (0 for a commit message); else null. */
    readonly commit: number | null;
}
/** A canonical id as people write it in a message: `AB#12`, `CU-86ew42633`, `PROJ-7`. */
export declare function writtenId(provider: GrammarId, id: string): string;

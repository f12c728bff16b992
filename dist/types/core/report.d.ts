import type { Waiver } from "./evidence.js";
import type { JudgedFinding, Verdict } from "./finding.js";
import type { DoorPlace } from "./law.js";
import type { Place } from "./reference.js";
import type { SpecSource } from "./spec.js";
import type { Lookup, Ticket } from "./ticket.js";
/** What was judged, in words that its reader used. */
export interface ReportSubject {
    readonly kind: "staged" | "commit-message" | "commits" | "pull-request";
    /** The range, revision or file as it was asked for. */
    readonly label: string;
    readonly branch: string | null;
    readonly complete: boolean;
    /** Subject line of a commit message that is judged; null for ranges. */
    readonly subject: string | null;
}
/** Columns: entry i of each is commit i, newest first. `key` indexes `Report.keys`. No array of per-commit objects exists anywhere. */
export interface CommitColumns {
    readonly count: number;
    id(index: number): string;
    key(index: number): number;
    /** Committer time, seconds since 1970. */
    time(index: number): number;
    /** `Name <mail>` as the commit header has it. */
    author(index: number): string;
    /** When it was decided as a server wrote it down or its forge tells, seconds since 1970; null: its own date alone tells. Null for all: nobody did. */
    readonly recordedAt: ((index: number) => number | null) | null;
    /** What its own message refers to, as far as a remote of the policy has it. Left out: only its key tells of tickets. */
    readonly named?: (index: number) => readonly CommitReference[];
}
/** A reference of a commit's message. */
export interface CommitReference {
    /** The ticket's look-up key. */
    readonly at: string;
    readonly place: Place;
}
/** One distinct set of facts with its findings. `count`: how many commits have it; `example`: index of the first. */
export interface FactsKey {
    readonly count: number;
    readonly example: number;
    readonly verdict: Verdict;
    readonly findings: readonly JudgedFinding[];
    /** `lookupKey`s of the references, sorted. */
    readonly tickets: readonly string[];
}
/** A ticket that the change names, as it counted for the verdict. Texts are untrusted. */
export interface ReportTicket {
    /** Its look-up key; keys of facts name it by this. */
    readonly at: string;
    readonly remote: string;
    readonly id: string;
    /** As people write it. */
    readonly key: string;
    readonly status: Lookup["status"];
    /** Who told it; null: nobody did. */
    readonly source: "api" | "ledger" | "file" | null;
    /** What is known of it; null where it was not found, or where that may not be shown. */
    readonly title: string | null;
    readonly url: string | null;
    readonly type: string | null;
    readonly state: Ticket["state"] | null;
    /** A local task's file, root-relative. */
    readonly path: string | null;
    /** Hex sha256 over what it says (RFC 8785 of title, type, state, project, sorted labels, criteria and description); null: it was not found. */
    readonly digest: string | null;
    /** When its tracker told it, RFC 3339 in UTC; null: for this very verdict. */
    readonly asOf: string | null;
    readonly spec: {
        readonly source: SpecSource;
        readonly path: string | null;
        readonly digest: string;
    } | null;
}
/** The pull request that was judged, as its forge had it. Texts are untrusted. */
export interface ReportProposal {
    readonly number: number;
    readonly url: string;
    readonly author: string;
    readonly draft: boolean;
    /** `commit`: whose law counts. */
    readonly base: {
        readonly branch: string;
        readonly commit: string;
    };
    readonly head: {
        readonly branch: string;
        readonly commit: string;
        readonly isFork: boolean;
    };
}
/** Numbers of commits; exempt ones by the kind of their exemption. */
export interface Counts {
    readonly commits: number;
    /** Commits with at least one reference to a configured remote in their message. */
    readonly referenced: number;
    readonly passed: number;
    readonly failed: number;
    readonly undecided: number;
    readonly exempt: Readonly<Record<string, number>>;
    readonly beforeBaseline: number;
    readonly unproved: number;
    /** Commits whose answer rests on the committer's date, which anybody can set. */
    readonly dated: number;
}
/** What every renderer is given. Deterministic for the same evidence. */
export interface Report {
    readonly schemaVersion: 1;
    readonly kind: "check";
    readonly tool: {
        readonly name: "golden-thread";
        readonly version: string;
    };
    readonly policyDigest: string;
    readonly policySources: readonly string[];
    readonly preset: string;
    readonly place: DoorPlace;
    readonly decidedAt: string;
    readonly subject: ReportSubject;
    readonly verdict: Verdict;
    readonly enforceFrom: string | null;
    /** Findings about the change as a whole (for one commit or message: all of them). */
    readonly findings: readonly JudgedFinding[];
    readonly commits: CommitColumns | null;
    readonly keys: readonly FactsKey[];
    readonly counts: Counts;
    /** Null: no pull request was judged. */
    readonly proposal: ReportProposal | null;
    /** Every ticket that is named, sorted by `at`; made when it is asked for, since a long history names thousands. */
    tickets(): readonly ReportTicket[];
    /** Every waiver of the trusted tree, expired ones too; findings name theirs by id. */
    readonly waivers: readonly Waiver[];
    /** What a person should know and no rule says: trusted tree, missing providers, limits met. */
    readonly notices: readonly string[];
}
/** Streamed: a report of a million commits does not fit in one string. */
export type Renderer = (report: Report) => {
    readonly name: string;
    readonly mediaType: string;
    readonly body: Iterable<string>;
};

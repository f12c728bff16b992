import type { Report, ReportTicket } from "./report.ts";
import type { Risk } from "./ticket.ts";

/** What an audit can look at. Each costs git or a tracker something else, so each is asked for on its own. */
export type AuditPart =
  /** Every commit's message: references, verdict. */
  | "messages"
  /** What each commit changed. */
  | "paths"
  /** How many lines each commit added and removed. */
  | "lines"
  /** The files of the tree and the references in them. */
  | "tree"
  /** Which commit each line that stands today is from. */
  | "blame"
  /** The pull request that brought each commit, as its forge tells. */
  | "proposals"
  /** Every ticket of the configured remotes, not only those that something names. */
  | "tickets";

/** How far a part was looked at. What was not is no pass, and the report says so. */
export interface PartState {
  readonly part: AuditPart;
  readonly state: "done" | "partial" | "not-asked" | "unavailable";
  /** Why it is not `done`; empty: it is. One plain sentence. */
  readonly why: string;
  /** The command that would have it looked at; null: none would. */
  readonly fix: readonly string[] | null;
}

/** A server of one's own: which forge answers there, and what people address it by, without a slash at its end. */
export interface ForgeSite {
  readonly kind: "github" | "gitlab";
  readonly site: string;
}

/** Which history was audited. Times are parameters of the question, never the clock's: the same question gives the same bytes. */
export interface AuditScope {
  /** https URL of the repository without `.git`; null: it has no remote. */
  readonly repository: string | null;
  /** The server that the policy names for this repository, where it is none of a vendor's own; left out: it names none. */
  readonly forge?: ForgeSite;
  /** Full name of the ref; null: a bare commit was named. */
  readonly ref: string | null;
  /** Full id of the newest commit; null: there is none. */
  readonly tip: string | null;
  /** Full ids of the commits behind which it begins; none: the whole history. */
  readonly behind: readonly string[];
  /** RFC 3339 in UTC: only commits that came to the ref from then on are counted; null: all. */
  readonly since: string | null;
  /** False: a shallow clone hides commits. */
  readonly complete: boolean;
}

/** The signed snapshot of tickets that answered; null where trackers or task files did. */
export interface AuditLedger {
  /** Hex sha256 of the ledger's bytes. */
  readonly digest: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  /** Key id or identity. */
  readonly signer: string;
}

/**
 * How a commit stands, from its own findings: exactly one of these, so they add up to all commits. `exempt`: git or the forge proves
 * that it needs no ticket. `authorised`: it names a ticket that authorises it. `unauthorised`: what it names does not. `unreferenced`:
 * it names none. `unknown`: nobody could say.
 */
export type Standing = "authorised" | "exempt" | "unauthorised" | "unreferenced" | "unknown";

/** Every standing, best first. */
export const STANDINGS: readonly Standing[] = [
  "authorised",
  "exempt",
  "unauthorised",
  "unreferenced",
  "unknown",
];

/** Where a commit comes from, beside its own author. */
export interface Lineage {
  readonly kind: "merge" | "evil-merge" | "revert" | "cherry-pick" | "backport" | "autosquash" | "squash";
  /** Full ids of the commits that it repeats, undoes or joins; for a squash the pull request as `#12`. */
  readonly of: readonly string[];
  /** Git confirms it (parents, patch-id); false: only the message says so. */
  readonly proved: boolean;
}

/** Lines that a commit added and removed, as `git diff --numstat` counts them; binary files count for nothing. */
export interface LineCount {
  readonly added: number;
  readonly deleted: number;
}

/** What an audit knows of each commit beside `report.commits`; entry i is the same commit. Functions, so that a million cost no objects. */
export interface AuditHistory {
  readonly count: number;
  /** First line of the message. Untrusted. */
  subject(index: number): string;
  standing(index: number): Standing;
  /** Indexes into `Audit.tickets`, sorted: what it names, and what git confirms that it takes over. */
  tickets(index: number): readonly number[];
  /** Number of the pull request that brought it; null: not known. */
  change(index: number): number | null;
  /** Null: a plain change. */
  lineage(index: number): Lineage | null;
  /** Null: not looked at. */
  lines(index: number): LineCount | null;
  /** Indexes into `Audit.folders`, sorted: those that directly hold a file which it changed. Left out: paths were not looked at. */
  readonly folders?: (index: number) => readonly number[];
}

/** A line of a file that names a ticket. */
export interface FileLink {
  /** Index into `Audit.tickets`. */
  readonly ticket: number;
  /** From 1. */
  readonly line: number;
  readonly where: "comment" | "docs" | "string" | "code";
}

/** The files of the audited tree, by path in the order of code units. */
export interface AuditFiles {
  readonly count: number;
  /** Root-relative. Untrusted. */
  path(index: number): string;
  /** Lines of text that it has today; null: binary, too large, or not looked at. */
  lines(index: number): number | null;
  /** What stands in it, by line. */
  named(index: number): readonly FileLink[];
  /** Tickets (indexes, sorted) of the commits that made it what it is; null: paths were not looked at. */
  through(index: number): readonly number[] | null;
  /** Lines that stand today, by the standing of the commit that wrote them; null: not blamed. */
  live(index: number): Readonly<Record<Standing, number>> | null;
  /** The scope of the policy exempts it. */
  exempt(index: number): boolean;
}

/** A ticket that anything in history or tree names, or that its tracker lists. */
export interface AuditTicket extends ReportTicket {
  /** RFC 3339 in UTC; null: not known. */
  readonly createdAt: string | null;
  /** How much harm the work may do, as it says; left out or null: it does not. */
  readonly risk?: Risk | null;
  /** Boxes of its acceptance criteria; null: it has none that are known. */
  readonly criteria: { readonly done: number; readonly total: number } | null;
  /** Commits that name it or take it over, reverted ones and reverts too. */
  readonly commits: number;
  /** Of those, the ones that it authorises and that nothing reverted. */
  readonly standing: number;
  /** Committer times of the first and last, seconds since 1970; null: no commit. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  /** Pull requests, ascending. */
  readonly changes: readonly number[];
  /** Files that name it. */
  readonly files: number;
  /** Lines changed by its commits; null: not looked at. */
  readonly lines: LineCount | null;
  /** Lines that stand today by its commits; null: not blamed. */
  readonly live: number | null;
}

/** So many of so many. */
export interface Ratio {
  readonly covered: number;
  readonly total: number;
  /** 0 to 100 with one decimal, rounded down: 100 is all of them and nothing less. Null: there are none. */
  readonly percent: number | null;
}

/** Coverage both ways. The first six fields are CodeRAG's, by its names; items are tickets, in the order of code units. */
export interface Coverage {
  /** Display keys of tickets with at least one commit, file or line. */
  readonly linkedItems: readonly string[];
  readonly unlinkedItems: readonly string[];
  readonly totalItems: number;
  readonly linkedCount: number;
  readonly unlinkedCount: number;
  /** One decimal, rounded down; 0 where there are no items. */
  readonly coveragePercent: number;
  /** Commits by standing; `referenced`: those that name a ticket of a configured remote. */
  readonly commits: Readonly<Record<Standing, number>> & {
    readonly total: number;
    readonly referenced: number;
    readonly beforeBaseline: number;
    /** Authorised ones of all that are not exempt. */
    readonly ratio: Ratio;
  };
  /** Pull requests all of whose commits are authorised or exempt. */
  readonly proposals: Ratio | null;
  /** Files that name a ticket, or whose commits do; exempt ones are left out of both numbers. */
  readonly files: Ratio | null;
  /** Lines that stand today by authorised or exempt commits. */
  readonly liveLines: Ratio | null;
  /** Lines changed by authorised commits, of all by commits that are not exempt. */
  readonly changedLines: Ratio | null;
  /** Tickets with a commit that have a spec. */
  readonly specs: Ratio | null;
  /** Boxes that are ticked, of tickets with a commit. */
  readonly criteria: Ratio | null;
}

/** Commits of one month (`YYYY-MM`, committer time in UTC), author or folder, by standing; they add up to `commits`. */
export interface AuditGroup extends Readonly<Record<Standing, number>> {
  readonly name: string;
  readonly commits: number;
}

/** A folder with all that lies below it; `.` is the root. A commit counts in every folder that it touches. */
export interface AuditFolder extends AuditGroup {
  readonly files: number;
  /** Files of these that name a ticket or whose commits do; exempt ones count in neither. */
  readonly covered: number;
  readonly lines: number;
}

/** What breaks the thread. */
export type GapCode =
  /** A ticket counts as under way or done, and no commit, file or line leads to it. */
  | "ticket-without-commit"
  /** No commit needs an excuse, none has a ticket. */
  | "commit-without-ticket"
  /** A commit names a ticket, which does not authorise it. */
  | "commit-unauthorised"
  /** Every commit of a ticket that counts as done was reverted. */
  | "reverted-but-done"
  /** It is closed, and nothing was ever committed for it. */
  | "closed-without-code"
  /** One ticket carries more than a fair share of all commits. */
  | "mega-ticket"
  /** It was made after a commit that names it. */
  | "ticket-younger-than-commit"
  /** It counts as done, and boxes of its criteria are open. */
  | "done-with-open-criteria"
  /** Commits name it, and nobody knows it. */
  | "ticket-not-found"
  /** A file that no ticket leads to. */
  | "file-without-ticket"
  /** A waiver is past its day, and what it lifted is still there. */
  | "waiver-overdue";

/** All that breaks in one way. Indexes into `Audit.tickets`, `Audit.history`, `Audit.files` or `report.waivers`, ascending. */
export interface Gap {
  readonly code: GapCode;
  readonly of: "ticket" | "commit" | "file" | "waiver";
  readonly indexes: Uint32Array;
}

/**
 * A whole history and tree, and what joins them to tickets, both ways. The same repository, law, ledger and `asOf` give the same bytes
 * in every format: no clock, host or duration stands in it.
 */
export interface Audit {
  readonly schemaVersion: 1;
  readonly kind: "audit";
  /** The judged commits, newest first. Its `decidedAt` is `asOf`; its keys are distinct by what they say, in the order of their first commits. */
  readonly report: Report;
  /** As of when law, waivers and tickets counted, RFC 3339 in UTC. Each commit's ticket counts as it was when the commit was decided. */
  readonly asOf: string;
  readonly scope: AuditScope;
  readonly ledger: AuditLedger | null;
  /** Every part, in the order of `AuditPart`. */
  readonly parts: readonly PartState[];
  readonly history: AuditHistory;
  /** Sorted by `at`. */
  readonly tickets: readonly AuditTicket[];
  /** Null: the tree was not looked at. */
  readonly files: AuditFiles | null;
  readonly coverage: Coverage;
  /** Worst first; only codes that hit something. */
  readonly gaps: readonly Gap[];
  /** In the order of time. */
  readonly months: readonly AuditGroup[];
  /** Most uncovered commits first, then by name. */
  readonly authors: readonly AuditGroup[];
  /** By name; every folder of the tree. Empty: no files. Its groups of commits are all 0 where paths were not looked at. */
  readonly folders: readonly AuditFolder[];
}

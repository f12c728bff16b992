import type { AuditScope, Coverage, GapCode, PartState, Standing } from "./audit.ts";
import type { Waiver } from "./evidence.ts";
import type { JudgedFinding, Verdict } from "./finding.ts";

/**
 * What stands in an audit's page for its script to read: this head, and beside it columns, each a data block of its own. Every text was
 * made visible before it came here; lists of numbers are in the notation of `AuditPageColumn`.
 */
export interface AuditPageHead {
  /** Name of what was audited, and where its forge shows its parts; null: nobody tells. */
  readonly name: string;
  readonly links: PageLinks | null;
  /** The version that its server is asked about; null: the page is a file, and asks nobody. */
  readonly live: string | null;
  readonly statement: "PASSED" | "WARNED" | "FAILED" | "UNKNOWN";
  readonly word: string;
  readonly sentence: string;
  readonly asOf: string;
  readonly scope: AuditScope;
  readonly tool: string;
  readonly policy: {
    readonly digest: string;
    readonly sources: readonly string[];
    readonly preset: string;
    readonly enforceFrom: string | null;
  };
  /** Name and value, to be read. */
  readonly ledger: readonly (readonly [string, string])[];
  readonly standings: readonly PageStanding[];
  readonly ratios: readonly PageRatio[];
  readonly commits: Coverage["commits"];
  /** Shares in words: how much of what is asked for is there. */
  readonly thread: { readonly percent: number | null; readonly says: string; readonly note: string };
  readonly exempt: Readonly<Record<string, number>>;
  readonly months: readonly PageGroup[];
  readonly authors: readonly PageGroup[];
  readonly folders: readonly PageFolder[];
  readonly gaps: readonly PageGap[];
  readonly rules: readonly PageRule[];
  readonly kinds: readonly PageKind[];
  readonly controls: readonly PageControl[];
  readonly parts: readonly (Omit<PartState, "fix"> & {
    readonly title: string;
    readonly fix: string | null;
  })[];
  readonly waivers: readonly (Omit<Waiver, "for"> & { readonly for: string })[];
  readonly notices: readonly string[];
  /** Bytes of an object id: 20 or 32. */
  readonly idBytes: number;
  /** Names of the columns that are there. */
  readonly columns: readonly string[];
}

/** Addresses of the forge, each what stands before and behind the part that changes: a full id, a number, a path (escaped, `/` kept). */
export interface PageLinks {
  readonly commit: readonly [before: string, behind: string];
  readonly change: readonly [before: string, behind: string];
  /** As the file is at the audited commit; null: there is none. */
  readonly file: readonly [before: string, behind: string] | null;
}

/** A standing, in words. */
export interface PageStanding {
  readonly name: Standing;
  readonly label: string;
  readonly says: string;
}

/** A share of coverage; `percent` is null where there is nothing to count, `total` is null where nobody looked. */
export interface PageRatio {
  readonly label: string;
  readonly covered: number;
  readonly total: number | null;
  readonly percent: number | null;
  /** What it counts, in a sentence. */
  readonly says: string;
  /** What there is to say where there is no share. */
  readonly none: string;
}

/** Name, then commits by standing in the order of `STANDINGS`. */
export type PageGroup = readonly [string, ...number[]];

/** Path, files, covered ones (-1: nobody could say), lines, then commits by standing. */
export type PageFolder = readonly [string, number, number, number, ...number[]];

/** All that breaks in one way. */
export interface PageGap {
  readonly code: GapCode;
  readonly of: "ticket" | "commit" | "file" | "waiver";
  readonly title: string;
  readonly says: string;
  readonly count: number;
  /** Deltas of ascending indexes, as a column. */
  readonly indexes: string;
}

/** A rule with the commits that got each answer of it. */
export interface PageRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly who: string;
  readonly commits: Readonly<Record<"pass" | "fail" | "skip" | "unknown", number>>;
}

/** An answer that a rule gave somewhere. Its text has places `{name}`, which the finding's own arguments fill. */
export interface PageKind {
  /** Index into `rules`. */
  readonly rule: number;
  readonly outcome: JudgedFinding["outcome"];
  readonly blocking: boolean;
  readonly waiver: string | null;
  readonly text: string;
  readonly fix: string;
  /** Names of the arguments that findings bring, in their order. */
  readonly args: readonly string[];
}

/** An item of an outside framework, and how much of the evidence that supports it is there. */
export interface PageControl {
  readonly framework: string;
  readonly item: string;
  readonly asks: string;
  readonly state: "present" | "partial" | "absent";
  readonly strength: string;
  /** What would still be missing were all of it there. */
  readonly missing: string;
}

/** What all commits of a facts key share: verdict, kind of exemption (empty: none), then pairs of kind and its arguments. */
export type PageFacts = readonly [verdict: Verdict, exempt: string, ...findings: (number | PageArgs)[]];

/** Arguments of the finding before it. */
export type PageArgs = readonly (string | number)[];

/** A ticket; see `AuditTicket`. `at` begins with its remote. */
export interface PageTicket {
  readonly at: string;
  readonly key: string;
  readonly status: string;
  /** Who told of it; empty: nobody. */
  readonly told: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly type: string | null;
  readonly state: readonly [name: string, category: string] | null;
  readonly path: string | null;
  readonly digest: string | null;
  readonly spec: readonly [where: string, digest: string] | null;
  /** Seconds since 1970. */
  readonly createdAt: number | null;
  readonly criteria: readonly [done: number, total: number] | null;
  readonly commits: number;
  readonly standing: number;
  readonly lastAt: number | null;
  readonly changes: readonly number[];
  readonly files: number;
  readonly lines: readonly [added: number, deleted: number] | null;
  readonly live: number | null;
}

/**
 * All tickets, field by field: entry i of each is ticket i. Texts that many have in common stand once (`PageWords`); a state is its name, a tab and
 * its category, numbers are as in a column, several with dots between.
 */
export interface PageTickets {
  readonly count: number;
  readonly at: PageWords;
  readonly key: readonly string[];
  readonly title: readonly (string | null)[];
  readonly digest: readonly (string | null)[];
  /** Where the spec stands, and its digest. */
  readonly spec: PageWords;
  readonly specDigest: readonly (string | null)[];
  readonly status: PageWords;
  readonly told: PageWords;
  readonly url: PageWords;
  readonly type: PageWords;
  readonly state: PageWords;
  readonly path: PageWords;
  readonly createdAt: string;
  readonly criteria: string;
  readonly commits: string;
  readonly standing: string;
  readonly lastAt: string;
  readonly changes: string;
  readonly files: string;
  readonly lines: string;
  readonly live: string;
}

/** Texts that repeat: each once, and of each row its place among them, as a column. `OWN_KEY` in a text stands for the row's own key. */
export interface PageWords {
  readonly words: readonly string[];
  readonly rows: string;
}

/** What stands for a ticket's key in texts that hold it; no text from outside still has such a character. */
export const OWN_KEY = "\u0000";

/** The files of the tree. `paths`: a line each, what it shares with the line before as a number to base 36, a colon, and the rest. */
export interface PageFiles {
  readonly count: number;
  readonly paths: string;
  /** Numbers as in a column. */
  readonly lines: string;
  /** A digit each: 0 no ticket leads to it, 1 one does, 2 the policy exempts it, 3 only tickets do that nobody knows. */
  readonly covers: string;
  /** Tickets as in a column; the first of many. */
  readonly tickets: string;
}

/** Commits that come from others: row, kind as its place in `LINEAGES`, whether git proves it, and starts of ids or `#12`. */
export type PageLineage = readonly [row: number, kind: number, proved: 0 | 1, ...of: string[]];

/** Kinds of lineage, each by its place here. */
export const LINEAGES = [
  "merge",
  "evil-merge",
  "revert",
  "cherry-pick",
  "backport",
  "autosquash",
  "squash",
] as const;

/**
 * A column of the commits, newest first. `ids`: base64 of each, all of one length. `standings`: a digit each, by `STANDINGS`. `subjects`: lines.
 * All others: numbers to base 36 with commas between them, nothing for null; several of one commit stand with dots between them.
 * `times`: seconds before the commit in front of it, the first since 1970; `changes` and `recorded`: likewise, of those that have one.
 */
export type AuditPageColumn =
  | "ids"
  | "standings"
  | "times"
  | "authors"
  | "keys"
  | "tickets"
  | "changes"
  | "added"
  | "deleted"
  | "folders"
  | "recorded"
  | "subjects";

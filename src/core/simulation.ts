import type { DoorPlace, Law } from "./law.ts";

/** Commits by what the law would have done to them; the four add up to all. */
export interface Fates {
  /** At least one enforced fail. */
  readonly blocked: number;
  /** No enforced fail, and at least one enforced answer that could not be had. */
  readonly undecided: number;
  /** Let through with at least one fail that nothing enforces. */
  readonly warned: number;
  readonly passed: number;
}

/** One rule: commits that it alone would have stopped, or warned about. A commit counts in every rule that it fails. */
export interface RuleRow {
  readonly rule: string;
  readonly blocked: number;
  /** Answers that could not be had, enforced. */
  readonly undecided: number;
  /** Fails that nothing enforces. */
  readonly warned: number;
  /** Answers that could not be had, not enforced. */
  readonly unknown: number;
}

/** One author (`Name <mail>` as commits have it) or one month (`YYYY-MM`, committer time in UTC). */
export interface GroupRow {
  readonly name: string;
  readonly commits: number;
  readonly blocked: number;
  readonly undecided: number;
}

/** Blocked commits that changed something in a folder; `.` is the root. A commit counts in every folder it touches. */
export interface FolderRow {
  readonly folder: string;
  readonly blocked: number;
}

/** What to write into the policy, so that work goes on and later enforcement stops nothing that is there. */
export interface Proposal {
  /** Null: nothing that is there would be blocked, so none is needed. */
  readonly baseline: string | null;
  /** Commits after the baseline, all of which pass. */
  readonly after: number;
  /** `YYYY-MM-DD`; null: the policy enforces already, and blocks nothing. */
  readonly enforceFrom: string | null;
  /** The file that they belong into. */
  readonly file: string;
  /** Lines of YAML, as they would stand at the top level of that file; empty: nothing to change. */
  readonly lines: readonly string[];
}

/** What today's policy would have done to a history. Nothing is judged by it: it has no verdict. */
export interface Simulation {
  readonly schemaVersion: 1;
  readonly kind: "simulate";
  readonly tool: { readonly name: "golden-thread"; readonly version: string };
  readonly policyDigest: string;
  readonly policySources: readonly string[];
  readonly preset: Law["preset"];
  /** The preset that was put in the place of the policy's own; null: none. */
  readonly assumed: Law["preset"] | null;
  readonly place: DoorPlace;
  readonly decidedAt: string;
  readonly enforceFrom: string | null;
  readonly subject: {
    readonly label: string;
    /** RFC 3339 in UTC: earlier commits are left out of every number. */
    readonly since: string | null;
    readonly complete: boolean;
  };
  readonly counts: Fates & {
    readonly commits: number;
    /** Of the whole history: these are counted and never judged. */
    readonly beforeBaseline: number;
  };
  /** What `check range` says of the same commits today. */
  readonly today: { readonly passed: number; readonly failed: number; readonly undecided: number };
  readonly rules: readonly RuleRow[];
  readonly authors: readonly GroupRow[];
  /** In the order of time. */
  readonly months: readonly GroupRow[];
  readonly folders: { readonly depth: number; readonly rows: readonly FolderRow[] };
  readonly proposal: Proposal;
  readonly notices: readonly string[];
}

import type { Evidence } from "../core/evidence.js";
import type { JudgedFinding } from "../core/finding.js";
import { type Reference } from "../core/reference.js";
import type { ReportSubject } from "../core/report.js";
import { type Person } from "../core/ticket.js";
import { type Sources } from "../gather/lookups.js";
import { type Reader } from "../gather/references.js";
import type { LineWalk } from "../git/line-history.js";
import type { CommitRange, RangeName } from "../git/range.js";
import type { Tasks } from "../tasks/store.js";
import { type TimesGround } from "./decision-times.js";
import type { HistoryCase } from "./judge-history.js";
import { type KeepRow } from "./keep.js";
import type { Progress } from "./read.js";
import { type HistoryTable } from "./table.js";
/** What of the gate a history needs. */
export interface Ground extends TimesGround {
    readonly reader: Reader;
    readonly sources: Sources;
    readonly waivers: Evidence["waivers"];
    readonly at: string;
    commits(range: RangeName): Promise<CommitRange>;
    defaultBranches(): Promise<readonly string[]>;
    mailmap(authors: readonly Person[]): Promise<NonNullable<Evidence["authors"]>>;
    tasks(): Promise<Tasks>;
    tasksAt(commit: string): Promise<Tasks>;
}
/** What to judge of a history: a range, everything that is reachable from a revision, or one commit. */
export interface RangeRequest extends RangeName {
    /** The ref that these commits are pushed to; its name counts for each of them. */
    readonly ref?: string;
    /** References that count for every commit, beside those of the ref's name. */
    readonly around?: readonly Reference[];
    /** The same for single commits of a range, by full id. */
    readonly beside?: ReadonlyMap<string, readonly Reference[]>;
    /** Read subjects, and what commits say of each other. */
    readonly told?: boolean;
    /** Every commit was decided when it was made, also of a range; else of a whole history alone. */
    readonly past?: boolean;
    /** Which commits are judged, where not all are; what the others name is still known. */
    readonly keep?: KeepRow | undefined;
    readonly progress?: Progress;
    /** The commits, if git was asked for them before. */
    readonly ahead?: LineWalk | null;
}
/** A history made ready to be judged, and what a report says of it. */
export interface CaseOfRange extends HistoryCase {
    readonly subject: ReportSubject;
    readonly beforeBaseline: number;
    /** Evidence about the range as a whole, where something hides commits of it; null: nothing does. */
    readonly whole: Evidence | null;
    /** What hindered the judgement, once it is made. */
    notices(): readonly string[];
    /** All commits that were read, also those that are not judged. */
    readonly readWhole: HistoryTable;
}
/** Reads a range and everything its references lead to. Throws `Fault("repository")` for a range that git does not know. */
export declare function historyCase(ground: Ground, request: RangeRequest, evaluate: (evidence: Evidence) => readonly JudgedFinding[]): Promise<CaseOfRange>;

import type { Evidence } from "../core/evidence.js";
import type { JudgedFinding } from "../core/finding.js";
import type { Law } from "../core/law.js";
import type { ReportSubject } from "../core/report.js";
import { type Sources } from "../gather/lookups.js";
import type { Reader } from "../gather/references.js";
import { type Repository } from "../git/repository.js";
import type { Tasks } from "../tasks/store.js";
import type { HistoryCase } from "./judge-history.js";
import { type Progress } from "./read.js";
/** What of the gate a history needs. */
export interface Ground {
    readonly repo: Repository;
    readonly law: Law;
    readonly reader: Reader;
    readonly sources: Sources;
    readonly waivers: Evidence["waivers"];
    readonly at: string;
    tasks(): Promise<Tasks>;
    tasksAt(commit: string): Promise<Tasks>;
}
/** What to judge of a history, as a person named it. */
export interface RangeRequest {
    /** `A..B`, or a revision: then everything that is reachable from it. */
    readonly range: string;
    /** Judge the one commit that `range` names, and none behind it. */
    readonly single?: boolean;
    readonly progress?: Progress;
}
/** A history made ready to be judged, and what a report says of it. */
export interface CaseOfRange extends HistoryCase {
    readonly subject: ReportSubject;
    readonly beforeBaseline: number;
    /** Evidence about the range as a whole, where something hides commits of it; null: nothing does. */
    readonly whole: Evidence | null;
}
/** Reads a range and everything its references lead to. Throws `Fault("repository")` for a range that git does not know. */
export declare function historyCase(ground: Ground, request: RangeRequest, evaluate: (evidence: Evidence) => readonly JudgedFinding[]): Promise<CaseOfRange>;

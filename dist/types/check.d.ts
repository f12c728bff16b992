import type { Evidence } from "./core/evidence.js";
import type { Counts, Report, ReportSubject } from "./core/report.js";
import type { Gate } from "./gate.js";
import { type Draft } from "./gather/draft.js";
import { type RangeRequest } from "./history/case.js";
import type { JudgedHistory } from "./history/verdicts.js";
/** Judges a commit message: gather evidence, ask the rules, fold their answers. */
export declare function checkMessage(gate: Gate, draft: Draft): Promise<Report>;
/** Judges what is staged, as far as it can be judged before there is a message. */
export declare function checkStaged(gate: Gate, evidence: Evidence, branch: string | null): Report;
/** Judges every commit of a range or a whole history: the same rules, asked once for each distinct set of facts. */
export declare function checkCommits(gate: Gate, request: RangeRequest): Promise<Report>;
/** The tickets that a change names, from all that is known of it. */
export declare function evidenceTickets({ references, facts, lookups, specs, }: Pick<Evidence, "references" | "facts" | "lookups" | "specs">): ReturnType<Report["tickets"]>;
/** The tickets that a history names. */
export declare function historyTickets({ named, lookup }: JudgedHistory, specs?: Evidence["specs"]): ReturnType<Report["tickets"]>;
/** Nothing was counted. */
export declare const NO_COUNTS: Counts;
/** What every report says of itself. */
export declare function frame({ law, at, notices, waivers }: Pick<Gate, "law" | "at" | "notices" | "waivers">, subject: ReportSubject): Omit<Report, "verdict">;

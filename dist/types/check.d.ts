import type { Report } from "./core/report.js";
import type { Gate } from "./gate.js";
import { type Draft } from "./gather/draft.js";
import { type RangeRequest } from "./history/case.js";
/** Judges a commit message: gather evidence, ask the rules, fold their answers. */
export declare function checkMessage(gate: Gate, draft: Draft): Promise<Report>;
/** Judges every commit of a range or a whole history: the same rules, asked once for each distinct set of facts. */
export declare function checkCommits(gate: Gate, request: RangeRequest): Promise<Report>;

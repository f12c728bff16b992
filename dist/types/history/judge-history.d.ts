import type { Evidence, TaskEdit } from "../core/evidence.js";
import type { JudgedFinding } from "../core/finding.js";
import type { Law } from "../core/law.js";
import type { Reference } from "../core/reference.js";
import { type Lookup } from "../core/ticket.js";
import type { Confirmed } from "../gather/commit-facts.js";
import type { Decisions } from "./decisions.js";
import { type HistoryTable } from "./table.js";
import { type JudgedHistory } from "./verdicts.js";
/** What git confirms of commits whose text or parents claim something, by commit id, and what their inherited references lead to. */
export type Confirm = (ids: readonly string[]) => Promise<{
    readonly facts: ReadonlyMap<string, Confirmed>;
    readonly lookups: Evidence["lookups"];
}>;
/** A history with everything that judging it rests on. */
export interface HistoryCase {
    readonly table: HistoryTable;
    readonly law: Law;
    readonly common: Pick<Evidence, "at" | "lookups" | "waivers" | "globs" | "defaultBranches" | "referencedBefore" | "prior" | "authors">;
    /** By remote, the answer for all ids of one that nobody here can ask; those are not among the common look-ups. */
    readonly constant: ReadonlyMap<string, Lookup>;
    readonly edits: ReadonlyMap<string, readonly TaskEdit[]>;
    /** References of the branch's name, which count for every commit. */
    readonly around: readonly Reference[];
    readonly ref: string | null;
    /** When each commit was decided; null: all are decided now. */
    readonly decisions: Decisions | null;
    readonly evaluate: (evidence: Evidence) => readonly JudgedFinding[];
    readonly confirm: Confirm;
    /** For commits (by index) that do not pass: answers that hold for one of them alone, by look-up key. */
    readonly asOf: (indices: readonly number[]) => Promise<ReadonlyMap<number, Evidence["lookups"]>>;
}
/**
 * Judges every commit of a history. Git is asked to confirm merges, reverts, cherry-picks and fixups only where the
 * commit does not pass without: that is what costs, and a pass needs no excuse.
 */
export declare function judgeHistory(history: HistoryCase): Promise<JudgedHistory>;

import type { Commit } from "../core/change.js";
import type { CommitFacts, Evidence, TaskEdit } from "../core/evidence.js";
import type { JudgedFinding } from "../core/finding.js";
import type { Law } from "../core/law.js";
import { type Reference } from "../core/reference.js";
import type { FactsKey } from "../core/report.js";
import type { CitedClasses } from "./classes.js";
import type { Decisions } from "./decisions.js";
import type { LookupOf } from "./moments.js";
import { type PathKind } from "./paths.js";
import { type HistoryTable } from "./table.js";
/** What a judge of single commits is given. */
export interface JudgeInput {
    readonly table: HistoryTable;
    readonly law: Law;
    readonly classes: CitedClasses;
    readonly kinds: readonly PathKind[];
    /** By commit id. */
    readonly edits: ReadonlyMap<string, readonly TaskEdit[]>;
    /** Evidence that is the same for every commit. */
    readonly common: Pick<Evidence, "at" | "lookups" | "waivers" | "globs" | "defaultBranches" | "referencedBefore" | "prior" | "authors">;
    /** Asked for a commit's own references alone. */
    readonly lookup: LookupOf;
    /** References of the branch's name, which count for every commit. */
    readonly around: readonly Reference[];
    readonly ref: string | null;
    /** How many parents of a ticket count beside it. */
    readonly levels: number;
    /** When each commit was decided; null: it is decided now. */
    readonly decisions: Decisions | null;
    readonly evaluate: (evidence: Evidence) => readonly JudgedFinding[];
}
/** Judges commits of a history, each distinct set of facts once. */
export interface Judge {
    /** The number of the commit's facts key; the rules run when a key is first met. */
    keyOf(index: number, facts: CommitFacts): number;
    /** The same for a commit with answers of its own (by look-up key), which no other commit shares. */
    alone(index: number, facts: CommitFacts, answers: Evidence["lookups"]): number;
    /** The key of commits whose references alone tell them apart, by set of references; -1: not met yet, or told by more. */
    readonly ofPlain: Int32Array;
    /** What the rules say of one commit by itself: of a key they say it of whichever commit was met first. */
    findingsOf(index: number, facts: CommitFacts, answers?: Evidence["lookups"]): readonly JudgedFinding[];
    readonly keys: readonly Pick<FactsKey, "example" | "verdict" | "findings">[];
    /** The key has no fail and no unknown, not even one that only warns. */
    isClean(number: number): boolean;
}
/** Opens a judge that has met no facts yet. */
export declare function openJudge(input: JudgeInput): Judge;
/** Facts of a commit that is no merge, no root and claims nothing: most of them, so they share one object. */
export declare const PLAIN: CommitFacts;
/** A commit of the table without its text: a history keeps the references of a message, not the message. */
export declare function commitAt(table: HistoryTable, index: number): Commit;

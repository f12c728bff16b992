import type { TaskProblem } from "../core/evidence.js";
import type { ParsedTask } from "./parse.js";
/** A problem with the file that has it. */
export interface FileProblem extends TaskProblem {
    readonly path: string;
}
/**
 * What is wrong with task files only in each other's company: an id that several live files have, a dependency or a
 * parent that no file has, and tasks that wait for one another. Archived files count as existing, and only as that.
 */
export declare function relationProblems(tasks: readonly ParsedTask[]): readonly FileProblem[];

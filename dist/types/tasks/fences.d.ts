import type { TaskProblem } from "../core/evidence.js";
/** Longer frontmatter is no task's: the largest one met in public repositories is under 10 kB. */
export declare const MAX_FRONTMATTER: number;
/** Offsets, in UTF-16 units, of the parts of a task file. The YAML excludes the break before the closing dashes. */
export interface Fences {
    readonly yamlStart: number;
    readonly yamlEnd: number;
    /** Start of the closing line of dashes. */
    readonly closeStart: number;
    readonly bodyStart: number;
    /** Line, from 1, on which the body begins. */
    readonly bodyLine: number;
}
/** The parts, or the one thing that keeps the file from being read. */
export type FencesResult = {
    readonly ok: true;
    readonly fences: Fences;
} | {
    readonly ok: false;
    readonly problem: TaskProblem;
};
/**
 * Finds the lines of dashes. The first line must be exactly `---` (a byte-order mark before it is allowed): after
 * the dashes gray-matter reads the name of an engine. The first later line that begins with dashes closes.
 */
export declare function findFences(text: string): FencesResult;

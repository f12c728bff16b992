import type { TaskProblem } from "../core/evidence.js";
import { type Fences } from "./fences.js";
import type { YamlMapping } from "./yaml-value.js";
/** A task file's frontmatter and where its body begins. */
export interface Frontmatter {
    readonly values: YamlMapping;
    /** Line in the file, from 1, of each top-level key. */
    readonly lines: ReadonlyMap<string, number>;
    readonly fences: Fences;
}
/** The frontmatter, or the one thing that keeps it from being read. */
export type FrontmatterResult = {
    readonly ok: true;
    readonly frontmatter: Frontmatter;
} | {
    readonly ok: false;
    readonly problem: TaskProblem;
};
/**
 * Reads the frontmatter of a task file. Plain YAML is read here; anything else by gray-matter with the strict
 * engine, which is loaded only then. What can't be read is a problem with its line, never an exception.
 */
export declare function readFrontmatter(text: string): Promise<FrontmatterResult>;

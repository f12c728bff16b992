import type { TaskProblem } from "../core/evidence.js";
import type { Dialect } from "./backlog.js";
import { type CheckItem, type Range } from "./checklist.js";
import { type Comment } from "./comments.js";
import { type Outline } from "./outline.js";
import { type ToolkitSections } from "./toolkit-sections.js";
/** The prose that Backlog.md keeps between markers, with the titles that its versions have used. */
export declare const PROSE: {
    readonly description: {
        readonly marker: "SECTION:DESCRIPTION";
        readonly titles: readonly ["description"];
    };
    readonly plan: {
        readonly marker: "SECTION:PLAN";
        readonly titles: readonly ["implementation plan"];
    };
    readonly notes: {
        readonly marker: "SECTION:NOTES";
        readonly titles: readonly ["implementation notes", "notes", "notes & comments", "implementation notes & comments"];
    };
    readonly finalSummary: {
        readonly marker: "SECTION:FINAL_SUMMARY";
        readonly titles: readonly ["final summary"];
    };
};
/** A prose section by the name that the rest of the code gives it. */
export type ProseName = keyof typeof PROSE;
/** The body of a task file. Texts are trimmed and keep their Markdown; null: no such section. */
export interface TaskBody {
    readonly outline: Outline;
    readonly description: string | null;
    readonly plan: string | null;
    readonly notes: string | null;
    readonly finalSummary: string | null;
    readonly criteria: readonly CheckItem[];
    readonly definitionOfDone: readonly CheckItem[];
    readonly comments: readonly Comment[];
    /** The toolkit's tables and lists; null in the other dialect. */
    readonly toolkit: ToolkitSections | null;
    readonly problems: readonly TaskProblem[];
}
/** Reads what stands below the frontmatter. Lists between unbalanced markers are empty, as Backlog.md reads them. */
export declare function readBody(text: string, start: number, line: number, dialect: Dialect): TaskBody;
/** Where a prose section's text stands: between its markers, or below its heading. Null: missing or unbalanced. */
export declare function proseRange(parts: Outline, dialect: Dialect, name: ProseName): Range | null;

import { type YamlMapping } from "./yaml-value.js";
/** What task files say beyond a ticket's common fields, in both dialects. Texts are as written; null or empty: not said. */
export interface TaskDetails {
    readonly priority: string | null;
    readonly severity: string | null;
    readonly environment: string | null;
    readonly phase: string | null;
    readonly milestone: string | null;
    readonly complexity: string | null;
    readonly foundBy: string | null;
    readonly commit: string | null;
    readonly ordinal: number | null;
    readonly iceScore: number | null;
    readonly estimatedTokens: number | null;
    readonly dueDate: string | null;
    /** Canonical ids where they are ids. */
    readonly dependencies: readonly string[];
    readonly blockers: readonly string[];
    readonly subtasks: readonly string[];
    readonly splitInto: readonly string[];
    readonly references: readonly string[];
    readonly documentation: readonly string[];
    readonly sharedFiles: readonly string[];
}
/** Reads the frontmatter keys of both dialects that are no part of a `Ticket`. */
export declare function readDetails(values: YamlMapping): TaskDetails;

import type { Section } from "./outline.js";
/** A row of the `Affected Files` table; `action` in lower case as written. */
export interface AffectedFile {
    readonly path: string;
    readonly action: string;
    readonly description: string;
    readonly line: number;
}
/** A test that the ticket promises. `group` is the third-level heading in lower case (`unit tests`). */
export interface PlannedTest {
    readonly group: string;
    readonly name: string;
    readonly verifies: string;
}
/** A row of the `Dependencies` table, as written. */
export interface TicketDependency {
    readonly ticket: string;
    readonly needs: string;
    readonly status: string;
}
/** The tables and lists of a toolkit ticket; empty where a section is missing or holds placeholders. */
export interface ToolkitSections {
    readonly affectedFiles: readonly AffectedFile[];
    readonly tests: readonly PlannedTest[];
    /** Lines of the fenced block under `Verification Commands`, without shell comments. */
    readonly verificationCommands: readonly string[];
    readonly dependencies: readonly TicketDependency[];
}
/** Reads what a toolkit ticket keeps in tables and lists. Placeholders in HTML comments are no content. */
export declare function readToolkitSections(text: string, sections: readonly Section[]): ToolkitSections;

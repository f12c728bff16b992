import type { Problem } from "../core/fault.js";
import type { Level } from "../core/finding.js";
import type { Resolved } from "./resolve.js";
import type { PresetName } from "./schema.js";
import type { Schemas } from "./schemas.js";
/** What a command line or an Action's inputs ask for. It can raise the law, never lower it. */
export interface Overrides {
    /** How errors call it: `command line`, `action input`. */
    readonly label: string;
    readonly preset?: PresetName;
    readonly rules?: Readonly<Record<string, Level>>;
    readonly unknown?: "warn" | "block";
}
/** The policy (of the repository or of one scope), raised. */
export declare function raise(schemas: Schemas, base: Resolved, overrides: Overrides): Resolved;
/** Everything that asks for less than the policy already says, or for a rule that there is not. */
export declare function overrideProblems(base: Resolved, overrides: Overrides): readonly Problem[];

import type { Problem } from "../core/fault.js";
import type { DoorPlace, Law } from "../core/law.js";
import { type Detected } from "./detected.js";
import { type Lock } from "./locks.js";
import { type Overrides } from "./overrides.js";
import { type Layer, type Resolved } from "./resolve.js";
import type { Schemas } from "./schemas.js";
/** What a law is made of once its files are read. */
export interface CompileInput {
    readonly schemas: Schemas;
    /** Weakest first; each has passed the schema. */
    readonly layers: readonly Layer[];
    readonly locks: readonly Lock[];
    /** Files that the layers came from. */
    readonly sources: readonly string[];
    readonly place: DoorPlace;
    readonly detected: Detected;
    readonly overrides: Overrides | null;
}
/** The resolved law, or every reason why the layers make none. */
export type Compiled = {
    readonly law: Law;
    readonly resolved: Resolved;
    readonly problems: readonly [];
} | {
    readonly law: null;
    readonly problems: readonly Problem[];
};
/** Resolves layers into the law that every door reads: plain JSON, globs as RegExp sources, with its digest. */
export declare function compile(input: CompileInput): Promise<Compiled>;

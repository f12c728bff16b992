import type { Problem } from "../core/fault.js";
import { type Json } from "./json.js";
import { type Layer } from "./resolve.js";
import type { Schemas } from "./schemas.js";
/** One entry of a layer's `locked:`. */
export interface Lock {
    readonly key: string;
    /** The layer's index; only later ones are bound. */
    readonly layer: number;
    readonly path: readonly PropertyKey[];
}
interface Locked {
    readonly layers: readonly Layer[];
    readonly locks: readonly Lock[];
    readonly schemas: Schemas;
}
/** Locks that name no key, and every place where a later layer loosens what an earlier one has locked. */
export declare function lockProblems(locked: Locked, detected: Json): readonly Problem[];
export {};

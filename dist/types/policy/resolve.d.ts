import type { z as zod } from "zod";
import type { PolicySections } from "../core/law.js";
import type { Position } from "./document.js";
import { type Json } from "./json.js";
import { type PresetFacts } from "./presets.js";
import type { ruleEntrySchema } from "./rule-entries.js";
import type { Policy, PresetName } from "./schema.js";
import type { Schemas } from "./schemas.js";
/** One layer of the law above its preset. `value` has passed the schema; its rule entries are all objects. */
export interface Layer {
    /** The file's path, or how a door calls what it was given (`command line`). */
    readonly label: string;
    readonly value: Json;
    place(path: readonly PropertyKey[], part?: "key" | "value"): Position;
}
/** A rule's level, `unknown` and explicit options, as the layers add up to. */
export type RuleEntry = zod.output<ReturnType<typeof ruleEntrySchema>>;
/** What a stack of layers says, defaults filled in. */
export interface Resolved {
    readonly preset: PresetName;
    readonly facts: PresetFacts;
    /** All layers with their preset merged, as written. */
    readonly merged: Json;
    readonly policy: Policy;
    readonly entries: Readonly<Record<string, RuleEntry>>;
}
/** The rule entries of a file in one form: `warn` is `{level: warn}`. */
export declare function normalise(value: Json): Json;
/**
 * Merges layers, weakest first, above the preset that they name. Every layer has passed the schema. `detected`: the
 * remotes that stand in where no layer names any.
 */
export declare function resolve(schemas: Schemas, layers: readonly Layer[], detected: Json): Resolved;
/** Fills in the defaults of a merged policy. Rules keep what is written: their defaults come with their options. */
export declare function complete(schemas: Schemas, merged: unknown): Pick<Resolved, "merged" | "policy" | "entries">;
/** The sections that rules take their options from. */
export declare function sectionsOf({ authority, authorise, references, remotes, people, spec, }: Policy): PolicySections;
/** Strongest layer that says something at a path, and where; null: the preset or a default does. */
export declare function saidBy(layers: readonly Layer[], path: readonly PropertyKey[], part?: "key" | "value"): (Position & {
    readonly file: string;
}) | null;

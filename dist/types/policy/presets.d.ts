import type { Rule } from "../core/rule.js";
import type { Json } from "./json.js";
import type { PresetName } from "./schema.js";
/** What of the policy a preset depends on. */
export interface PresetFacts {
    readonly specRequired: boolean;
    /** The policy names a tracker other than the repository's own task files. */
    readonly hasUpstream: boolean;
}
/** A preset as the weakest layer of a policy: only what differs from the schema's defaults. */
export declare function presetLayer(preset: PresetName, rules: readonly Rule[], facts: PresetFacts): Json;

import { Fault, type Problem } from "../core/fault.js";
import type { DoorPlace, Law } from "../core/law.js";
import type { Tree } from "../core/ports.js";
import type { Rule } from "../core/rule.js";
import { type Compiled } from "./compile.js";
import type { Detected } from "./detected.js";
import { type FetchedPolicies } from "./layers.js";
import type { Overrides } from "./overrides.js";
import { type Layer } from "./resolve.js";
import type { PresetName } from "./schema.js";
/** All that decides what the law is. */
export interface PolicyInput {
    /** The trusted tree. */
    readonly tree: Tree;
    readonly place: DoorPlace;
    readonly detected: Detected;
    /** Every registered rule. */
    readonly rules: readonly Rule[];
    /** `YYYY-MM-DD` in UTC. */
    readonly today: string;
    readonly overrides?: Overrides;
    /** Read the policy as if it named this preset; everything else that it says stands. */
    readonly assume?: PresetName;
    /** Policies of other repositories that were fetched before; without it there are none. */
    readonly fetched?: FetchedPolicies;
}
/**
 * The law of a tree: its policy file with all that this extends, or presets and detection where there is none. Throws
 * `Fault("policy")` with every problem of policy and waivers at once, each with file, line, column and key.
 */
export declare function loadPolicy(input: PolicyInput): Promise<Law>;
/** A policy with the layers that it came from, for doors that explain it. */
export interface ReadPolicy {
    readonly layers: readonly Layer[];
    readonly compiled: Compiled;
}
/** Reads, checks and compiles without throwing for anything that stands in a file. */
export declare function readPolicy(input: PolicyInput): Promise<ReadPolicy>;
/** All problems in one fault. */
export declare function policyFault(problems: readonly Problem[]): Fault;

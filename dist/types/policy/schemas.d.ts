import type { z as zod } from "zod";
import type { Rule } from "../core/rule.js";
import type { Json } from "./json.js";
import type { remotesSchema } from "./remotes.js";
import { ruleEntrySchema } from "./rule-entries.js";
import { policySchema } from "./schema.js";
/** Every schema that reading a policy takes, built once: building costs far more than using. */
export interface Schemas {
    readonly rules: readonly Rule[];
    readonly policy: ReturnType<typeof policySchema>;
    readonly remotes: ReturnType<typeof remotesSchema>;
    /** Rule entries as layers merge them. */
    readonly entries: zod.ZodType<Readonly<Record<string, zod.output<ReturnType<typeof ruleEntrySchema>>>>>;
    /** Every rule with the schema of its own options, defaults included. */
    readonly options: readonly {
        readonly rule: Rule;
        readonly schema: zod.ZodType;
    }[];
    /** JSON Schema of the policy file, made when an error needs the names that it knows. */
    json(): Json;
}
/** Loads zod and builds the schemas for a set of rules. */
export declare function schemasFor(rules: readonly Rule[]): Promise<Schemas>;

import type { Rule } from "../core/rule.js";
import type { Zod } from "../core/schema.js";
/** Every rule's id with its level, or an object of level, `unknown` and the rule's own options. Ids are closed. */
export declare function rulesSchema(z: Zod, rules: readonly Rule[]): import("zod").ZodObject<{
    [x: string]: import("zod").ZodOptional<import("zod").ZodUnion<readonly [import("zod").ZodEnum<{
        off: "off";
        warn: "warn";
        enforce: "enforce";
    }>, import("zod").ZodObject<{
        level: import("zod").ZodEnum<{
            off: "off";
            warn: "warn";
            enforce: "enforce";
        }>;
        unknown: import("zod").ZodOptional<import("zod").ZodEnum<{
            warn: "warn";
            block: "block";
        }>>;
    }, import("zod/v4/core").$strict>]>>;
}, import("zod/v4/core").$strict>;
/** One entry as layers merge it: level apart from what the policy says beside it. */
export declare function ruleEntrySchema(z: Zod): import("zod").ZodObject<{
    level: import("zod").ZodEnum<{
        off: "off";
        warn: "warn";
        enforce: "enforce";
    }>;
    unknown: import("zod").ZodOptional<import("zod").ZodEnum<{
        warn: "warn";
        block: "block";
    }>>;
}, import("zod/v4/core").$loose>;

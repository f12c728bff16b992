import type { Rule, RuleMeta } from "../core/rule.js";
/** What is known of each rule by its id, for those that write a report down. */
export declare function ruleMetas(): ReadonlyMap<string, RuleMeta<string>>;
/** Every rule there is, in the order of the rule book. */
export declare const rules: readonly Rule[];

import type { Rule } from "../core/rule.js";
/** Every rule there is, in the order of the rule book. */
export declare const rules: readonly Rule[];

import type { Rule } from "../core/rule.ts";
import { referenceRequired } from "./reference-required.ts";

/** Every rule there is, in the order of the rule book. */
export const rules: readonly Rule[] = [referenceRequired];

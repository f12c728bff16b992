import { Fault } from "../core/fault.ts";
import type { Rule } from "../core/rule.ts";
import type { Zod } from "../core/schema.ts";
import { LEVELS, UNKNOWNS } from "./sections.ts";

/** Every rule's id with its level, or an object of level, `unknown` and the rule's own options. Ids are closed. */
export function rulesSchema(z: Zod, rules: readonly Rule[]) {
  return z.strictObject(
    Object.fromEntries(rules.map((rule) => [rule.meta.id, ruleEntry(z, rule).optional()])),
  );
}

function ruleEntry(z: Zod, rule: Rule) {
  const level = z.enum(LEVELS).describe("How much the rule weighs.");
  const full = z.strictObject({
    ...optionShape(z, rule),
    level,
    unknown: z
      .enum(UNKNOWNS)
      .optional()
      .describe("What an answer that could not be had does, for this rule."),
  });
  return z.union([level, full]).describe(rule.meta.title);
}

/** The fields of a rule's options. `level` and `unknown` are the policy's own words. */
function optionShape(z: Zod, rule: Rule) {
  const schema = rule.options(z);
  if (!(schema instanceof z.ZodObject)) {
    throw new Fault("internal", `The options of rule ${rule.meta.id} are not an object.`);
  }
  const taken = Object.keys(schema.shape).filter((key) => key === "level" || key === "unknown");
  if (taken.length > 0) {
    throw new Fault(
      "internal",
      `Rule ${rule.meta.id} has an option with the policy's own name ${taken.join()}.`,
    );
  }
  return schema.shape;
}

/** One entry as layers merge it: level apart from what the policy says beside it. */
export function ruleEntrySchema(z: Zod) {
  return z.looseObject({ level: z.enum(LEVELS), unknown: z.enum(UNKNOWNS).optional() });
}

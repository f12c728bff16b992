import type { Rule } from "../core/rule.ts";
import { rules as registry } from "../rules/index.ts";
import { policySchema } from "./schema.ts";

/**
 * JSON Schema (draft 2020-12) of the policy file, for editors and other tools. It says all that a schema can: dates
 * that no calendar has, keys that two trackers claim and the like are found by `config validate` alone.
 */
export async function jsonSchema(rules: readonly Rule[] = registry): Promise<Record<string, unknown>> {
  const { z } = await import("zod");
  const schema = z.toJSONSchema(policySchema(z, rules), { target: "draft-2020-12", io: "input" });
  return {
    ...schema,
    title: "golden-thread policy",
    description: "golden-thread.yml: what a change must lead to.",
  };
}

import type { z as zod } from "zod";
import type { Rule } from "../core/rule.ts";
import type { Zod } from "../core/schema.ts";
import { termsSchema } from "../core/terms.ts";

type JsonSchema = zod.core.JSONSchema.BaseSchema;

/** One option of a rule, for people. */
export interface RuleOption {
  readonly name: string;
  /** What it may be: `any | all`, `list of text`, `number`. */
  readonly takes: string;
  /** JSON of its default; null: it follows the policy's own sections. */
  readonly fallback: string | null;
  readonly does: string;
}

/** The options of a rule in their order, read from the schema that checks them. */
export async function ruleOptions(rule: Rule): Promise<readonly RuleOption[]> {
  const { z } = await import("zod");
  const follows = Object.keys(rule.from?.(termsSchema(z).parse({})) ?? {});
  return Object.entries(propertiesOf(z, rule)).map(([name, schema]) => ({
    name,
    takes: takes(schema),
    fallback: follows.includes(name) ? null : JSON.stringify(schema.default ?? null),
    does: schema.description ?? "",
  }));
}

function propertiesOf(z: Zod, rule: Rule): Readonly<Record<string, JsonSchema>> {
  const { properties = {} }: JsonSchema = z.toJSONSchema(rule.options(z), { io: "input" });
  const schemas = Object.entries(properties).map(
    ([name, schema]) => [name, typeof schema === "boolean" ? {} : schema] as const,
  );
  return Object.fromEntries(schemas);
}

function takes({ type, enum: words, anyOf, items }: JsonSchema): string {
  if (words !== undefined) return words.map(String).join(" | ");
  if (anyOf !== undefined) return anyOf.map((one) => takes(one)).join(" | ");
  if (type === "array")
    return typeof items === "object" && !Array.isArray(items) ? `list of ${takes(items)}` : "list";
  if (type === "string") return "text";
  if (type === "integer") return "number";
  return typeof type === "string" ? type : "any";
}

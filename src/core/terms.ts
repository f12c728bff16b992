import type { PolicySections } from "./law.ts";
import type { Schema, Zod } from "./schema.ts";

/** Places where a reference counts. */
export const placesSchema = (z: Zod) =>
  z
    .array(z.enum(["subject", "body", "trailer", "branch", "title"]))
    .min(1)
    .default(["subject", "body", "trailer", "branch", "title"])
    .describe("Places where a reference counts; `body` is also a pull request's description.");

/** On what terms a reference authorises: the policy's own sections, as rules take them for options. */
export type Terms = Required<Omit<PolicySections, "spec">>;

/** Options of rules that ask who authorises; left out of a policy, they follow its sections. */
export const termsSchema: Schema<Terms> = (z) => {
  const names = z.array(z.string().min(1));
  return z.strictObject({
    authority: z
      .enum(["local", "linked", "upstream"])
      .default("local")
      .describe("Who may tell that a ticket is authorised; as the policy's `authority`."),
    authorise: z
      .strictObject({
        states: z.union([names, z.record(z.string(), names)]).default(["open", "in_progress"]),
        new_tasks: z.enum(["allow", "warn", "deny"]).default("warn"),
        types: z
          .union([names, z.record(z.string(), names)])
          .nullable()
          .default(null),
        labels: names.default([]),
        approval: z
          .strictObject({
            label: z.string().nullable().default(null),
            risk: z
              .array(z.enum(["low", "medium", "high", "critical"]))
              .nullable()
              .default(null),
            approvers: names.default([]),
          })
          .nullable()
          .default(null),
        decision_time: z.enum(["any", "recorded"]).default("any"),
      })
      .prefault({})
      .describe("States, types and labels that authorise; as the policy's `authorise`."),
    references: z
      .strictObject({
        in: placesSchema(z),
        need: z.enum(["any", "all"]).default("any"),
        trailer: z.string().default("Refs"),
      })
      .prefault({})
      .describe("Where references count and how many must hold; as the policy's `references`."),
    projects: z
      .record(z.string(), names)
      .default({})
      .describe("Projects that count, by remote; a remote without a list leaves it to its own settings."),
    people: z
      .record(z.string(), names)
      .default({})
      .describe("Accounts by the address of a person's commits; as the policy's `people`."),
  });
};

/** The terms that a policy's sections give. */
export function termsFrom({
  authority,
  authorise,
  references,
  projects = {},
  people = {},
}: PolicySections): Terms {
  return { authority, authorise, references, projects, people };
}

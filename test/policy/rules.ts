import { defineRule, type Rule, type RuleMeta } from "../../src/core/rule.ts";

interface Shape {
  readonly id: string;
  readonly default?: boolean;
}

function metaOf({ id, default: isDefault = true }: Shape): RuleMeta<"fine"> {
  return {
    id,
    title: `The rule ${id}`,
    why: "It is a test's.",
    fix: "Nothing to mend.",
    codes: { fine: { outcome: "pass", message: "Fine." } },
    on: ["commits"],
    default: isDefault,
    needs: [],
    fast: false,
    examples: [],
    controls: [],
  };
}

function plain(shape: Shape): Rule {
  return defineRule<Record<string, never>, "fine">({
    meta: metaOf(shape),
    options: (z) => z.strictObject({}),
    check: () => [],
  });
}

const changeSize = defineRule<{ max_files: number; max_lines?: number | undefined }, "fine">({
  meta: metaOf({ id: "change-size", default: false }),
  options: (z) =>
    z.strictObject({
      max_files: z.number().int().min(1, { error: "at least 1" }).default(20),
      max_lines: z.number().int().min(1, { error: "at least 1" }).optional(),
    }),
  check: () => [],
});

const referenceRequired = defineRule<{ in: string[]; trailer: string; pattern?: string | undefined }, "fine">(
  {
    meta: metaOf({ id: "reference-required" }),
    options: (z) =>
      z.strictObject({
        in: z.array(z.string()).default(["subject"]),
        trailer: z.string().default("Refs"),
        pattern: z.string().refine(isPattern, { error: "a regular expression" }).optional(),
      }),
    from: ({ references }) => ({ in: [...references.in], trailer: references.trailer }),
    check: () => [],
  },
);

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Rules with all that policies can depend on: presets' names, options, options from sections, none by default. */
export const rules: readonly Rule[] = [
  referenceRequired,
  plain({ id: "ticket-exists" }),
  plain({ id: "ticket-authorised" }),
  plain({ id: "policy-change-authorised" }),
  plain({ id: "spec-in-body" }),
  plain({ id: "paths-in-scope" }),
  plain({ id: "author-is-assignee", default: false }),
  changeSize,
];

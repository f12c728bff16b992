import type { Level } from "../core/finding.ts";
import type { Rule } from "../core/rule.ts";
import type { Json } from "./json.ts";
import type { PresetName } from "./schema.ts";

/** What `standard` blocks on; every other default rule warns. */
const STANDARD_ENFORCES = [
  "reference-required",
  "ticket-exists",
  "ticket-authorised",
  "policy-change-authorised",
  "policy-wellformed",
];
/** Blocks in `standard` where the policy asks for specs. */
const SPEC_RULE = "spec-in-body";

/** What of the policy a preset depends on. */
export interface PresetFacts {
  readonly specRequired: boolean;
  /** The policy names a tracker other than the repository's own task files. */
  readonly hasUpstream: boolean;
}

/** A preset as the weakest layer of a policy: only what differs from the schema's defaults. */
export function presetLayer(preset: PresetName, rules: readonly Rule[], facts: PresetFacts): Json {
  const levels = rules.map((rule) => [rule.meta.id, { level: levelIn(preset, rule, facts) }] as const);
  return { ...sectionsIn(preset, facts), rules: Object.fromEntries(levels) };
}

function levelIn(preset: PresetName, { meta }: Rule, { specRequired }: PresetFacts): Level {
  if (!meta.default) return "off";
  switch (preset) {
    case "observe":
      return "warn";
    case "standard":
      return STANDARD_ENFORCES.includes(meta.id) || (specRequired && meta.id === SPEC_RULE)
        ? "enforce"
        : "warn";
    case "strict":
      return "enforce";
  }
}

function sectionsIn(preset: PresetName, { hasUpstream }: PresetFacts): Json {
  switch (preset) {
    case "observe":
      return { unknown: { hook: "warn", ci: "warn", server: "warn" } };
    case "standard":
      return { unknown: { hook: "warn", ci: "block", server: "block" } };
    case "strict":
      return {
        unknown: { hook: "block", ci: "block", server: "block" },
        references: { need: "all" },
        authorise: { new_tasks: "deny", decision_time: "recorded" },
        ...(hasUpstream ? { authority: "upstream" } : {}),
      };
  }
}

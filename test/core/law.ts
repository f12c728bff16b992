import { z } from "zod";
import type { Law, PolicySections, RuleLaw } from "../../src/core/law.ts";
import type { Rule } from "../../src/core/rule.ts";
import { rules } from "../../src/rules/index.ts";

/** What the sections of a policy say where it says nothing. */
export const SECTIONS: PolicySections = {
  authority: "local",
  authorise: {
    states: ["open", "in_progress"],
    new_tasks: "warn",
    types: null,
    labels: [],
    approval: null,
    decision_time: "any",
  },
  references: { in: ["subject", "body", "trailer", "branch", "title"], need: "any", trailer: "Refs" },
};

/** One rule's weight: enforced, unknowns block, options by the sections. */
function weight(rule: Rule, given: Partial<RuleLaw> = {}, sections = SECTIONS): RuleLaw {
  const options = rule.options(z).parse(rule.from?.(sections) ?? {});
  return { level: "enforce", unknown: "block", options, ...given };
}

/** Every given rule, weighed alike. */
export function ruleSet(
  asked: readonly Rule[],
  given: Partial<RuleLaw> = {},
  sections = SECTIONS,
): Law["rules"] {
  return Object.fromEntries(asked.map((rule) => [rule.meta.id, weight(rule, given, sections)]));
}

/** A law that enforces every rule there is. */
export function law(given: Partial<Law> = {}): Law {
  return {
    version: 1,
    digest: "0".repeat(64),
    place: "ci",
    preset: "strict",
    sources: [],
    baseline: null,
    enforceFrom: null,
    remotes: [],
    scan: {},
    sections: SECTIONS,
    rules: given.rules ?? ruleSet(rules),
    scopes: [],
    exempt: { merges: "clean", bots: [] },
    waivers: { file: "golden-thread.waivers.yml", approvers: [], maxDays: 7, provedOnly: false },
    cache: { fresh: "10m", stale: "24h" },
    ledger: null,
    evidence: null,
    spec: {
      required: false,
      paths: ["specs/{id}/spec.md"],
      inject: true,
      sources: ["body"],
      headings: {},
      min_criteria: 1,
      min_size: 0,
      max_size: 1_000,
    },
    disclose: "auto",
    lawPaths: ["^golden-thread\\.yml$"],
    ...given,
  };
}

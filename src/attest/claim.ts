import type { Check } from "./checks.ts";
import type { Ground } from "./record.ts";
import { GATE_ID } from "./statement.ts";

/** Properties that others may build on, each with the rules that must have passed for it. An organisation's own begin so. */
export const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  ORG_SOURCE_CHANGE_TRACED: ["reference-required"],
  ORG_SOURCE_INTENT_AUTHORIZED: ["reference-required", "ticket-exists", "ticket-authorised"],
  ORG_SOURCE_PLAN_BOUND: ["spec-present", "spec-in-body"],
};

/**
 * What can be claimed of a landed change in a word: the predicate of a Simple Verification Result. Null: nothing. It is claimed after the
 * merge alone, of a change that is known whole, and never from a rule that did not answer, warned, or does not know.
 */
export function claimOf({ report, context, checks, policy }: Ground): unknown {
  if (context.phase !== "post-merge" || report.verdict !== "pass" || !report.subject.complete) return null;
  const properties = Object.entries(PROPERTIES).flatMap(([property, rules]) =>
    rules.every((id) => hasPassed(checks, id)) ? [property] : [],
  );
  if (properties.length === 0) return null;
  return { verifier: { id: GATE_ID, policies: [policy] }, timeCreated: report.decidedAt, properties };
}

function hasPassed(checks: readonly Check[], id: string): boolean {
  return checks.some((check) => check.id === id && check.result === "PASSED");
}

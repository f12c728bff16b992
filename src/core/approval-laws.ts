import type { ApprovalLaw, Law } from "./law.ts";
import { isOn } from "./scope.ts";

/** Every approval that rules of a law or of one of its scopes ask for; none: nobody has to be asked. */
export function approvalLaws({ rules, scopes }: Pick<Law, "rules" | "scopes">): readonly ApprovalLaw[] {
  const sets = [rules, ...scopes.filter(({ exempt }) => !exempt).map((scope) => scope.rules)];
  const asked = sets.flatMap((set) =>
    Object.values(set)
      .filter(isOn)
      .flatMap(({ options }) => lawIn(options)),
  );
  return [...new Map(asked.map((one) => [JSON.stringify(one), one])).values()];
}

/** Options of a rule either are the terms, or hold them. */
function lawIn(options: unknown): readonly ApprovalLaw[] {
  const { authorise = null, terms = null } = { ...record(options) };
  const { approval = null } = { ...record(authorise) };
  if (isApprovalLaw(approval)) return [approval];
  return terms === null ? [] : lawIn(terms);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isApprovalLaw(value: unknown): value is ApprovalLaw {
  const { label, risk, approvers } = record(value);
  return label !== undefined && risk !== undefined && Array.isArray(approvers);
}

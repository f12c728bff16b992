import { authoriseOptions } from "./authorise-options.ts";
import type { ApprovalLaw, Law } from "./law.ts";

/** Every approval that rules of a law or of one of its scopes ask for; none: nobody has to be asked. */
export function approvalLaws(law: Pick<Law, "rules" | "scopes">): readonly ApprovalLaw[] {
  const asked = authoriseOptions(law).flatMap(({ approval }) => (isApprovalLaw(approval) ? [approval] : []));
  return [...new Map(asked.map((one) => [JSON.stringify(one), one])).values()];
}

function isApprovalLaw(value: unknown): value is ApprovalLaw {
  if (typeof value !== "object" || value === null) return false;
  return "label" in value && "risk" in value && "approvers" in value && Array.isArray(value.approvers);
}

import type { ApprovalLaw, Law } from "../core/law.ts";
import type { Policy } from "./schema.ts";

/** The sections that no rule takes options from, as the law keeps them: what is left out of the policy is null. */
export function lawSections(
  policy: Policy,
): Pick<Law, "approval" | "cache" | "ledger" | "spec" | "disclose"> {
  const { cache, ledger, spec, disclose } = policy;
  return {
    approval: approvalOf(policy),
    ledger: ledger === undefined ? null : ledgerLaw(ledger),
    cache,
    spec,
    disclose,
  };
}

/** The approval that a policy, or a scope of it, asks of a ticket. */
export function approvalOf({ authorise: { approval } }: Pick<Policy, "authorise">): ApprovalLaw | null {
  return approval === undefined ? null : { label: approval.label, risk: approval.when?.risk ?? null };
}

function ledgerLaw({ from, max_age, keys }: NonNullable<Policy["ledger"]>): NonNullable<Law["ledger"]> {
  return { from, maxAge: max_age, keys: keys.map((key) => ({ ...key, until: key.until ?? null })) };
}

import type { Law } from "../core/law.ts";
import type { Policy } from "./schema.ts";

/** The sections that no rule takes options from, as the law keeps them: what is left out of the policy is null. */
export function lawSections(policy: Policy): Pick<Law, "cache" | "ledger" | "spec" | "disclose"> {
  const { cache, ledger, spec, disclose } = policy;
  return {
    ledger: ledger === undefined ? null : ledgerLaw(ledger),
    cache,
    spec,
    disclose,
  };
}

function ledgerLaw({
  from,
  max_age,
  audience,
  keys,
}: NonNullable<Policy["ledger"]>): NonNullable<Law["ledger"]> {
  return {
    from,
    maxAge: max_age,
    audience: audience ?? null,
    keys: keys.map((key) => ({ ...key, until: key.until ?? null })),
  };
}

import type { Law } from "../core/law.ts";
import { TRUSTED_ROOT } from "./ledger-section.ts";
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
  identities,
  sigstore,
}: NonNullable<Policy["ledger"]>): NonNullable<Law["ledger"]> {
  return {
    from,
    maxAge: max_age,
    audience: audience ?? null,
    keys: keys.map((key) => ({ ...key, until: key.until ?? null })),
    identities: identities.map(({ issuer, subject, since = null, until = null }) => ({
      issuer,
      subject,
      since,
      until,
    })),
    sigstore: sigstoreLaw(sigstore),
  };
}

/** Sigstore's public instance (docs.sigstore.dev). */
const PUBLIC = { fulcio: "https://fulcio.sigstore.dev", rekor: "https://rekor.sigstore.dev" } as const;

function sigstoreLaw(own: NonNullable<Policy["ledger"]>["sigstore"]): NonNullable<Law["ledger"]>["sigstore"] {
  return {
    fulcio: own?.fulcio ?? PUBLIC.fulcio,
    rekor: own?.rekor ?? (own?.fulcio === undefined ? PUBLIC.rekor : null),
    tsa: own?.tsa ?? null,
    trustedRoot: own?.trusted_root ?? TRUSTED_ROOT,
    publicLog: own?.public_log ?? false,
  };
}

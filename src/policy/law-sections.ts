import type { Law, Signers } from "../core/law.ts";
import type { Policy } from "./schema.ts";
import { TRUSTED_ROOT } from "./signers-section.ts";

/** The sections that no rule takes options from, as the law keeps them: what is left out of the policy is null. */
export function lawSections(
  policy: Policy,
): Pick<Law, "cache" | "ledger" | "evidence" | "spec" | "disclose"> {
  const { cache, ledger, evidence, spec, disclose } = policy;
  return {
    ledger: ledger === undefined ? null : ledgerLaw(ledger),
    evidence: evidence === undefined ? null : { notes: evidence.notes ?? null, ...signersLaw(evidence) },
    cache,
    spec,
    disclose,
  };
}

function ledgerLaw(own: NonNullable<Policy["ledger"]>): NonNullable<Law["ledger"]> {
  const { from, max_age: maxAge, audience = null } = own;
  return { from, maxAge, audience, ...signersLaw(own) };
}

function signersLaw({
  keys,
  identities,
  sigstore,
}: NonNullable<Policy["ledger"] | Policy["evidence"]>): Signers {
  return {
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

function sigstoreLaw(own: NonNullable<Policy["ledger"]>["sigstore"]): Signers["sigstore"] {
  return {
    fulcio: own?.fulcio ?? PUBLIC.fulcio,
    rekor: own?.rekor ?? (own?.fulcio === undefined ? PUBLIC.rekor : null),
    tsa: own?.tsa ?? null,
    trustedRoot: own?.trusted_root ?? TRUSTED_ROOT,
    publicLog: own?.public_log ?? false,
  };
}

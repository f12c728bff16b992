import type { LedgerRefusal } from "./refusal.ts";

/** Who signed a ledger: a key, as the policy names it, or an identity that Sigstore vouched for. */
export type LedgerSigner =
  | { readonly kind: "key"; readonly id: string }
  | {
      readonly kind: "identity";
      readonly issuer: string;
      readonly subject: string;
      /** When it was signed, as a log or a timestamp authority proves it: RFC 3339 in UTC. */
      readonly at: string;
    };

/** Judges a Sigstore bundle, the text of a ledger's second line, over its first. Never throws. */
export type BundleCheck = (
  line: string,
  payload: Uint8Array,
) => Extract<LedgerSigner, { readonly kind: "identity" }> | LedgerRefusal;

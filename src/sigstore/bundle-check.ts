import { LEDGER_TYPE } from "../ledger/format.ts";
import { refused } from "../ledger/refusal.ts";
import type { BundleCheck } from "../ledger/signer.ts";
import { type BundleTerms, proveBundle } from "./prove.ts";

const LEDGER = { type: LEDGER_TYPE, what: "ledger", list: "ledger.identities" } as const;

/** What judges the bundle of a ledger by these terms: whether it proves the ledger's first line. */
export function openBundleCheck(terms: BundleTerms): BundleCheck {
  return (line, payload) => {
    const proof = proveBundle(line, { ...terms, ...LEDGER });
    if ("code" in proof) return refused(proof.code, proof.detail);
    return proof.payload.equals(payload)
      ? proof.signer
      : refused("bad-signature", "The ledger's first line is not what was signed.");
  };
}

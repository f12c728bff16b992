import { Fault } from "../core/fault.ts";
import { seal } from "../ledger/dsse.ts";
import { LEDGER_TYPE } from "../ledger/format.ts";
import type { LedgerSigner } from "../ledger/signer.ts";
import { type LedgerDraft, sealedLedger } from "../ledger/write.ts";
import { verifyLedger } from "../ledgers.ts";
import { signingKey } from "../signing/signing-key.ts";
import type { LedgerScene } from "./place.ts";

/** Signs a draft: who signed, and the whole ledger's bytes. */
export type SignDraft = (
  draft: LedgerDraft,
) => Promise<{ readonly signer: LedgerSigner; readonly bytes: Uint8Array }>;

/**
 * What signs a ledger, opened before anything is listed. `env`: with the key or the token. Throws Fault("usage") or Fault("policy")
 * where there is nothing to sign with, or nobody would believe it.
 */
export async function signerFor(
  scene: LedgerScene,
  keyless: { readonly publicLog: boolean } | null,
  env: LedgerScene["env"],
  issued: Date,
): Promise<SignDraft> {
  const signed = { section: "ledger", type: LEDGER_TYPE, signers: scene.law.ledger } as const;
  if (keyless === null) {
    const key = signingKey(env, signed, issued.toISOString().slice(0, 10));
    return async (draft) => {
      const line = JSON.stringify(seal(LEDGER_TYPE, draft.line, key));
      return { signer: { kind: "key", id: key.id }, bytes: sealedLedger(draft, line) };
    };
  }
  const { openKeyless } = await import("../signing/keyless.ts");
  const sign = await openKeyless(scene, signed, { ...keyless, env });
  return async (draft) => believed(scene, sealedLedger(draft, await sign(draft.line)));
}

/** What readers would refuse is not issued. */
async function believed(scene: LedgerScene, bytes: Uint8Array): ReturnType<SignDraft> {
  const answer = await verifyLedger(scene, bytes);
  if (answer.status === "valid") return { signer: answer.signer, bytes };
  throw new Fault("policy", "The ledger was signed, and nobody here would believe it.", {
    found: answer.detail,
    wanted: "a signature by one of ledger.identities",
    fix: answer.fix,
  });
}

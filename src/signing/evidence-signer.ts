import { type EvidenceSigner, keySigner, STATEMENT_PAYLOAD } from "../attest/sign.ts";
import type { Law, Signers } from "../core/law.ts";
import { hasIdentity, noIdentity, openKeyless, type SigningPlace } from "./keyless.ts";
import { type Env, ownKey, SIGNING_VARIABLES, signingKey } from "./signing-key.ts";

/** How evidence is to be signed: as whatever the environment offers, with its key, through Sigstore, or not at all. */
export type EvidenceSigning =
  | { readonly how: "off" | "auto" | "key" }
  /** `publicLog`: a log that everybody reads may be told. */
  | { readonly how: "keyless"; readonly publicLog: boolean };

/**
 * What signs evidence; null: nothing does. `auto` signs through Sigstore where the policy names identities and the job has one, else with the key
 * that is set, else not. A key counts that the policy names; where it names none, any does, and whoever verifies has to know it. `env`: with the
 * key or the token. Throws Fault("usage") and Fault("policy") where what was asked for can't be had.
 */
export async function evidenceSigner(
  place: SigningPlace & { readonly law: Pick<Law, "evidence"> },
  signing: EvidenceSigning,
  env: Env,
): Promise<EvidenceSigner | null> {
  const signers = place.law.evidence;
  const how = signing.how === "auto" ? offered(signers, env) : signing.how;
  switch (how) {
    case "off":
      return null;
    case "key":
      return keySigner(keyFor(signers, env, place.now()));
    case "keyless": {
      if (signers === null) throw noIdentity("evidence");
      const signed = { section: "evidence", type: STATEMENT_PAYLOAD, signers } as const;
      const publicLog = signing.how === "keyless" && signing.publicLog;
      return { sign: await openKeyless(place, signed, { publicLog, env }), publicKey: null };
    }
  }
}

function offered(signers: Signers | null, env: Env): "keyless" | "key" | "off" {
  if (signers !== null && signers.identities.length > 0 && hasIdentity(env)) return "keyless";
  return (env[SIGNING_VARIABLES.key] ?? "") === "" ? "off" : "key";
}

function keyFor(signers: Signers | null, env: Env, now: Date): ReturnType<typeof ownKey> {
  if (signers === null || signers.keys.length === 0) return ownKey(env);
  return signingKey(env, { section: "evidence", signers }, now.toISOString().slice(0, 10));
}

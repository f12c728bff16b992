import type { KeyObject } from "node:crypto";
import { Fault } from "../core/fault.ts";
import type { Signers } from "../core/law.ts";
import { privateKeyOf } from "../ledger/dsse.ts";

/** The variables that hold the key, and tell which of the policy's keys it is where two are the same. */
export const SIGNING_VARIABLES = {
  key: "GOLDEN_THREAD_SIGNING_KEY",
  id: "GOLDEN_THREAD_SIGNING_KEY_ID",
  /** An identity token for the audience `sigstore`, as other Sigstore tools take it too. */
  token: "SIGSTORE_ID_TOKEN",
} as const;

/** Variables of a process. */
export type Env = Readonly<Record<string, string | undefined>>;

/** What is signed: the section of the policy that says who may, and the type of the bytes. */
export interface Signed {
  readonly section: "ledger" | "evidence";
  readonly type: string;
  readonly signers: Signers;
}

/**
 * The key to sign with, under the id that the policy gives its public half. `today`: `YYYY-MM-DD`. Throws Fault("usage") where there is
 * none, and Fault("policy") where readers would not take what it signs.
 */
export function signingKey(
  env: Env,
  { section, signers: { keys } }: Pick<Signed, "section" | "signers">,
  today: string,
): { readonly id: string; readonly key: KeyObject; readonly spki: string } {
  const own = ownKey(env);
  const asked = env[SIGNING_VARIABLES.id] ?? "";
  const same = keys.filter(({ spki }) => spki === own.spki);
  const named = same.find(({ id }) => asked === "" || id === asked);
  if (named === undefined) throw unnamed(section, own.spki, asked, keys);
  if (named.until !== null && named.until < today)
    throw new Fault("policy", "The policy's key signs nothing any more.", {
      found: `${named.id}, until ${named.until}`,
      wanted: "a key without an end, or with a later one",
      fix: "golden-thread key new",
    });
  return { id: named.id, ...own };
}

/** The key that the environment holds, whoever names it. Throws Fault("usage") where there is none. */
export function ownKey(env: Env): { readonly key: KeyObject; readonly spki: string } {
  const pem = env[SIGNING_VARIABLES.key] ?? "";
  const own = privateKeyOf(pem.replaceAll("\\n", "\n"));
  if (own === null) throw noKey(pem === "");
  return own;
}

function noKey(isMissing: boolean): Fault {
  return new Fault("usage", isMissing ? "There is no key to sign with." : "This is no key to sign with.", {
    found: isMissing ? `${SIGNING_VARIABLES.key} is not set` : `what ${SIGNING_VARIABLES.key} holds`,
    wanted: `an ECDSA P-256 private key in ${SIGNING_VARIABLES.key}, as PEM (PKCS#8)`,
    fix: "golden-thread key new",
  });
}

function unnamed(
  section: Signed["section"],
  spki: string,
  asked: string,
  keys: readonly { readonly id: string }[],
): Fault {
  const known = keys.map(({ id }) => id).join(", ");
  return new Fault("policy", "The policy does not name the key that would sign.", {
    found: `${section}.keys: ${known === "" ? "none" : known}${asked === "" ? "" : `; ${SIGNING_VARIABLES.id}: ${asked}`}`,
    wanted: `- { id: ${asked === "" ? "NAME" : asked}, spki: "${spki}" }`,
    fix: `golden-thread config explain ${section}.keys`,
  });
}

import { verify } from "node:crypto";
import { keyHint, STATEMENT_PAYLOAD } from "../attest/sign.ts";
import type { Signers } from "../core/law.ts";
import { pae, publicKeyOf } from "../ledger/dsse.ts";
import type { EvidenceCode } from "./codes.ts";
import type { OpenLine } from "./open-line.ts";

/** Who vouches for a line. */
export type EvidenceSeal =
  | { readonly kind: "key"; readonly id: string; readonly until: string | null }
  /** `at`: when it was signed, as a log or a timestamp authority proves it: RFC 3339 in UTC. */
  | { readonly kind: "identity"; readonly issuer: string; readonly subject: string; readonly at: string };

/** What a Sigstore bundle proves, or why it proves nothing. */
export type ProveBundle = (
  line: string,
) =>
  | { readonly signer: Extract<EvidenceSeal, { readonly kind: "identity" }>; readonly payload: Buffer }
  | { readonly code: EvidenceCode; readonly detail: string };

/** Whose signatures count. */
export interface SealTerms {
  readonly keys: Signers["keys"];
  /** Null: no identity was named. */
  readonly bundle: ProveBundle | null;
}

/** A line's signature, judged. `payload`: what was signed, or what stands there where that is not known; null: nothing may be read. */
export interface JudgedSeal {
  readonly seal: EvidenceSeal | null;
  readonly payload: Buffer | null;
  readonly code: EvidenceCode | null;
  readonly about: string;
}

/** Judges a line's signature. What does not hold is not read any further; what nobody could judge is, and proves nothing. */
export function judgeSeal(line: string, open: OpenLine, terms: SealTerms): JudgedSeal {
  const isAsked = terms.keys.length > 0 || terms.bundle !== null;
  switch (open.kind) {
    case "plain":
      return isAsked
        ? { seal: null, payload: null, code: "unsigned", about: "" }
        : { seal: null, payload: open.payload, code: "nobody-signed", about: "" };
    case "envelope":
      return isAsked ? byKey(open, terms.keys) : unjudged(open.payload);
    case "bundle":
      if (terms.bundle === null) return isAsked ? broken("unknown-identity", "") : unjudged(payloadOf(line));
      return byIdentity(line, terms.bundle);
  }
}

function byKey(
  { payload, keyid, sig }: Extract<OpenLine, { readonly kind: "envelope" }>,
  keys: Signers["keys"],
): JudgedSeal {
  const data = pae(STATEMENT_PAYLOAD, payload);
  // The name of a key in an envelope is a hint that nobody signed; every key is tried.
  const key = keys.find(({ spki }) => {
    const opened = publicKeyOf(spki);
    return opened !== null && verify("sha256", data, opened, sig);
  });
  if (key !== undefined)
    return { seal: { kind: "key", id: key.id, until: key.until }, payload, code: null, about: "" };
  const isNamed = keys.some(({ id, spki }) => keyid === id || keyid === keyHint(spki));
  return broken(isNamed ? "bad-signature" : "wrong-key", keyid);
}

function byIdentity(line: string, prove: ProveBundle): JudgedSeal {
  const proof = prove(line);
  if (!("code" in proof)) return { seal: proof.signer, payload: proof.payload, code: null, about: "" };
  if (proof.code === "no-trusted-root")
    return { seal: null, payload: payloadOf(line), code: proof.code, about: proof.detail };
  return broken(proof.code, proof.detail);
}

function unjudged(payload: Buffer | null): JudgedSeal {
  return { seal: null, payload, code: "no-key", about: "" };
}

function broken(code: EvidenceCode, about: string): JudgedSeal {
  return { seal: null, payload: null, code, about };
}

/** What a bundle's envelope holds, unproved. */
function payloadOf(line: string): Buffer | null {
  const value: { readonly dsseEnvelope?: { readonly payload?: unknown } } = JSON.parse(line);
  const text = value.dsseEnvelope?.payload;
  return typeof text === "string" ? Buffer.from(text, "base64") : null;
}

import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { canonical } from "../core/canonical.ts";
import { fromBase64, seal } from "../ledger/dsse.ts";
import { chained, type Link, linkAfter } from "./chain.ts";
import type { Statement } from "./statement.ts";

/** What is inside an envelope with a statement (in-toto/attestation, spec/v1/envelope.md). */
export const STATEMENT_PAYLOAD = "application/vnd.in-toto+json";

/** Puts statements under signatures. */
export interface EvidenceSigner {
  /** One line for a statement's bytes, without a line break: a DSSE envelope or a Sigstore bundle. */
  sign(payload: Uint8Array): Promise<string>;
  /** The key that verifies them, as PEM; null: certificates do. */
  readonly publicKey: string | null;
}

/** What an envelope calls a key, as Sigstore's tools do: base64 of the SHA-256 of its SubjectPublicKeyInfo (DER). Null: this is no base64. */
export function keyHint(spki: string): string | null {
  const der = fromBase64(spki);
  return der === null ? null : createHash("sha256").update(der).digest("base64");
}

/** Signs with an ECDSA P-256 key. `spki`: base64 of its public half. */
export function keySigner({ key, spki }: { readonly key: KeyObject; readonly spki: string }): EvidenceSigner {
  const id = keyHint(spki) ?? "";
  return {
    sign: async (payload) => JSON.stringify(seal(STATEMENT_PAYLOAD, payload, { id, key })),
    publicKey: createPublicKey(key).export({ format: "pem", type: "spki" }).toString(),
  };
}

/**
 * The lines of a log from a link on, each with its line break: statements by their records, signed where there is a signer. Each is made once the
 * line before is, since it names that one.
 */
export async function* signStatements(
  parts: Iterable<readonly Statement[]>,
  { signer, link }: { readonly signer: EvidenceSigner | null; readonly link: Link },
): AsyncIterable<string> {
  let place = link;
  for (const part of parts) {
    let line = "";
    for (const statement of chained(part, place)) {
      const text = canonical(statement);
      line = signer === null ? text : await signer.sign(Buffer.from(text, "utf8"));
      yield `${line}\n`;
    }
    place = linkAfter(place, line);
  }
}

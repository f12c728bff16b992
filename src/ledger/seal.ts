import type { Law } from "../core/law.ts";
import { type Envelope, fromBase64, isSealedBy, publicKeyOf, readEnvelope } from "./dsse.ts";
import { LEDGER_TYPE, type LedgerHeader } from "./format.ts";
import { millisecondsAt } from "./header-time.ts";
import { type LedgerRefusal, refused } from "./refusal.ts";
import { shortened } from "./shortened.ts";
import type { BundleCheck, LedgerSigner } from "./signer.ts";

type Key = NonNullable<Law["ledger"]>["keys"][number];
type Identity = Extract<LedgerSigner, { readonly kind: "identity" }>;

/** What a second line proves: keys whose signature holds, or an identity. */
export type Seal = { readonly keys: readonly Key[] } | { readonly identity: Identity };

/** Signatures of one envelope: two keys overlap, and some are left over. Each that is checked costs time, before anything is believed. */
const MOST_SIGNATURES = 8;

/** What a ledger's second line proves of its first, or why it proves nothing; null: it is no signature at all. */
export function sealOf(
  line: string,
  payload: Buffer,
  { keys, bundle }: { readonly keys: readonly Key[]; readonly bundle?: BundleCheck },
): Seal | LedgerRefusal | null {
  const envelope = readEnvelope(line);
  if (envelope !== null) return envelope.payloadType === LEDGER_TYPE ? byKeys(envelope, payload, keys) : null;
  if (bundle === undefined) return null;
  const judged = bundle(line, payload);
  return "status" in judged ? judged : { identity: judged };
}

function byKeys(envelope: Envelope, payload: Buffer, keys: readonly Key[]): Seal | LedgerRefusal {
  const count = envelope.signatures.length;
  if (count > MOST_SIGNATURES)
    return refused("malformed", `The ledger has ${count} signatures; at most ${MOST_SIGNATURES} are read.`);
  if (fromBase64(envelope.payload)?.equals(payload) !== true)
    return refused("bad-signature", "The ledger's first line is not what was signed.");
  const named = keys.filter(({ id }) => envelope.signatures.some(({ keyid }) => keyid === id));
  if (named.length === 0) return unknownKey(envelope, keys);
  const holding = named.filter((key) => holds(envelope, payload, key));
  return holding.length > 0
    ? { keys: holding }
    : refused("bad-signature", `The signature is not that of the policy's key ${namesOf(named)}.`);
}

function holds(envelope: Envelope, payload: Buffer, { id, spki }: Key): boolean {
  const key = publicKeyOf(spki);
  return key !== null && isSealedBy(envelope, payload, id, key);
}

function unknownKey({ signatures }: Envelope, keys: readonly Key[]): LedgerRefusal {
  const found = shortened(signatures.map(({ keyid }) => keyid).join(", "));
  const wanted = keys.length === 0 ? "and the policy names no key" : `not by the policy's ${namesOf(keys)}`;
  return refused("unknown-key", `The ledger is signed by the key ${found}, ${wanted}.`);
}

function namesOf(keys: readonly Key[]): string {
  return keys.map(({ id }) => id).join(", ");
}

/** Who signed. */
export function signerOf(seal: Seal): LedgerSigner {
  return "identity" in seal ? seal.identity : { kind: "key", id: seal.keys[0]?.id ?? "" };
}

/** Why what the seal proves does not fit the header's times; null: it does. `skewMs`: clocks may differ by as much. */
export function sealPast(header: LedgerHeader, seal: Seal, skewMs: number): LedgerRefusal | null {
  return "identity" in seal ? identityPast(header, seal.identity, skewMs) : keyPast(header, seal.keys);
}

/** A key verifies to the end of its last day what was issued until then. */
function keyPast({ issuedAt }: LedgerHeader, keys: readonly Key[]): LedgerRefusal | null {
  const issued = millisecondsAt(issuedAt);
  if (keys.some(({ until }) => until === null || issued <= Date.parse(`${until}T23:59:59.999Z`))) return null;
  const [key] = keys;
  return refused(
    "key-past",
    `The ledger was issued at ${issuedAt}, after the last day of the key ${key?.id}: ${key?.until}.`,
  );
}

/** It is signed after it was issued, by a time that the signer does not tell himself, and before it expires. */
function identityPast(header: LedgerHeader, { at }: Identity, skewMs: number): LedgerRefusal | null {
  const signed = Date.parse(at);
  if (
    signed >= millisecondsAt(header.issuedAt) - skewMs &&
    signed <= millisecondsAt(header.expiresAt) + skewMs
  )
    return null;
  return refused(
    "identity-past",
    `The ledger was signed at ${at}, and says that it was issued at ${header.issuedAt} and expires at ${header.expiresAt}.`,
  );
}

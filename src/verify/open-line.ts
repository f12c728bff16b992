import { STATEMENT_PAYLOAD } from "../attest/sign.ts";
import { STATEMENT_TYPE } from "../attest/statement.ts";
import { fromBase64, readEnvelope } from "../ledger/dsse.ts";
import type { EvidenceCode } from "./codes.ts";

/** A line taken apart; nothing of it is believed yet. */
export type OpenLine =
  | { readonly kind: "plain"; readonly payload: Buffer }
  | {
      readonly kind: "envelope";
      readonly payload: Buffer;
      readonly keyid: string;
      readonly sig: Buffer;
    }
  /** Read as a whole by who judges bundles. */
  | { readonly kind: "bundle" };

/** What a line is, or why it is nothing. Unknown members are passed over, as DSSE and Sigstore have it. */
export function openLine(line: string): OpenLine | EvidenceCode {
  const value = parsed(line);
  if (value === null) return "not-a-record";
  if ("_type" in value && value._type === STATEMENT_TYPE)
    return { kind: "plain", payload: Buffer.from(line) };
  const inner = "dsseEnvelope" in value ? value.dsseEnvelope : value;
  const found = envelopeOf(inner);
  if (typeof found === "string" || !("dsseEnvelope" in value)) return found;
  return { kind: "bundle" };
}

function envelopeOf(value: unknown): OpenLine | EvidenceCode {
  if (typeof value !== "object" || value === null || !("signatures" in value)) return "not-a-record";
  if (!Array.isArray(value.signatures) || value.signatures.length !== 1) return "two-signatures";
  // A bundle's signature has no name for its key; an envelope of others may leave it out too.
  const signatures = value.signatures.map((one: unknown) => ({ keyid: "", ...object(one) }));
  const envelope = readEnvelope(JSON.stringify({ ...value, signatures }));
  const [signature] = envelope?.signatures ?? [];
  if (envelope === null || signature === undefined) return "not-a-record";
  if (envelope.payloadType !== STATEMENT_PAYLOAD) return "payload-type";
  const [payload, sig] = [fromBase64(envelope.payload), fromBase64(signature.sig)];
  if (payload === null || sig === null) return "not-a-record";
  return { kind: "envelope", payload, keyid: signature.keyid, sig };
}

function object(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function parsed(line: string): object | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

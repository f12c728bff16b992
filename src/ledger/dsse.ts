import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** A DSSE envelope (github.com/secure-systems-lab/dsse): `payload` and `sig` are base64. */
export interface Envelope {
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** What a DSSE signature is made over: type and body, each after its length in bytes. */
export function pae(type: string, body: Uint8Array): Uint8Array {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${body.byteLength} `;
  return Buffer.concat([Buffer.from(head, "utf8"), body]);
}

/** Puts bytes under a signature: ECDSA P-256 over SHA-256, DER. */
export function seal(
  type: string,
  body: Uint8Array,
  key: { readonly id: string; readonly key: KeyObject },
): Envelope {
  const sig = sign("sha256", pae(type, body), key.key);
  return {
    payload: Buffer.from(body).toString("base64"),
    payloadType: type,
    signatures: [{ keyid: key.id, sig: sig.toString("base64") }],
  };
}

/** Whether one of an envelope's signatures over these bytes is that of a public key. */
export function isSealedBy(envelope: Envelope, body: Uint8Array, keyid: string, key: KeyObject): boolean {
  const data = pae(envelope.payloadType, body);
  return envelope.signatures.some((one) => {
    const sig = one.keyid === keyid ? fromBase64(one.sig) : null;
    return sig !== null && verify("sha256", data, key, sig);
  });
}

/** The envelope of a line; null: it is none. Never throws. */
export function readEnvelope(line: string): Envelope | null {
  const value = parsed(line);
  if (typeof value !== "object" || value === null) return null;
  const { payload, payloadType } = { payload: null, payloadType: null, ...value };
  const signatures: unknown = "signatures" in value ? value.signatures : null;
  if (typeof payload !== "string" || typeof payloadType !== "string" || !Array.isArray(signatures))
    return null;
  const all = signatures.map(readSignature);
  const known = all.flatMap((one) => one ?? []);
  return known.length === 0 || known.length < all.length ? null : { payload, payloadType, signatures: known };
}

function readSignature(value: unknown): Envelope["signatures"][number] | null {
  if (typeof value !== "object" || value === null) return null;
  const { keyid, sig } = { keyid: null, sig: null, ...value };
  return typeof keyid === "string" && typeof sig === "string" ? { keyid, sig } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The bytes of a base64 text; null where it is not written as base64 is, to the last bit. */
export function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}

/** A public key from the base64 of its DER SubjectPublicKeyInfo; null: it is none of ECDSA P-256. */
export function publicKeyOf(spki: string): KeyObject | null {
  const der = fromBase64(spki);
  if (der === null) return null;
  try {
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    return isP256(key) ? key : null;
  } catch {
    return null;
  }
}

/** A private key from PEM (PKCS#8), with its public half as a policy writes it; null: it is none of ECDSA P-256. */
export function privateKeyOf(pem: string): { readonly key: KeyObject; readonly spki: string } | null {
  try {
    const key = createPrivateKey({ key: pem, format: "pem" });
    if (!isP256(key)) return null;
    const spki = createPublicKey(key).export({ format: "der", type: "spki" });
    return { key, spki: spki.toString("base64") };
  } catch {
    // What OpenSSL says could quote the text, and the text is the secret.
    return null;
  }
}

function isP256(key: KeyObject): boolean {
  return key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1";
}

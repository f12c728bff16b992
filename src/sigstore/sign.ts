import { createHash, generateKeyPairSync, type KeyObject, sign, X509Certificate } from "node:crypto";
import { type BundleWithDsseEnvelope, bundleToJSON, envelopeToJSON, toDSSEBundle } from "@sigstore/bundle";
import { Fault } from "../core/fault.ts";
import type { Http, HttpReply } from "../core/http.ts";
import { pae } from "../ledger/dsse.ts";
import { readJson } from "../providers/answer.ts";
import { trouble } from "../providers/trouble.ts";
import { certified, entryKind, type Logged, logged } from "./replies.ts";

/** What signs: an identity token, and open lines to the services. A log or a timestamp authority is one of them. */
export interface SigningServices {
  /** An OpenID Connect token for the audience `sigstore`. */
  readonly token: string;
  readonly fulcio: Http;
  readonly rekor: Http | null;
  readonly tsa: Http | null;
}

/**
 * A Sigstore bundle (v0.3) over bytes of a type, as one line of JSON. The key lives for this one signature. Throws
 * Fault("unavailable") for a service that gives no answer, Fault("credentials") for one that refuses the token.
 */
export async function signBundle(
  { type, payload }: { readonly type: string; readonly payload: Uint8Array },
  services: SigningServices,
): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pem = await certificateFor({ privateKey, publicKey }, services);
  const signature = sign("sha256", pae(type, payload), privateKey);
  const bundle = toDSSEBundle({
    artifact: Buffer.from(payload),
    artifactType: type,
    signature,
    certificate: new X509Certificate(pem).raw,
    certificateChain: false,
  });
  const [entry, timestamp] = await Promise.all([
    services.rekor === null ? null : logOf(services.rekor, bundle, pem),
    services.tsa === null ? null : timestampOf(services.tsa, signature),
  ]);
  const { tlogEntries } = bundle.verificationMaterial;
  if (entry !== null) tlogEntries.push(entry);
  const rfc3161Timestamps = timestamp === null ? [] : [{ signedTimestamp: timestamp }];
  bundle.verificationMaterial.timestampVerificationData = { rfc3161Timestamps };
  return JSON.stringify(bundleToJSON(bundle));
}

type LogEntry = BundleWithDsseEnvelope["verificationMaterial"]["tlogEntries"][number];

/** The certificate that ties a key to the token's identity, as PEM (sigstore/fulcio, `POST /api/v2/signingCert`). */
async function certificateFor(
  { privateKey, publicKey }: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
  { token, fulcio }: SigningServices,
): Promise<string> {
  const proof = sign("sha256", Buffer.from(subjectOf(token), "utf8"), privateKey);
  const reply = await fulcio.send({
    method: "POST",
    path: "/api/v2/signingCert",
    json: {
      credentials: { oidcIdentityToken: token },
      publicKeyRequest: {
        publicKey: { algorithm: "ECDSA", content: publicKey.export({ format: "pem", type: "spki" }) },
        proofOfPossession: proof.toString("base64"),
      },
    },
  });
  const [pem] = (await readJson("Fulcio", accepted("Fulcio", reply), certified)).chain;
  if (pem !== undefined) return pem;
  throw trouble("unavailable", "Fulcio answered without a certificate.");
}

/** What Fulcio wants to see signed: the address where the token has a proved one, else its subject. */
function subjectOf(token: string): string {
  const claims = claimsOf(token);
  const {
    email,
    email_verified: isProved,
    sub,
  } = { email: null, email_verified: null, sub: null, ...claims };
  if (typeof email === "string" && isProved === true) return email;
  if (typeof sub === "string") return sub;
  throw new Fault("usage", "The identity token is none.", {
    found: "no subject in it",
    wanted: "a JSON Web Token for the audience sigstore",
    fix: "golden-thread help ledger",
  });
}

function claimsOf(token: string): object {
  try {
    const value: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Rekor keeps the envelope's hashes, the signature and the certificate (entry type `dsse`, sigstore/rekor, pkg/types/dsse). */
async function logOf(rekor: Http, bundle: BundleWithDsseEnvelope, pem: string): Promise<LogEntry> {
  const reply = await rekor.send({
    method: "POST",
    path: "/api/v1/log/entries",
    json: {
      apiVersion: "0.0.1",
      kind: "dsse",
      spec: {
        proposedContent: {
          envelope: JSON.stringify(envelopeToJSON(bundle.content.dsseEnvelope)),
          verifiers: [Buffer.from(pem, "utf8").toString("base64")],
        },
      },
    },
  });
  const entry = await readJson("Rekor", accepted("Rekor", reply), logged);
  const text = Buffer.from(entry.body, "base64").toString("utf8");
  return entryOf(entry, await readJson("Rekor", { ...reply, text }, entryKind));
}

function entryOf(
  entry: Logged,
  { kind, apiVersion }: { readonly kind: string; readonly apiVersion: string },
): LogEntry {
  const { verification, integratedTime, logID, logIndex, body } = entry;
  const { inclusionProof: proof, signedEntryTimestamp } = verification;
  return {
    logIndex: String(logIndex),
    logId: { keyId: Buffer.from(logID, "hex") },
    kindVersion: { kind, version: apiVersion },
    integratedTime: String(integratedTime),
    inclusionPromise: { signedEntryTimestamp: Buffer.from(signedEntryTimestamp, "base64") },
    inclusionProof:
      proof === undefined
        ? undefined
        : {
            logIndex: String(proof.logIndex),
            treeSize: String(proof.treeSize),
            rootHash: Buffer.from(proof.rootHash, "hex"),
            hashes: proof.hashes.map((hash) => Buffer.from(hash, "hex")),
            checkpoint: { envelope: proof.checkpoint },
          },
    canonicalizedBody: Buffer.from(body, "base64"),
  };
}

/** A timestamp (RFC 3161) of a signature, from sigstore/timestamp-authority's `POST /api/v1/timestamp`. */
async function timestampOf(tsa: Http, signature: Uint8Array): Promise<Buffer> {
  const { pathname } = new URL(tsa.base);
  const reply = await tsa.send({
    method: "POST",
    path: pathname === "/" ? "/api/v1/timestamp" : tsa.base,
    charset: "latin1",
    headers: { accept: "application/timestamp-reply" },
    json: {
      artifactHash: createHash("sha256").update(signature).digest("base64"),
      hashAlgorithm: "sha256",
    },
  });
  return Buffer.from(accepted("The timestamp authority", reply).text, "latin1");
}

function accepted(name: string, reply: HttpReply): HttpReply {
  if (reply.status === 200 || reply.status === 201) return reply;
  const isRefusal = reply.status >= 400 && reply.status < 500;
  throw trouble(isRefusal ? "credentials" : "unavailable", `${name} did not sign.`, {
    found: `${reply.status}: ${reply.text}`,
  });
}

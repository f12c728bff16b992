import { X509Certificate } from "node:crypto";
import { type BundleWithDsseEnvelope, bundleFromJSON, isBundleWithDsseEnvelope } from "@sigstore/bundle";
import type { TrustedRoot } from "@sigstore/protobuf-specs";
import {
  type SignedEntity,
  toSignedEntity,
  toTrustMaterial,
  VerificationError,
  Verifier,
} from "@sigstore/verify";
import type { Law } from "../core/law.ts";
import { shortened } from "../ledger/shortened.ts";
import type { LedgerSigner } from "../ledger/signer.ts";
import { trustedRootOf } from "./trusted-root.ts";

type Identity = NonNullable<Law["ledger"]>["identities"][number];

/** By what bundles are judged. */
export interface BundleTerms {
  readonly identities: readonly Identity[];
  /** The trusted root as text, null: there is none; and where it lies, for messages. */
  readonly root: string | null;
  readonly path: string;
}

/** What is signed, and what messages call it: `ledger`, and where its identities are named. */
export interface BundleSubject {
  readonly type: string;
  readonly what: string;
  readonly list: string;
}

/** Why a bundle proves nothing. */
export type ProofCode =
  | "malformed"
  | "unsigned"
  | "bad-signature"
  | "unknown-identity"
  | "identity-past"
  | "no-trusted-root"
  | "untrusted-root"
  | "unlogged";

/** A bundle that proves nothing, and why, as a sentence. */
export interface Unproved {
  readonly code: ProofCode;
  readonly detail: string;
}

/** What a bundle proves: who signed these bytes, and when. */
export interface Proved {
  readonly signer: Extract<LedgerSigner, { readonly kind: "identity" }>;
  readonly payload: Buffer;
}

/** Log entries and timestamps of one bundle: one of each is usual. Each that is checked costs time. */
const MOST_PROOFS = 4;
/** Fulcio's extension with the issuer, as a DER UTF8String (github.com/sigstore/fulcio, docs/oid-info.md). */
const ISSUER_OID = "1.3.6.1.4.1.57264.1.8";

/**
 * What a Sigstore bundle proves by these terms. Whether signature, certificate, log entries and times hold is said by
 * @sigstore/verify; what was signed, by whom and when it may be, by us, since that library compares names by patterns and types
 * not at all. Never throws.
 */
export function proveBundle(line: string, terms: BundleTerms & BundleSubject): Proved | Unproved {
  const root = terms.root === null ? null : trustedRootOf(terms.root);
  if (root === null) return noRoot(terms);
  const bundle = ownBundle(line);
  if (bundle === null)
    return { code: "malformed", detail: "This is no Sigstore bundle that this version reads." };
  const { payloadType, payload } = bundle.content.dsseEnvelope;
  if (payloadType !== terms.type)
    return { code: "unsigned", detail: `The bundle signs ${shortened(payloadType)}; wanted: ${terms.type}.` };
  const signer = judged(bundle, root, terms);
  return "code" in signer ? signer : { signer, payload };
}

function noRoot({ root, path, what }: BundleTerms & BundleSubject): Unproved {
  const found = root === null ? `There is no ${path}` : `${path} is no trusted root`;
  return { code: "no-trusted-root", detail: `${found}, by which the ${what}'s signer could be known.` };
}

/** A bundle of one signature by one certificate over an envelope; null: it is another, or none. */
function ownBundle(line: string): BundleWithDsseEnvelope | null {
  try {
    const bundle = bundleFromJSON(JSON.parse(line));
    if (!isBundleWithDsseEnvelope(bundle)) return null;
    const { content, tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
    const { signatures } = bundle.content.dsseEnvelope;
    const proofs = Math.max(tlogEntries.length, timestampVerificationData?.rfc3161Timestamps.length ?? 0);
    const isOwn = content.$case === "certificate" && signatures.length === 1 && signatures[0]?.keyid === "";
    return isOwn && proofs <= MOST_PROOFS ? bundle : null;
  } catch {
    return null;
  }
}

function judged(
  bundle: BundleWithDsseEnvelope,
  root: TrustedRoot,
  terms: BundleTerms & BundleSubject,
): Proved["signer"] | Unproved {
  const { identities } = terms;
  try {
    const entity = toSignedEntity(bundle);
    const { identity } = verifierFor(root).verify(entity);
    const subject = identity?.subjectAlternativeName ?? "";
    const issuer = identity?.extensions?.issuer ?? "";
    const isExact = isOnlyName(bundle, subject) && isWholeIssuer(identity?.oids ?? [], issuer);
    const known = identities.filter((one) => isExact && one.subject === subject && one.issuer === issuer);
    if (known.length === 0) return unknownIdentity(terms, subject, issuer);
    const times = timesOf(entity);
    if (known.some((one) => times.every((time) => isWithin(time, one))))
      return { kind: "identity", issuer, subject, at: new Date(Math.min(...times)).toISOString() };
    return outsideOf(terms, known[0], times);
  } catch (thrown) {
    return notVerified(terms, thrown);
  }
}

/** What a root names is wanted: where it names logs, an entry of one, and so with certificate logs. A proved time always is. */
function verifierFor(root: TrustedRoot): Verifier {
  return new Verifier(toTrustMaterial(root), {
    tlogThreshold: root.tlogs.length === 0 ? 0 : 1,
    ctlogThreshold: root.ctlogs.length === 0 ? 0 : 1,
    timestampThreshold: 1,
  });
}

/** The library reads names as ASCII, eighth bits dropped; node:crypto tells them byte by byte, and all of them. */
function isOnlyName({ verificationMaterial: { content } }: BundleWithDsseEnvelope, subject: string): boolean {
  if (content.$case !== "certificate") return false;
  const { subjectAltName } = new X509Certificate(content.certificate.rawBytes);
  return subjectAltName === `URI:${subject}` || subjectAltName === `email:${subject}`;
}

function isWholeIssuer(
  oids: readonly { readonly oid?: { readonly id: readonly number[] } | undefined; readonly value: Buffer }[],
  issuer: string,
): boolean {
  const values = oids.filter(({ oid }) => oid?.id.join(".") === ISSUER_OID);
  const [only] = values;
  return values.length === 1 && only !== undefined && only.value.toString("latin1").endsWith(issuer);
}

/** The times that the library has verified: those of log entries with a promise, and those of timestamp authorities. */
function timesOf({ timestamps }: SignedEntity): readonly number[] {
  return timestamps.flatMap((one) => {
    if (one.$case === "timestamp-authority") return [one.timestamp.signingTime.getTime()];
    return one.tlogEntry.inclusionPromise === undefined ? [] : [Number(one.tlogEntry.integratedTime) * 1000];
  });
}

function isWithin(time: number, { since, until }: Identity): boolean {
  if (since !== null && time < Date.parse(`${since}T00:00:00Z`)) return false;
  return until === null || time <= Date.parse(`${until}T23:59:59.999Z`);
}

function unknownIdentity({ what, list }: BundleSubject, subject: string, issuer: string): Unproved {
  const signed = `The ${what} is signed by ${shortened(subject)}, for which ${shortened(issuer)} vouches`;
  return { code: "unknown-identity", detail: `${signed}; ${list} does not name both.` };
}

function outsideOf(
  { what }: BundleSubject,
  identity: Identity | undefined,
  times: readonly number[],
): Unproved {
  const at = times.map((time) => new Date(time).toISOString()).join(", ");
  const span = `${identity?.since ?? "any day"} to ${identity?.until ?? "any day"}`;
  return {
    code: "identity-past",
    detail: `The ${what} was signed at ${at}; its identity signs from ${span}.`,
  };
}

const CODES: Readonly<Record<string, ProofCode>> = {
  CERTIFICATE_ERROR: "untrusted-root",
  PUBLIC_KEY_ERROR: "untrusted-root",
  TIMESTAMP_ERROR: "unlogged",
  TLOG_ERROR: "unlogged",
  TLOG_INCLUSION_PROOF_ERROR: "unlogged",
  TLOG_INCLUSION_PROMISE_ERROR: "unlogged",
  TLOG_MISSING_INCLUSION_ERROR: "unlogged",
};

/** Whatever goes wrong while others' bytes are read is a signature that does not hold. */
function notVerified({ what }: BundleSubject, thrown: unknown): Unproved {
  const isOwn = thrown instanceof VerificationError;
  const code = (isOwn ? CODES[thrown.code] : undefined) ?? "bad-signature";
  const why = isOwn ? `: ${shortened(thrown.message)}` : "";
  return { code, detail: `The ${what}'s Sigstore bundle does not hold${why}.` };
}

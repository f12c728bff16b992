import { createHash, generateKeyPairSync } from "node:crypto";
import {
  fulcioHandler,
  type HandlerFn,
  initializeCA,
  initializeCTLog,
  initializeTLog,
  initializeTSA,
  rekorHandler,
  tsaHandler,
} from "@sigstore/mock";
import { type Answer, type Call, type Loopback, serve } from "./kit.ts";

/** Who a token is of, as GitHub Actions' tokens tell it. */
export interface Claims {
  readonly iss: string;
  /** What the certificate names; GitHub's own Fulcio makes it of `job_workflow_ref`. */
  readonly sub: string;
}

/** A Sigstore of its own: Fulcio with a certificate log, Rekor, a timestamp authority, and a runner that hands out tokens. */
export interface SigstoreServer {
  readonly loopback: Loopback;
  /** What its log and its timestamp authority tell: a minute from now. */
  readonly clock: Date;
  /** The trusted root as JSON; without a kind: as an instance that has none of it. */
  root(without?: "tlogs" | "ctlogs"): string;
  /** An identity token. */
  token(claims?: Partial<Claims>): string;
  /** Variables of a job of GitHub Actions that may ask for tokens. */
  readonly job: Readonly<Record<string, string>>;
}

export const ISSUER = "https://token.actions.githubusercontent.com";
export const WORKFLOW = "https://github.com/acme/shop/.github/workflows/ledger.yml@refs/heads/main";
/** What the log signs its checkpoints as. */
const LOG = "https://rekor.example.test";
const RIGHT = "runner-right-0123456789abcdef";
const EARLY = { start: "2020-01-01T00:00:00Z" };

const pair = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
type Reply = Awaited<ReturnType<HandlerFn>>;

function tokenOf(claims: Partial<Claims> = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part({ iss: ISSUER, sub: WORKFLOW, aud: "sigstore", ...claims })}.`;
}

/** Real Rekor keeps hashes of a `dsse` entry where the stand-in keeps what it was sent (sigstore/rekor, pkg/types/dsse). */
function kept(text: string): unknown {
  const proposed: { kind: string; spec: { proposedContent: { envelope: string; verifiers: string[] } } } =
    JSON.parse(text);
  const { envelope, verifiers } = proposed.spec.proposedContent;
  const { payload, signatures }: { payload: string; signatures: { sig: string }[] } = JSON.parse(envelope);
  const hash = (data: string | Buffer) => ({
    algorithm: "sha256",
    value: createHash("sha256").update(data).digest("hex"),
  });
  return {
    apiVersion: "0.0.1",
    kind: "dsse",
    spec: {
      envelopeHash: hash(envelope),
      payloadHash: hash(Buffer.from(payload, "base64")),
      signatures: [{ signature: signatures[0]?.sig, verifier: verifiers[0] }],
    },
  };
}

/** The stand-in's own certificates begin at the next full minute. */
const AHEAD_MS = 61_000;

/** Starts one. `certifiedMs`: from the log's time to that at which its certificates begin, which are good for ten minutes. */
export async function startSigstore({ certifiedMs = 0 } = {}): Promise<SigstoreServer> {
  const clock = new Date(Math.floor(Date.now() / 1000) * 1000 + AHEAD_MS);
  const [caKey, ctKey, logKey, tsaKey] = [pair(), pair(), pair(), pair()];
  const ctlog = await initializeCTLog(ctKey, clock);
  const ca = await initializeCA(caKey, ctlog, new Date(clock.getTime() + certifiedMs));
  const tlog = await initializeTLog(LOG, logKey, clock);
  const tsa = await initializeTSA(tsaKey, clock);
  const [fulcio, rekor, stamps] = [fulcioHandler(ca), rekorHandler(tlog), tsaHandler(tsa)];
  const answer = async (call: Call): Promise<Answer> => {
    if (call.path === "/token") return tokenAnswer(call);
    if (call.path === fulcio.path) return answerOf(await fulcio.fn(call.text));
    if (call.path === rekor.path) return answerOf(await rekor.fn(JSON.stringify(kept(call.text))));
    if (call.path === stamps.path) return answerOf(await stamps.fn(call.text));
    return { status: 404, text: "nothing here" };
  };
  const loopback = await serve(answer);
  const bytes = (data: ArrayBufferView) => bytesOf(data).toString("base64");
  const logOf = (publicKey: Buffer, keyId: string) => ({
    baseUrl: LOG,
    hashAlgorithm: "SHA2_256",
    publicKey: { rawBytes: bytes(publicKey), keyDetails: "PKIX_ECDSA_P256_SHA_256", validFor: EARLY },
    logId: { keyId },
  });
  const authority = (...chain: ArrayBufferView[]) => ({
    subject: { organization: "acme", commonName: "sigstore" },
    uri: loopback.origin,
    certChain: { certificates: chain.map((one) => ({ rawBytes: bytes(one) })) },
    validFor: EARLY,
  });
  const spki = (key: ReturnType<typeof pair>) => key.publicKey.export({ type: "spki", format: "der" });
  const whole = {
    mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
    tlogs: [logOf(spki(logKey), createHash("sha256").update(spki(logKey)).digest("base64"))],
    certificateAuthorities: [authority(ca.rootCertificate)],
    ctlogs: [logOf(spki(ctKey), bytes(ctlog.logID))],
    timestampAuthorities: [authority(tsa.intCertificate, tsa.rootCertificate)],
  };
  return {
    loopback,
    clock,
    root: (without) => JSON.stringify(without === undefined ? whole : { ...whole, [without]: [] }),
    token: tokenOf,
    job: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${loopback.origin}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: RIGHT,
    },
  };
}

function tokenAnswer({ auth, query }: Call): Answer {
  const isRight = auth === `Bearer ${RIGHT}` && query.get("audience") === "sigstore";
  return isRight ? { status: 200, json: { value: tokenOf() } } : { status: 401, json: { message: "no" } };
}

function answerOf({ statusCode, response, contentType = "text/plain" }: Reply): Answer {
  const headers = { "content-type": contentType };
  return typeof response === "string"
    ? { status: statusCode, headers, text: response }
    : { status: statusCode, headers, bytes: bytesOf(response) };
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

import { Fault } from "../core/fault.ts";
import type { Signers } from "../core/law.ts";
import { type Gate, type GateWorld, openGate } from "../gate.ts";
import { offlineEnv } from "../git/foreign-clone.ts";
import { originUrl } from "../git/names.ts";
import { audienceOf } from "../ledger/audience.ts";
import { publicKeyOf } from "../ledger/dsse.ts";
import type { EvidenceTerms } from "../verify.ts";
import { lawReader } from "./law.ts";
import type { ProveBundle } from "./seal.ts";

/** What whoever verifies says himself; what is null or empty is the policy's to say, if a repository is given. */
export interface AskedTerms {
  /** Base64 of SubjectPublicKeyInfos. */
  readonly keys: readonly string[];
  readonly identities: readonly { readonly issuer: string; readonly subject: string }[];
  /** A Sigstore trusted root as JSON; null: the policy's, else that of Sigstore's public instance. */
  readonly root: string | null;
  /** An address, or `host/owner/repo`; null: that of the given repository's origin. */
  readonly repository: string | null;
  readonly ref: string | null;
  /** Hex; empty: any policy. */
  readonly policies: readonly string[];
  /** A folder in a repository; null: none is given. */
  readonly repo: string | null;
}

/** Opens what evidence is judged by. Without a repository nothing is asked of git. Throws Fault("usage") for a key that is none. */
export async function openTerms(world: GateWorld, asked: AskedTerms): Promise<EvidenceTerms> {
  const there = asked.repo === null ? null : handedOver(world, asked.repo);
  const gate = there && (await openGate(there, { place: "hook", haste: "command" }));
  const isSaid = asked.keys.length > 0 || asked.identities.length > 0;
  const own = gate?.law.evidence ?? null;
  const keys = isSaid ? asked.keys.map(keyOf) : (own?.keys ?? []);
  const identities = isSaid
    ? asked.identities.map((one) => ({ ...one, since: null, until: null }))
    : (own?.identities ?? []);
  return {
    keys,
    bundle: identities.length === 0 ? null : await prover(identities, await rootOf(asked, gate)),
    repository: await repositoryOf(asked, gate),
    ref: asked.ref,
    policies: asked.policies.length === 0 ? null : asked.policies,
    now: world.now(),
    repo: gate?.repo ?? null,
    lawOf: gate && there && lawReader(there, gate),
    through: null,
  };
}

/** A world in somebody's clone, in which nothing that it configures is run. */
function handedOver(world: GateWorld, folder: string): GateWorld {
  return { ...world, cwd: folder, env: { ...world.env, ...offlineEnv(world.env) } };
}

function keyOf(spki: string): Signers["keys"][number] {
  if (publicKeyOf(spki) !== null) return { id: spki.slice(-KEY_SHOWN), spki, until: null };
  throw new Fault("usage", "This is no public key that evidence could be signed with.", {
    found: spki.slice(0, 200),
    wanted: "an ECDSA P-256 key: a PEM file, or the base64 of its SubjectPublicKeyInfo",
    fix: "golden-thread verify --help",
  });
}

/** Characters of a key that tell it from others: all keys of this kind begin alike. */
const KEY_SHOWN = 12;

const ROOT_PATH = "the trusted root";
const MOST_ROOT_BYTES = 1024 * 1024;

async function rootOf({ root }: AskedTerms, gate: Gate | null): Promise<string> {
  if (root !== null) return root;
  const path = gate?.law.evidence?.sigstore.trustedRoot;
  const bytes = path === undefined ? null : ((await gate?.tree.read(path, MOST_ROOT_BYTES)) ?? null);
  if (bytes !== null) return Buffer.from(bytes).toString("utf8");
  return (await import("../sigstore/public-root.ts")).publicRoot();
}

/** What judges bundles, loaded only where an identity is named. */
async function prover(identities: Signers["identities"], root: string): Promise<ProveBundle> {
  const [{ proveBundle }, { STATEMENT_PAYLOAD }] = await Promise.all([
    import("../sigstore/prove.ts"),
    import("../attest/sign.ts"),
  ]);
  const subject = { type: STATEMENT_PAYLOAD, what: "record", list: "who may sign" };
  const terms = { identities, root, path: ROOT_PATH, ...subject };
  return (line) => {
    const proof = proveBundle(line, terms);
    if (!("code" in proof)) return proof;
    const { code, detail } = proof;
    if (code === "malformed") return { code: "not-a-record", detail };
    return { code: code === "unsigned" ? "payload-type" : code, detail };
  };
}

async function repositoryOf({ repository }: AskedTerms, gate: Gate | null): Promise<string | null> {
  const address = repository ?? (gate === null ? null : await originUrl(gate.repo));
  if (address === null) return null;
  return audienceOf(/^[a-z+]+:\/\/|^[^/]+@/.test(address) ? address : `https://${address}`);
}

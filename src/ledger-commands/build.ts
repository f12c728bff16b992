import { canonical } from "../core/canonical.ts";
import { milliseconds } from "../core/duration.ts";
import { Fault } from "../core/fault.ts";
import type { TicketQuery } from "../core/tracker.ts";
import type { GateOptions, GateWorld } from "../gate.ts";
import { fetchRef, pushLedgerRef, refCommit, replaceLedgerRef } from "../git/ledger-ref.ts";
import type { LedgerHeader } from "../ledger/format.ts";
import { type LedgerNeeds, ledgerNeeds } from "../ledger/needs.ts";
import { ledgerPolicyDigest } from "../ledger/policy-digest.ts";
import type { LedgerSigner } from "../ledger/signer.ts";
import { draftLedger } from "../ledger/write.ts";
import { readHome } from "../ledgers/home.ts";
import { audienceHere, openPastLedger, rememberLedger } from "../ledgers.ts";
import { SIGNING_VARIABLES } from "../signing/signing-key.ts";
import { seenLedgers } from "../store/ledger-seen.ts";
import { collectAll } from "./collect-all.ts";
import type { Former } from "./former.ts";
import { type LedgerScene, openScene } from "./place.ts";
import { signerFor } from "./signer-for.ts";

/** How a ledger is to be built. */
export interface LedgerBuild {
  /** Null: every ticket. */
  readonly query: TicketQuery | null;
  /** How long it holds, as policies write it; null: as long as the policy's `max_age`. */
  readonly expires: string | null;
  /** A file, instead of where the policy has its ledger; null: there. */
  readonly out: string | null;
  /** The remote that it is taken to as well; null: none. */
  readonly push: string | null;
  /** Whose law counts; null: that of the work tree. */
  readonly gate: GateOptions | null;
  /** Signs through Sigstore instead of with a key; `publicLog`: a log that everybody reads may be told. Null: with a key. */
  readonly keyless: { readonly publicLog: boolean } | null;
  progress(remote: string, tickets: number): void;
  /** Writes a file that people named, or the policy. */
  write(path: string, bytes: Uint8Array): Promise<void>;
}

/** A ledger that was issued. */
export interface BuiltLedger {
  readonly header: LedgerHeader;
  readonly signer: LedgerSigner;
  readonly bytes: number;
  /** The ref or file that it was written to. */
  readonly home: string;
  readonly pushed: boolean;
  /** Why the ledger before was not gone by; null: it was, or there was none. */
  readonly notice: string | null;
}

/**
 * Lists every tracker that the law lets a ledger hold, and issues a ledger of what they tell. One that can't be asked throws its own
 * Fault, and nothing is replaced; what was listed is kept for six hours, and the next build goes on from there.
 */
export async function buildLedger(world: GateWorld, build: LedgerBuild): Promise<BuiltLedger> {
  const { [SIGNING_VARIABLES.key]: _key, [SIGNING_VARIABLES.token]: _token, ...env } = world.env;
  // Nothing that is started from here on needs the key or the token, so no child sees them.
  const scene = await openScene({ ...world, env }, build.gate);
  const { law, repo, now } = scene;
  const issued = now();
  const seal = await signerFor(scene, build.keyless, world.env, issued);
  const audience = await wantedAudience(scene);
  const home = homeOf(law.ledger.from, build);
  if (build.push !== null) await fetchRef(repo, law.ledger.from, build.push);
  const before = home.kind === "ref" ? await refCommit(repo, home.ref) : null;
  const needs = ledgerNeeds(law);
  const { former, notice } = await formerLedger(scene, needs);
  const issuedAt = issued.toISOString();
  const { remotes, tickets, drop } = await collectAll(scene, { ...build, needs, former });
  const highest = Math.max(former?.header.seq ?? 0, seenLedgers(repo.commonDir).highest(audience) ?? 0);
  const expires = issued.getTime() + milliseconds(build.expires ?? law.ledger.maxAge);
  const draft = draftLedger({
    audience,
    seq: highest + 1,
    issuedAt,
    expiresAt: new Date(expires).toISOString(),
    policyDigest: ledgerPolicyDigest(law),
    remotes,
    tickets,
    needs,
  });
  const { header } = draft;
  const { signer, bytes } = await seal(draft);
  if (home.kind === "file") await build.write(home.path, bytes);
  else {
    const commit = await replaceLedgerRef(repo, { ref: home.ref, before, at: issuedAt }, bytes);
    if (build.push !== null) await pushLedgerRef(repo, { ref: home.ref, before, remote: build.push }, commit);
  }
  rememberLedger(repo.commonDir, audience, header.seq);
  drop();
  const at = home.kind === "file" ? home.path : home.ref;
  return { header, signer, bytes: bytes.byteLength, home: at, pushed: build.push !== null, notice };
}

async function wantedAudience(scene: LedgerScene): Promise<string> {
  const audience = await audienceHere(scene);
  if (audience !== null) return audience;
  throw new Fault("policy", "Nothing tells for which repository the ledger is made.", {
    found: "no ledger.audience, and no origin that names a host",
    wanted: "ledger: { audience: host/owner/repo }",
    fix: "golden-thread config explain ledger.audience",
  });
}

type Home = { readonly kind: "ref"; readonly ref: string } | { readonly kind: "file"; readonly path: string };

function homeOf(from: string, { out, push }: LedgerBuild): Home {
  const isRef = from.startsWith("refs/");
  if (push !== null && (!isRef || out !== null))
    throw new Fault("usage", "Only a ledger in a ref can be pushed.", {
      found: out ?? from,
      wanted: "ledger.from: a ref, and no --out",
    });
  if (out !== null) return { kind: "file", path: out };
  if (isRef) return { kind: "ref", ref: from };
  if (!from.startsWith("https:")) return { kind: "file", path: from };
  throw new Fault(
    "usage",
    "The policy's ledger lies at an address, and nothing is written there from here.",
    {
      found: from,
      wanted: "--out FILE, which is then put there",
      fix: "golden-thread ledger build --out ledger.jsonl",
    },
  );
}

/** The ledger that is there, where its signature holds, however old it is. */
async function formerLedger(
  scene: LedgerScene,
  { fields }: LedgerNeeds,
): Promise<{ readonly former: Former | null; readonly notice: string | null }> {
  const bytes = await readHome(scene, scene.law.ledger.from).catch((thrown: unknown) => {
    if (thrown instanceof Fault && thrown.code === "unavailable") return null;
    throw thrown;
  });
  if (bytes === null) return { former: null, notice: null };
  const answer = await openPastLedger(scene, bytes);
  if (answer.status === "invalid") return { former: null, notice: answer.detail };
  const isAlike =
    answer.header.policyDigest === ledgerPolicyDigest(scene.law) &&
    canonical(answer.header.fields) === canonical(fields);
  return { former: { ...answer, isAlike }, notice: null };
}

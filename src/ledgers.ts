import { milliseconds } from "./core/duration.ts";
import { quietly } from "./core/quietly.ts";
import { originUrl } from "./git/names.ts";
import { audienceOf } from "./ledger/audience.ts";
import { ledgerPolicyDigest } from "./ledger/policy-digest.ts";
import { isBundled, type LedgerAnswer, readLedger } from "./ledger/read.ts";
import { refused } from "./ledger/refusal.ts";
import type { BundleCheck } from "./ledger/signer.ts";
import { readHome } from "./ledgers/home.ts";
import type { LedgerPlace } from "./ledgers/place.ts";
import { seenLedgers } from "./store/ledger-seen.ts";

/**
 * Opens the ledger that the law names: reads its home, verifies every byte, and remembers its number, so that an older one is known.
 * Null: the law names none. Throws Fault("unavailable") for an address that gives no answer, Fault("git") and Fault("storage").
 */
export async function openLedger(place: LedgerPlace): Promise<LedgerAnswer | null> {
  const { law, repo } = place;
  if (law.ledger === null) return null;
  const { from } = law.ledger;
  if (from.startsWith("refs/")) await place.bringRef?.(from);
  const bytes = await readHome(place, from);
  if (bytes === null) return refused("none", `There is no ledger at ${law.ledger.from}.`);
  const answer = await verifyLedger(place, bytes);
  if (answer.status === "valid") rememberLedger(repo.commonDir, answer.header.audience, answer.header.seq);
  return answer;
}

/** Whether bytes are a ledger that would count here and now. Remembers nothing. */
export async function verifyLedger(place: LedgerPlace, bytes: Uint8Array): Promise<LedgerAnswer> {
  const { law, repo, now } = place;
  const audience = await audienceHere(place);
  if (audience === null || law.ledger === null) return NO_AUDIENCE;
  return readLedger(bytes, {
    keys: law.ledger.keys,
    audience,
    maxAgeMs: milliseconds(law.ledger.maxAge),
    now: now().getTime(),
    policyDigest: ledgerPolicyDigest(law),
    highestSeq: seenLedgers(repo.commonDir).highest(audience),
    ...(await bundleCheck(place, bytes)),
  });
}

/** Reads bytes as a ledger of this repository, however old, and under whatever policy it was made: for who looks back. */
export async function openPastLedger(place: LedgerPlace, bytes: Uint8Array): Promise<LedgerAnswer> {
  const audience = await audienceHere(place);
  if (audience === null) return NO_AUDIENCE;
  return readLedger(bytes, {
    keys: place.law.ledger?.keys ?? [],
    audience,
    maxAgeMs: null,
    now: place.now().getTime(),
    policyDigest: null,
    highestSeq: null,
    ...(await bundleCheck(place, bytes)),
  });
}

/** What judges a bundle, loaded only where there is one. The trusted root is the trusted tree's, so nobody is asked for it. */
async function bundleCheck(
  { law: { ledger }, tree }: LedgerPlace,
  bytes: Uint8Array,
): Promise<{ readonly bundle?: BundleCheck }> {
  if (ledger === null || !isBundled(bytes)) return {};
  const { identities, sigstore } = ledger;
  const path = sigstore.trustedRoot;
  const [{ openBundleCheck }, root] = await Promise.all([
    import("./sigstore/bundle-check.ts"),
    tree.read(path, MOST_ROOT_BYTES),
  ]);
  const text = root === null ? null : Buffer.from(root).toString("utf8");
  return { bundle: openBundleCheck({ identities, root: text, path }) };
}

/** Largest trusted root that is read: the public one has 7 kB. */
const MOST_ROOT_BYTES = 1024 * 1024;

/** `host/owner/repo` that ledgers of this repository are made for: as the policy says, else as origin does; null: neither tells. */
export async function audienceHere({ law, repo }: Pick<LedgerPlace, "law" | "repo">): Promise<string | null> {
  const named = law.ledger?.audience ?? null;
  if (named !== null) return named;
  const url = await originUrl(repo);
  return url === null ? null : audienceOf(url);
}

/** Notes a ledger's number; where that can't be kept, an older one is known by its age alone. */
export function rememberLedger(commonDir: string, audience: string, seq: number): void {
  quietly(() => seenLedgers(commonDir).note(audience, seq));
}

const NO_AUDIENCE = refused("foreign", "The policy has no ledger.audience, and no origin tells it.");

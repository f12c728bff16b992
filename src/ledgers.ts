import { milliseconds } from "./core/duration.ts";
import { originUrl } from "./git/names.ts";
import { audienceOf } from "./ledger/audience.ts";
import { ledgerPolicyDigest } from "./ledger/policy-digest.ts";
import { type LedgerAnswer, readLedger } from "./ledger/read.ts";
import { refused } from "./ledger/refusal.ts";
import { readHome } from "./ledgers/home.ts";
import type { LedgerPlace } from "./ledgers/place.ts";
import { seenLedgers } from "./store/ledger-seen.ts";

/**
 * Opens the ledger that the law names: reads its home, verifies every byte, and remembers its number, so that an older one is known.
 * Null: the law names none. Throws Fault("unavailable") for an address that gives no answer, Fault("git") and Fault("storage").
 */
export async function openLedger(place: LedgerPlace): Promise<LedgerAnswer | null> {
  const { law, repo, now } = place;
  if (law.ledger === null) return null;
  const audience = await audienceHere(place);
  if (audience === null) return NO_AUDIENCE;
  const bytes = await readHome(place, law.ledger.from);
  if (bytes === null) return refused("none", `There is no ledger at ${law.ledger.from}.`);
  const seen = seenLedgers(repo.commonDir);
  const answer = readLedger(bytes, {
    keys: law.ledger.keys,
    audience,
    maxAgeMs: milliseconds(law.ledger.maxAge),
    now: now().getTime(),
    policyDigest: ledgerPolicyDigest(law),
    highestSeq: seen.highest(audience),
  });
  if (answer.status === "valid") quietly(() => seen.note(audience, answer.header.seq));
  return answer;
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
  });
}

/** `host/owner/repo` that ledgers of this repository are made for: as the policy says, else as origin does; null: neither tells. */
export async function audienceHere({ law, repo }: Pick<LedgerPlace, "law" | "repo">): Promise<string | null> {
  const named = law.ledger?.audience ?? null;
  if (named !== null) return named;
  const url = await originUrl(repo);
  return url === null ? null : audienceOf(url);
}

const NO_AUDIENCE = refused(
  "foreign",
  "Nothing tells whose ledger is wanted: the policy has no ledger.audience, and origin names no host.",
);

/** A disk that is full or read-only costs the memory, not the answer. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // An older ledger would not be known by its number, only by its age.
  }
}

import { fetchText } from "../connect/fetch-text.ts";
import { milliseconds } from "../core/duration.ts";
import { Fault } from "../core/fault.ts";
import { quietly } from "../core/quietly.ts";
import { readLedgerRef } from "../git/ledger-ref.ts";
import { MOST_LEDGER_BYTES } from "../ledger/format.ts";
import { ledgerCache } from "../store/ledger-cache.ts";
import type { LedgerPlace } from "./place.ts";

/** The bytes of the ledger at a ref, a path of the trusted tree, or an https address; null: there is none. */
export async function readHome(place: LedgerPlace, from: string): Promise<Uint8Array | null> {
  if (from.startsWith("refs/")) return readLedgerRef(place.repo, from, MOST_LEDGER_BYTES);
  if (from.startsWith("https:")) return readAddress(place, from);
  return place.tree.read(from, MOST_LEDGER_BYTES);
}

/** A copy that is as fresh as a tracker's answers must be is not fetched again, nor where the address gives no answer. */
async function readAddress(place: LedgerPlace, address: string): Promise<Uint8Array | null> {
  const { repo, env, now, haste = "hook", law } = place;
  const cache = ledgerCache(repo.commonDir, address);
  const kept = cache.read();
  const age = kept === null ? Number.POSITIVE_INFINITY : now().getTime() - kept.at;
  if (kept !== null && age >= 0 && age <= milliseconds(law.cache.fresh)) return kept.bytes;
  try {
    const text = await fetchText(address, {
      env,
      haste,
      now,
      name: "The ledger",
      mostBytes: MOST_LEDGER_BYTES,
    });
    const bytes = Buffer.from(text, "utf8");
    quietly(() => cache.keep(bytes));
    return bytes;
  } catch (thrown) {
    if (kept !== null && thrown instanceof Fault && thrown.code === "unavailable") return kept.bytes;
    throw thrown;
  }
}

import { Fault } from "../core/fault.ts";
import type { Ledger } from "../ledger/read.ts";
import type { LedgerRefusal } from "../ledger/refusal.ts";
import type { LedgerPlace } from "./place.ts";

/** Why there is no ledger that counts: a sentence, and the command that mends it. */
type NoLedger = Pick<LedgerRefusal, "status" | "detail" | "fix">;

/**
 * The ledger for who judges: one that can't be had is none that counts, for a reason that is told where somebody needs it. What reads
 * it is loaded here. Null: the law names none.
 */
export async function openBook(place: LedgerPlace): Promise<Ledger | NoLedger | null> {
  const { openLedger } = await import("../ledgers.ts");
  try {
    return await openLedger(place);
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    return { status: "invalid", detail: thrown.message, fix: thrown.fix ?? "golden-thread ledger fetch" };
  }
}

import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeAtomic } from "./atomic.ts";
import { STORE_FOLDER } from "./compiled.ts";

/** The highest numbers of ledgers that were seen here, by whom they are made for. */
export interface SeenLedgers {
  /** Null: none was seen. */
  highest(audience: string): number | null;
  /** Notes a ledger's number; a lower one than is known is forgotten. Throws Fault("storage"). */
  note(audience: string, seq: number): void;
}

/**
 * Opens what is kept for a repository with all its work trees. Any version reads it: forgetting it would let an old ledger in. Each number is
 * an empty file of that name, so nobody ever writes over a higher one, whoever else writes at that moment, and no lock can be left behind.
 */
export function seenLedgers(commonDir: string): SeenLedgers {
  const folderOf = (audience: string): string => {
    const name = createHash("sha256").update(audience.toLowerCase()).digest("hex");
    return join(commonDir, STORE_FOLDER, "ledger-seen", name);
  };
  return {
    highest: (audience) => numbersIn(folderOf(audience)).at(-1) ?? null,
    note(audience, seq) {
      const folder = folderOf(audience);
      const before = numbersIn(folder);
      const highest = before.at(-1) ?? -1;
      if (seq <= highest) return;
      writeAtomic(join(folder, String(seq)), "");
      // The highest of before stays: whoever lists the folder just now may have missed the new one.
      for (const old of before.slice(0, -1)) rmSync(join(folder, String(old)), { force: true });
    },
  };
}

/** Lowest first. */
function numbersIn(folder: string): readonly number[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{1,16}$/.test(name))
      .map(Number)
      .sort((a, b) => a - b);
  } catch {
    // No ledger was seen yet.
    return [];
  }
}

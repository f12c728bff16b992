import { readFileSync } from "node:fs";
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

/** Opens what is kept for a repository with all its work trees. Any version reads it: forgetting it would let an old ledger in. */
export function seenLedgers(commonDir: string): SeenLedgers {
  const file = join(commonDir, STORE_FOLDER, "ledger-seen.json");
  const highest = (audience: string): number | null => readSeen(file)[audience.toLowerCase()] ?? null;
  return {
    highest,
    note(audience, seq) {
      // Another writer of the same moment may put what it read in place of what was written here.
      for (let attempt = 0; attempt < 3 && seq > (highest(audience) ?? -1); attempt++)
        writeAtomic(file, `${JSON.stringify({ ...readSeen(file), [audience.toLowerCase()]: seq })}\n`);
    },
  };
}

function readSeen(file: string): Readonly<Record<string, number>> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(
      entries.flatMap(([audience, seq]) => (typeof seq === "number" ? [[audience, seq]] : [])),
    );
  } catch {
    // Absent or torn: nothing is known.
    return {};
  }
}

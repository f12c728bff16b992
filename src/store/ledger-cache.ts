import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeAtomic } from "./atomic.ts";
import { STORE_FOLDER } from "./compiled.ts";

/** A ledger as it was last fetched from an address. `at`: milliseconds since 1970, by the file system's clock. */
export interface FetchedLedger {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** What is kept of a ledger that lies at an https address. It is verified at each reading. */
export interface LedgerCache {
  read(): FetchedLedger | null;
  /** Throws Fault("storage"). */
  keep(bytes: Uint8Array): void;
}

/** Opens the place of one address, shared by all work trees of a repository. */
export function ledgerCache(commonDir: string, address: string): LedgerCache {
  const name = createHash("sha256").update(address).digest("hex").slice(0, 16);
  const file = join(commonDir, STORE_FOLDER, "ledgers", `${name}.jsonl`);
  return {
    read() {
      try {
        return { at: statSync(file).mtimeMs, bytes: readFileSync(file) };
      } catch {
        return null;
      }
    },
    keep: (bytes) => writeAtomic(file, bytes),
  };
}

import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { storageFault, writeAtomic } from "./atomic.ts";
import { STORE_FOLDER } from "./compiled.ts";

/** What a build of a ledger has listed so far of one remote: lines of JSON, the newest last. */
export interface LedgerJournal {
  /** Everything that was noted since the build began; empty where it began too long ago. */
  read(): readonly unknown[];
  /** Adds lines. Throws Fault("storage"). */
  add(lines: readonly unknown[]): void;
  /** Forgets everything. */
  drop(): void;
}

/** A listing this old has missed too much: tickets that went away since would stay in the ledger. */
const LONGEST_BUILD_MS = 6 * 3_600_000;

/** Opens the journal of a remote. `key`: all that its lines rest on. `now`: milliseconds since 1970. */
export function ledgerJournal(
  commonDir: string,
  { remote, key, now }: { readonly remote: string; readonly key: string; readonly now: number },
): LedgerJournal {
  const print = createHash("sha256").update(key).digest("hex").slice(0, 16);
  const file = join(commonDir, STORE_FOLDER, "ledger-build", `${encodeURIComponent(remote)}-${print}.jsonl`);
  return {
    read() {
      const [head, ...lines] = linesOf(file);
      const began = isHead(head) ? Date.parse(head.began) : Number.NaN;
      return began <= now && now - began <= LONGEST_BUILD_MS ? lines : [];
    },
    add(lines) {
      if (lines.length === 0) return;
      try {
        if (statSync(file, { throwIfNoEntry: false }) === undefined) begin(file, now);
        // The line break before them ends a line that a killed build left torn.
        appendFileSync(file, `\n${lines.map((line) => `${JSON.stringify(line)}\n`).join("")}`, {
          mode: 0o600,
        });
      } catch (cause) {
        throw storageFault("What was listed for the ledger could not be kept.", file, cause);
      }
    },
    drop: () => rmSync(file, { force: true }),
  };
}

function begin(file: string, now: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeAtomic(file, `${JSON.stringify({ began: new Date(now).toISOString() })}\n`);
}

function linesOf(file: string): readonly unknown[] {
  const text = statSync(file, { throwIfNoEntry: false }) === undefined ? "" : readFileSync(file, "utf8");
  return text.split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line)];
    } catch {
      // Torn: what it told is asked for again.
      return [];
    }
  });
}

function isHead(value: unknown): value is { readonly began: string } {
  return typeof value === "object" && value !== null && "began" in value && typeof value.began === "string";
}

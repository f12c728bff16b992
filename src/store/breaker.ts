import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RemoteLaw } from "../core/law.ts";
import { writeAtomic } from "./atomic.ts";
import { STORE_FOLDER } from "./compiled.ts";

/** Why a remote is not asked for a while. Times are RFC 3339 in UTC. */
export interface Pause {
  readonly since: string;
  readonly until: string;
  /** How often in a row it gave no answer. */
  readonly failures: number;
}

/** The first pause in milliseconds; it doubles with each further failure, up to the longest. */
const FIRST_PAUSE = 15_000;
const LONGEST_PAUSE = 5 * 60_000;

/** Keeps ten hooks in a row from waiting ten times for a tracker that gives no answer. */
export interface Breaker {
  /** Null: the remote may be asked. `now`: milliseconds since 1970. */
  pause(now: number): Pause | null;
  /** Notes that it gave no answer. Throws Fault("storage"). */
  trip(now: number): void;
  /** Notes that it did. */
  reset(): void;
}

/** Opens a remote's breaker, shared by all work trees of a repository. */
export function breaker(commonDir: string, { name, kind, settings }: RemoteLaw): Breaker {
  // Whoever has just mended a wrong address is not kept waiting for the old one.
  const print = createHash("sha256")
    .update(JSON.stringify([kind, settings]))
    .digest("hex")
    .slice(0, 8);
  const file = join(commonDir, STORE_FOLDER, "pauses", `${encodeURIComponent(name)}-${print}.json`);
  return {
    pause(now) {
      const last = readPause(file);
      return last !== null && Date.parse(last.until) > now && Date.parse(last.since) <= now ? last : null;
    },
    trip(now) {
      const failures = (readPause(file)?.failures ?? 0) + 1;
      const ms = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
      const pause: Pause = { since: utcOf(now), until: utcOf(now + ms), failures };
      writeAtomic(file, JSON.stringify(pause));
    },
    reset() {
      rmSync(file, { force: true });
    },
  };
}

function utcOf(ms: number): string {
  return new Date(ms).toISOString();
}

function readPause(file: string): Pause | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isPause(value) ? value : null;
  } catch {
    // Absent or torn: nothing is known against the remote.
    return null;
  }
}

function isPause(value: unknown): value is Pause {
  if (typeof value !== "object" || value === null) return false;
  const { since, until, failures } = { since: null, until: null, failures: null, ...value };
  return typeof since === "string" && typeof until === "string" && typeof failures === "number";
}

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RemoteLaw } from "../core/law.ts";
import { writeAtomic } from "./atomic.ts";
import { STORE_FOLDER } from "./compiled.ts";

/** An answer that its server gave a tag: asked with it, the server says in few bytes that nothing has changed. */
export interface TaggedAnswer {
  readonly etag: string;
  readonly text: string;
}

/** Tagged answers of one remote, by address; shared by all work trees of a repository. */
export interface Etags {
  read(address: string): TaggedAnswer | null;
  /** Throws Fault("storage"). */
  keep(address: string, answer: TaggedAnswer): void;
}

/** Answers kept of one remote; the one that was kept first goes first. */
const MOST_ANSWERS = 100;

/** Longest answer that is kept, in UTF-16 units: one ticket with its description. */
const LONGEST_ANSWER = 64 * 1024;

/** Opens the tags of a remote. */
export function etagsOf(commonDir: string, { name, kind, settings }: RemoteLaw): Etags {
  const key = createHash("sha256")
    .update(JSON.stringify([name, kind, settings]))
    .digest("hex")
    .slice(0, 16);
  const file = join(commonDir, STORE_FOLDER, "etags", `${key}.json`);
  return {
    read: (address) => new Map(readAll(file)).get(address) ?? null,
    keep(address, answer) {
      if (answer.text.length > LONGEST_ANSWER) return;
      const others = readAll(file).filter(([one]) => one !== address);
      writeAtomic(file, JSON.stringify([...others, [address, answer]].slice(-MOST_ANSWERS)));
    },
  };
}

type Entry = readonly [address: string, answer: TaggedAnswer];

function readAll(file: string): readonly Entry[] {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(value) ? value.filter(isEntry) : [];
  } catch {
    // Absent or torn: everything is asked for whole.
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value) || typeof value[0] !== "string") return false;
  const answer: unknown = value[1];
  if (typeof answer !== "object" || answer === null) return false;
  const { etag, text } = { etag: null, text: null, ...answer };
  return typeof etag === "string" && typeof text === "string";
}

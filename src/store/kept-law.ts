import { readFileSync } from "node:fs";
import type { Law } from "../core/law.ts";
import { VERSION } from "../core/version.ts";
import { writeAtomic } from "./atomic.ts";
import { indexFile, STORE_FOLDER } from "./compiled.ts";
import { isCurrent } from "./current.ts";
import { openIndex } from "./index-reader.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The resolved law as JSON, beside the index: what spares the engine reading policies. */
function lawFile(gitDir: string): string {
  return `${gitDir}/${STORE_FOLDER}/law.json`;
}

/** Writes the law of the index that was just written. Throws Fault("storage"). */
export function keepLaw(gitDir: string, law: Law): void {
  const file = lawFile(gitDir);
  if (readLaw(file)?.digest !== law.digest) writeAtomic(file, JSON.stringify({ version: VERSION, law }));
}

/**
 * The law of a hook, if everything that it was made from is untouched, as the index's prints tell. Null: it has to be
 * read anew. `gitDir`: the work tree's own, a real path.
 */
export function keptLaw(place: { readonly root: string; readonly gitDir: string }, env: Env): Law | null {
  const header = headerOf(indexFile(place.gitDir));
  if (header === null || !header.settled) return null;
  if (header.root !== place.root || header.gitDir !== place.gitDir || !isCurrent(header, env)) return null;
  const law = readLaw(lawFile(place.gitDir));
  return law !== null && law.digest === header.law && law.place === "hook" ? law : null;
}

function headerOf(file: string) {
  try {
    const index = openIndex(file, VERSION);
    index?.close();
    return index?.header ?? null;
  } catch {
    return null;
  }
}

/** Null: there is none that this version wrote. */
function readLaw(file: string): Law | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isKept(kept) && kept.version === VERSION ? kept.law : null;
  } catch {
    return null;
  }
}

/** The file is ours alone and written whole: its version vouches for its shape. */
function isKept(value: unknown): value is { readonly version: string; readonly law: Law } {
  return typeof value === "object" && value !== null && "version" in value && "law" in value;
}

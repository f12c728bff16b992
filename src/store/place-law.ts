import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUILD } from "../core/build.ts";
import type { DoorPlace, Law } from "../core/law.ts";
import type { Repository } from "../git/repository.ts";
import { clockBeside, writeAtomic } from "./atomic.ts";
import { STORE_FOLDER } from "./compiled.ts";
import { isCurrent, type Origins } from "./current.ts";
import type { FileClock } from "./fingerprint.ts";
import { configState } from "./git-config.ts";
import { areSettled, originsOf, workTreeOf } from "./origins.ts";

type Env = Readonly<Record<string, string | undefined>>;

interface PlaceLaw {
  readonly version: string;
  readonly origins: Origins;
  readonly law: Law;
}

/** Names every variable by which git takes configuration from elsewhere than its files. */
const STEERED = /^GIT_CONFIG/;

/**
 * The law of a place (hook, ci, server) that was compiled before, if nothing that it was made from was touched since;
 * null: it has to be compiled. Costs a few questions to the file system and no library.
 */
export function placeLaw({ repo, place, env }: { repo: Repository; place: DoorPlace; env: Env }): Law | null {
  if (repo.root === null || isSteered(env)) return null;
  const kept = read(fileOf(repo, place));
  if (kept === null || kept.version !== BUILD) return null;
  return isCurrent(kept.origins, workTreeOf(repo), env) ? kept.law : null;
}

/** The file system's time, taken before anything is read; null where nothing can be kept. */
export function lawClock(repo: Repository, place: DoorPlace): FileClock | null {
  try {
    return clockBeside(fileOf(repo, place));
  } catch {
    return null;
  }
}

/**
 * Keeps a law for the next run. `watched`: root-relative files and folders that it was made from, also absent ones.
 * Keeps nothing where one of them changed just now, or the folder can't be written: the next run compiles anew.
 */
export async function keepPlaceLaw(
  { repo, env }: { readonly repo: Repository; readonly env: Env },
  law: Law,
  watched: readonly string[],
  began: FileClock | null,
): Promise<void> {
  if (repo.root === null || began === null || isSteered(env)) return;
  const { files } = await configState(repo, env);
  const origins = originsOf(workTreeOf(repo), env, watched, files);
  if (!areSettled(origins, began)) return;
  const kept: PlaceLaw = { version: BUILD, origins, law };
  try {
    writeAtomic(fileOf(repo, law.place), JSON.stringify(kept));
  } catch {
    // A folder that can't be written costs the next run some time, and no verdict.
  }
}

function fileOf({ gitDir }: Repository, place: DoorPlace): string {
  return join(gitDir, STORE_FOLDER, `law-${place}.json`);
}

function isSteered(env: Env): boolean {
  return Object.keys(env).some((name) => STEERED.test(name));
}

function read(file: string): PlaceLaw | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isPlaceLaw(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** The file is ours alone and written whole: its version vouches for its shape. */
function isPlaceLaw(value: unknown): value is PlaceLaw {
  return (
    typeof value === "object" && value !== null && "version" in value && "origins" in value && "law" in value
  );
}

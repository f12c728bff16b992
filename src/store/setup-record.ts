import { lstatSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../core/fault.ts";
import { writeAtomic } from "./atomic.ts";
import { STORE_FOLDER } from "./compiled.ts";

/** What `init` did to one path, so that it can be undone. Paths are relative to the git folder that all work trees share. */
export type SetupEntry =
  | {
      /** A file that was not there before. */
      readonly kind: "wrote";
      readonly path: string;
      /** SHA-256 of what was written, in hex. */
      readonly after: string;
      /** Folders made for it, the outermost first. */
      readonly folders: readonly string[];
      readonly part: string | null;
    }
  | {
      /** A file of the user's that has a part of ours now. */
      readonly kind: "edited";
      readonly path: string;
      readonly after: string;
      /** What was there before, as base64; null: it was changed between two edits, and only our part can be taken out. */
      readonly before: string | null;
      readonly part: string;
    }
  | { readonly kind: "moved"; readonly from: string; readonly to: string };

const FILE = "setup.json";

function setupRecordPath(commonDir: string): string {
  return join(commonDir, STORE_FOLDER, FILE);
}

/** What `init` did to a repository, in order; empty where it did nothing. Throws `Fault("storage")` where the record can't be read. */
export function readSetupRecord(commonDir: string): readonly SetupEntry[] {
  const path = setupRecordPath(commonDir);
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return [];
  try {
    const told: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (!isRecord(told) || !Array.isArray(told.entries)) throw new Error("no list of entries");
    return told.entries.map(entryOf);
  } catch (cause) {
    const found = `${path}: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new Fault("storage", "The record of what init did can't be read.", {
      found,
      fix: "Move that file away; hooks can then be removed by hand.",
      cause,
    });
  }
}

/** Replaces the record; without entries it is removed, and its folder with it if nothing else is kept there. */
export function writeSetupRecord(commonDir: string, entries: readonly SetupEntry[]): void {
  const path = setupRecordPath(commonDir);
  if (entries.length > 0) {
    writeAtomic(path, `${JSON.stringify({ schemaVersion: 1, kind: "setup", entries }, null, 2)}\n`);
    return;
  }
  rmSync(path, { force: true });
  try {
    rmdirSync(join(commonDir, STORE_FOLDER));
  } catch {
    // Something else is kept there, or nothing ever was.
  }
}

function entryOf(told: unknown): SetupEntry {
  if (!isRecord(told)) throw new Error("an entry is no object");
  const { kind } = told;
  if (kind === "moved") return { kind, from: text(told.from), to: text(told.to) };
  const [path, after] = [text(told.path), text(told.after)];
  if (kind === "edited")
    return {
      kind,
      path,
      after,
      before: told.before === null ? null : text(told.before),
      part: text(told.part),
    };
  if (kind !== "wrote" || !Array.isArray(told.folders)) throw new Error("an entry of an unknown kind");
  return {
    kind,
    path,
    after,
    folders: told.folders.map(text),
    part: told.part === null ? null : text(told.part),
  };
}

function text(told: unknown): string {
  if (typeof told === "string") return told;
  throw new Error("an entry misses a text");
}

function isRecord(told: unknown): told is Readonly<Record<string, unknown>> {
  return typeof told === "object" && told !== null;
}

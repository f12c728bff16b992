import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { Fault } from "../core/fault.ts";
import type { FileClock } from "./fingerprint.ts";

/** A temporary folder this old was left by a process that is gone: writing the largest index takes seconds. */
const ABANDONED_MS = 10 * 60_000;

/** How mkdtemp ends the names that it makes. */
const TEMPORARY = /^\.[A-Za-z0-9]{6}$/;

/**
 * Replaces a file as a whole: readers see the old bytes or the new ones, after a power cut too. Makes its folder.
 * Only the user may read it: what we keep can name tickets. Parts are
 * written one after the other, so that nobody has to hold all of a large file twice. Throws Fault("storage") where it can't be written.
 */
export function writeAtomic(path: string, bytes: Uint8Array | string | readonly Uint8Array[]): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    replace(path, partsOf(bytes));
  } catch (cause) {
    throw storageFault("A file could not be written.", path, cause);
  }
}

/**
 * Adds lines to a file and waits until they are on disk. One write at the file's end: two processes at once leave whole lines of both
 * (open(2), O_APPEND). Makes the folder. Throws Fault("storage") that begins with `complaint`.
 */
export function appendLines(path: string, text: string, complaint: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const descriptor = openSync(path, "a", 0o600);
    try {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    throw storageFault(complaint, path, cause);
  }
}

function partsOf(bytes: Uint8Array | string | readonly Uint8Array[]): readonly Uint8Array[] {
  if (typeof bytes === "string") return [Buffer.from(bytes, "utf8")];
  return bytes instanceof Uint8Array ? [bytes] : bytes;
}

/** The new bytes grow in a folder of their own beside the target: its name is never used twice, and a rename can't cross file systems. */
function replace(path: string, parts: readonly Uint8Array[]): void {
  const folder = mkdtempSync(`${path}.`);
  try {
    const file = join(folder, "new");
    fill(openSync(file, "wx", 0o600), parts);
    renameSync(file, path);
    sweep(path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(descriptor: number, parts: readonly Uint8Array[]): void {
  try {
    for (const bytes of parts)
      for (let done = 0; done < bytes.byteLength; ) done += writeSync(descriptor, bytes, done);
    // Without it a file system may keep the new name and lose the bytes.
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes what killed writers of this file left behind. */
function sweep(path: string, own: string): void {
  const now = statSync(own).mtimeMs;
  const name = basename(path);
  for (const entry of readdirSync(dirname(path))) {
    if (!entry.startsWith(name) || !TEMPORARY.test(entry.slice(name.length))) continue;
    const folder = join(dirname(path), entry);
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found !== undefined && now - found.mtimeMs > ABANDONED_MS)
      rmSync(folder, { recursive: true, force: true });
  }
}

/** What time it is for the file system that holds `path`: that of a folder made beside it this moment. Throws where none can be made. */
export function clockBeside(path: string): FileClock {
  mkdirSync(dirname(path), { recursive: true });
  const folder = mkdtempSync(`${path}.`);
  const { dev, mtimeNs } = statSync(folder, { bigint: true });
  rmdirSync(folder);
  return { device: dev, ns: mtimeNs };
}

/** The fault of something below the git folder that can't be written, with the system's own words. */
export function storageFault(message: string, path: string, cause: unknown): Fault {
  const found = cause instanceof Error ? cause.message : String(cause);
  return new Fault("storage", message, {
    found,
    wanted: `a folder that can be written: ${dirname(path)}`,
    cause,
  });
}

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
import { setTimeout as sleep } from "node:timers/promises";
import { Fault } from "../core/fault.ts";
import type { FileClock } from "./fingerprint.ts";

/** A temporary folder this old was left by a process that is gone: writing the largest index takes seconds. */
const ABANDONED_MS = 10 * 60_000;

/** A lock this old was left by a process that was killed: what is done under one takes well below a second. */
const STALE_LOCK_MS = 10_000;

/** Between two looks at a lock that somebody holds. */
const RETRY_MS = 20;

/** How mkdtemp ends the names that it makes. */
const TEMPORARY = /^\.[A-Za-z0-9]{6}$/;

/**
 * Replaces a file as a whole: readers see the old bytes or the new ones, after a power cut too. Makes its folder.
 * Only the user may read it: what we keep can name tickets. Throws Fault("storage") where it can't be written.
 */
export function writeAtomic(path: string, bytes: Uint8Array | string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    replace(path, typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes);
  } catch (cause) {
    throw storageFault("A file could not be written.", path, cause);
  }
}

/**
 * Runs `action` while no other process runs one for the same path (the lock is `PATH.lock`). A killed holder's lock is
 * taken over. Throws Fault("storage") where the lock can't be had within `waitMs`.
 */
export async function withLock<T>(path: string, action: () => T | Promise<T>, waitMs = 5_000): Promise<T> {
  const lock = `${path}.lock`;
  const mark = await acquire(lock, waitMs);
  try {
    return await action();
  } finally {
    // After a very long action the lock may be another's by now.
    if (markOf(lock) === mark) rmSync(lock, { force: true });
  }
}

/** The new bytes grow in a folder of their own beside the target: its name is never used twice, and a rename can't cross file systems. */
function replace(path: string, bytes: Uint8Array): void {
  const folder = mkdtempSync(`${path}.`);
  try {
    const file = join(folder, "new");
    fill(openSync(file, "wx", 0o600), bytes);
    renameSync(file, path);
    sweep(path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(descriptor: number, bytes: Uint8Array): void {
  try {
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

async function acquire(lock: string, waitMs: number): Promise<string> {
  for (let waited = 0; ; waited += RETRY_MS) {
    try {
      mkdirSync(dirname(lock), { recursive: true });
      if (create(lock)) return markOf(lock);
      if (breakStale(lock)) continue;
    } catch (cause) {
      throw storageFault("A lock could not be made.", lock, cause);
    }
    if (waited >= waitMs) throw heldFault(lock, waitMs);
    await sleep(RETRY_MS);
  }
}

/** Makes an empty file; false where there is one. */
function create(path: string): boolean {
  try {
    closeSync(openSync(path, "wx", 0o600));
    return true;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw cause;
  }
}

/** Only who holds the breaker removes a stale lock, so that no two waiters break one after the other and remove a live one. */
function breakStale(lock: string): boolean {
  if (!isStale(lock)) return false;
  const breaker = `${lock}.break`;
  if (!create(breaker)) {
    if (isStale(breaker)) rmSync(breaker, { force: true });
    return false;
  }
  const stale = isStale(lock);
  if (stale) rmSync(lock, { force: true });
  rmSync(breaker, { force: true });
  return stale;
}

function isStale(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Number(clockBeside(path).ns / 1_000_000n) - found.mtimeMs > STALE_LOCK_MS;
}

/** What time it is for the file system that holds `path`: that of a folder made beside it this moment. Throws where none can be made. */
export function clockBeside(path: string): FileClock {
  mkdirSync(dirname(path), { recursive: true });
  const folder = mkdtempSync(`${path}.`);
  const { dev, mtimeNs } = statSync(folder, { bigint: true });
  rmdirSync(folder);
  return { device: dev, ns: mtimeNs };
}

function markOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? "" : `${found.ino} ${found.mtimeNs}`;
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && "code" in cause ? cause.code : undefined;
}

function storageFault(message: string, path: string, cause: unknown): Fault {
  const found = cause instanceof Error ? cause.message : String(cause);
  return new Fault("storage", message, {
    found,
    wanted: `a folder that can be written: ${dirname(path)}`,
    cause,
  });
}

function heldFault(lock: string, waitMs: number): Fault {
  return new Fault("storage", "Another process is writing the same file and does not end.", {
    found: lock,
    wanted: `the lock to be free within ${waitMs} ms`,
    fix: "Wait until it is done; a killed process's lock is taken over after some seconds.",
  });
}

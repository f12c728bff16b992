import { closeSync, fstatSync, linkSync, mkdirSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Fault } from "../core/fault.ts";
import { clockBeside, storageFault } from "./atomic.ts";

/** Whoever holds a lock of ours adds one line to a file: one this old was left by a process that was killed. */
const ABANDONED_NS = 10_000_000_000n;
/** How long somebody else may hold it, with that much room for a slow disk. */
const TRIES = 300;
const PAUSE_MS = 50;

/**
 * Runs `act` while no other process does so under the same path: a file that only one can make (open(2), O_EXCL). One that was left
 * behind is taken away once it is old. Throws Fault("storage") where the lock can't be had.
 */
export function withLock<T>(path: string, act: () => T): T {
  const own = take(path);
  try {
    return act();
  } finally {
    // Who was stopped for too long holds no lock any more; what stands there then is somebody else's.
    if (inodeOf(path) === own) rmSync(path, { force: true });
  }
}

/** The inode of the lock that was made. */
function take(path: string): bigint {
  try {
    mkdirSync(dirname(path), { recursive: true });
    for (let tries = 0; tries < TRIES; tries++) {
      const own = made(path);
      if (own !== null) return own;
      if (!isCleared(path)) pause();
    }
  } catch (cause) {
    throw storageFault("A lock could not be taken.", path, cause);
  }
  throw new Fault("storage", "Another golden-thread holds the lock for too long.", {
    found: path,
    fix: "wait for it to end; if none runs, remove that file",
  });
}

/** Null: somebody else has it. */
function made(path: string): bigint | null {
  try {
    const descriptor = openSync(path, "wx", 0o600);
    const { ino } = fstatSync(descriptor, { bigint: true });
    closeSync(descriptor);
    return ino;
  } catch (cause) {
    if (isCode(cause, "EEXIST")) return null;
    throw cause;
  }
}

function inodeOf(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}

/** Whether a lock that was left behind is out of the way. Renaming lets only one of several take it. */
function isCleared(path: string): boolean {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (found === undefined) return true;
  if (clockBeside(path).ns - found.mtimeNs < ABANDONED_NS) return false;
  const aside = `${path}.${found.ino}-${found.mtimeNs}`;
  try {
    renameSync(path, aside);
  } catch (cause) {
    if (isCode(cause, "ENOENT")) return true;
    throw cause;
  }
  const isOld = inodeOf(aside) === found.ino;
  // Meanwhile somebody else cleared it and took the lock: that one goes back.
  if (!isOld) putBack(aside, path);
  rmSync(aside, { force: true });
  return isOld;
}

function putBack(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch (cause) {
    if (!isCode(cause, "EEXIST")) throw cause;
  }
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && "code" in cause && cause.code === code;
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

import { type BigIntStats, constants, lstatSync, statSync } from "node:fs";

/**
 * What tells that a file or folder was not touched, without reading it: device, inode, mode, size, and the times of the
 * last modification and change in nanoseconds; decimal, parted by spaces. Only the time of change can't be set back by
 * whoever edits a file. `-`: there is nothing of that name.
 */
export type Fingerprint = string;

/** The print of what is not there. */
export const ABSENT: Fingerprint = "-";

/** How old a file must be before its print counts, where the file system keeps fractions of a second: a timer's tick and a reserve. */
const TICK_NS = 20_000_000n;

/** The same where it keeps whole seconds, or two of them (FAT). */
const COARSE_NS = 2_000_000_000n;

/** The same for another device than the clock's: a server may have a clock of its own. */
const FOREIGN_NS = 60_000_000_000n;

const SECOND_NS = 1_000_000_000n;

/** A file or folder of the work tree; a symlink is not followed. */
export function printOf(path: string): Fingerprint {
  return describe(lstatSync(path, { bigint: true, throwIfNoEntry: false }));
}

/** A file of git's configuration; git follows symlinks there. */
export function followedPrint(path: string): Fingerprint {
  return describe(statSync(path, { bigint: true, throwIfNoEntry: false }));
}

/** That a folder is the same one, whatever happens in it. */
export function placePrint(path: string): Fingerprint {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found?.isDirectory() ? `${found.dev} ${found.ino}` : ABSENT;
}

/** Whether a print is that of a folder. */
export function isFolder(print: Fingerprint): boolean {
  return (Number(print.split(" ")[2]) & constants.S_IFMT) === constants.S_IFDIR;
}

function describe(found: BigIntStats | undefined): Fingerprint {
  if (found === undefined) return ABSENT;
  return `${found.dev} ${found.ino} ${found.mode} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
}

/** A moment as a file system tells it. */
export interface FileClock {
  readonly device: bigint;
  readonly ns: bigint;
}

/**
 * Whether a print that is taken now tells of everything that was read since `began`: what was changed about then, or
 * later, could have been changed again without another print (git's racy entries: Documentation/technical/racy-git).
 */
export function isSettled(print: Fingerprint, began: FileClock): boolean {
  if (print === ABSENT) return true;
  const [device = 0n, , , , modified = 0n, changed = 0n] = print.split(" ").map(BigInt);
  const latest = began.ns - reserve(device, modified, changed, began);
  return modified < latest && changed < latest;
}

function reserve(device: bigint, modified: bigint, changed: bigint, began: FileClock): bigint {
  if (device !== began.device) return FOREIGN_NS;
  return modified % SECOND_NS === 0n && changed % SECOND_NS === 0n ? COARSE_NS : TICK_NS;
}

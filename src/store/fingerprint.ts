import { type BigIntStats, lstatSync, statSync } from "node:fs";

/**
 * What tells that a file was not touched, without reading it: device, inode, size, modification and change time in
 * nanoseconds, in decimal, parted by spaces. Only the change time can't be set back by whoever edits the file.
 * `-`: there is no such file (or it is none that the gate would read).
 */
export type Fingerprint = string;

export const ABSENT: Fingerprint = "-";

/** A file of the work tree, whose symlinks the gate does not follow. */
export function filePrint(path: string): Fingerprint {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found?.isFile() ? printOf(found) : ABSENT;
}

/** A file of git's own configuration; git follows symlinks there. */
export function followedPrint(path: string): Fingerprint {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found?.isFile() ? printOf(found) : ABSENT;
}

/** A folder with the names in it. */
export function folderPrint(path: string): Fingerprint {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found?.isDirectory() ? printOf(found) : ABSENT;
}

/** That a folder is the same one, whatever is in it. */
export function placePrint(path: string): Fingerprint {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found?.isDirectory() ? `${found.dev} ${found.ino}` : ABSENT;
}

function printOf(found: BigIntStats): Fingerprint {
  return `${found.dev} ${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
}

import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Fault } from "../core/fault.ts";
import { storageFault } from "./atomic.ts";

/** A file of the work tree that is to be written. */
export interface WorkFile {
  /** The work tree's root. */
  readonly root: string;
  /** Root-relative, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Makes a file that is not there yet, with its folders. Throws Fault("storage") where something has its name. */
export function makeFile({ root, path, text }: WorkFile): void {
  const file = placeOf(root, path);
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (cause) {
    throw storageFault(`${path} can't be made.`, file, cause);
  }
}

/**
 * Replaces a file as a whole, if it still says what it said when it was read: `before`. Throws Fault("storage") where it says something
 * else by now, and then nothing is written.
 */
export function replaceFile({ root, path, text }: WorkFile, before: string): void {
  const file = placeOf(root, path);
  const { mode } = lstatSync(file);
  if (!readFileSync(file).equals(Buffer.from(before, "utf8")))
    throw new Fault("storage", `${path} was changed meanwhile, so it was left as it is.`, {
      found: path,
      wanted: "the text that was read, in UTF-8",
      fix: "run the command again",
    });
  const fresh = `${file}.golden-thread-new`;
  try {
    rmSync(fresh, { force: true });
    writeFileSync(fresh, text, { flag: "wx", mode: mode & 0o777 });
    renameSync(fresh, file);
  } catch (cause) {
    throw storageFault(`${path} can't be written.`, file, cause);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Where it stands on disk. A link on the way there could lead out of the repository, so none is followed. */
function placeOf(root: string, path: string): string {
  const file = join(realpathSync(root), path);
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw storageFault(`${path} can't be made.`, file, cause);
  }
  if (
    realpathSync(folder) === folder &&
    lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true
  )
    return file;
  throw new Fault("storage", `${path} stands behind a symbolic link, which is not followed.`, {
    found: path,
    wanted: "a file in a folder of the repository itself",
  });
}

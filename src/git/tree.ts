import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from "node:fs";
import { join } from "node:path";
import { Fault } from "../core/fault.ts";
import type { Tree, TreeEntry } from "../core/ports.ts";
import { openObjects } from "./objects.ts";
import { type Repository, resolveCommit } from "./repository.ts";
import { demand, folderReader } from "./tree-object.ts";
import { byPath, FILE_LIMIT, isGitFolder, tooLarge, treePath } from "./tree-path.ts";
import { walkedTree } from "./walked-tree.ts";

/** What the files on disk are called. */
export const WORK_TREE = "working tree";

/** Absent on systems without such links or pipes. */
const NO_FOLLOW = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Nothing of that name can be there. */
const ABSENT = new Set(["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG", "EINVAL"]);

/**
 * The files below a folder as they stand on disk. A symlink is listed but never followed, neither as a file nor as a
 * folder on the way; git folders are no part of it, and a nested repository is one entry, as in git's own trees.
 * Read synchronously: for thousands of small files that takes a fifth of the time.
 */
export function workTree(root: string): Tree {
  const base = absent(() => realpathSync(root)) ?? root;
  const folders = new Map<string, boolean>();
  const inside = (folder: string): boolean => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const real = absent(() => realpathSync(join(base, folder))) === join(base, folder);
    folders.set(folder, real);
    return real;
  };
  return {
    label: WORK_TREE,
    async read(path, limit = FILE_LIMIT) {
      const file = treePath(path);
      if (file === null || file === "" || !inside(folderOf(file))) return null;
      return readRegular(base, file, limit);
    },
    async list(folder, options = {}) {
      const top = treePath(folder);
      if (top === null || !inside(top)) return [];
      const entries: TreeEntry[] = [];
      listInto(entries, base, top, options.recursive ?? false);
      return entries.sort(byPath);
    },
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function readRegular(base: string, path: string, limit: number): Uint8Array | null {
  const file = join(base, path);
  // Before it is opened: a pipe would wait for its writer.
  if (!absent(() => lstatSync(file))?.isFile()) return null;
  const handle = absent(() => openSync(file, constants.O_RDONLY | NO_FOLLOW));
  if (handle === null) return null;
  try {
    const { size } = fstatSync(handle);
    if (size > limit) throw tooLarge(path, size, limit);
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function listInto(entries: TreeEntry[], base: string, folder: string, recursive: boolean): void {
  for (const name of absent(() => readdirSync(join(base, folder))) ?? []) {
    if (isGitFolder(name)) continue;
    const path = folder === "" ? name : `${folder}/${name}`;
    const entry = entryAt(base, path);
    if (entry?.mode === "040000" && recursive) listInto(entries, base, path, true);
    else if (entry !== null) entries.push(entry);
  }
}

function entryAt(base: string, path: string): TreeEntry | null {
  const stat = absent(() => lstatSync(join(base, path)));
  if (stat === null) return null;
  if (stat.isSymbolicLink()) return { path, mode: "120000", size: stat.size };
  if (stat.isFile()) return { path, mode: (stat.mode & 0o100) === 0 ? "100644" : "100755", size: stat.size };
  if (!stat.isDirectory()) return { path, mode: "000000", size: null };
  const nested = absent(() => lstatSync(join(base, path, ".git"))) !== null;
  return { path, mode: nested ? "160000" : "040000", size: null };
}

function absent<T>(look: () => T): T | null {
  try {
    return look();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && ABSENT.has(String(cause.code))) return null;
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new Fault("storage", "A file of the working tree can't be read.", { found, cause });
  }
}

/** A commit's tree. Close it when all is read: it keeps one child open. */
export interface CommitTree extends Tree {
  readonly commit: string;
  close(): Promise<void>;
}

/** How many digits of an id tell people which commit is meant. */
const SHORT = 7;

/**
 * The files of a commit, read by object id over one child: names are only compared, never handed to git, so no name can
 * be taken for a revision or an option. Throws Fault("repository") for an unknown commit or a missing object.
 */
export async function commitTree(repo: Repository, rev: string): Promise<CommitTree> {
  const commit = await resolveCommit(repo, rev);
  const objects = openObjects(repo);
  const folder = folderReader(objects);
  const root = await demand(objects, commit).then(({ bytes }) =>
    bytes.toString("latin1", "tree ".length, bytes.indexOf("\n")),
  );
  const tree = walkedTree({
    label: commit.startsWith(rev) ? commit.slice(0, SHORT) : `${rev}@${commit.slice(0, SHORT)}`,
    root,
    folder: ({ oid }) => folder(oid),
    file: async ({ oid, path, limit }) => (await demand(objects, oid, limit, path)).bytes,
  });
  return { ...tree, commit, close: () => objects.close() };
}

import { posix, sep } from "node:path";
import { Fault } from "../core/fault.ts";

/**
 * A root-relative path with `/`, without `.` and `..`; the root itself is "". Null: it leaves the root, is no path at
 * all, or leads into a git folder, which belongs to no tree.
 */
export function treePath(path: string): string | null {
  if (path.includes("\0") || path.startsWith("/")) return null;
  // Where the system takes `\` or a drive letter for more than letters, such a name would leave the root unseen.
  if (sep === "\\" && /[\\:]/.test(path)) return null;
  const normal = posix.normalize(path).replace(/\/$/, "");
  if (normal === "." || normal === "") return "";
  const parts = normal.split("/");
  return parts.some((part) => part === ".." || isGitFolder(part)) ? null : normal;
}

/** `.git` as any file system may spell it. */
export function isGitFolder(name: string): boolean {
  return /^(?:\.git|git~1)$/i.test(name);
}

/** Order of listings: by code unit, the same for every tree. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** A file of a tree that is read whole: far above any policy, task or source file. */
export const FILE_LIMIT = 16 * 1024 * 1024;

/** The fault of a file that is there, but larger than its reader allows. */
export function tooLarge(path: string, size: number, limit: number): Fault {
  return new Fault("storage", "A file is too large to be read.", {
    found: `${path} with ${size} bytes`,
    wanted: `at most ${limit} bytes`,
  });
}

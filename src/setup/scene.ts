import { accessSync, constants, lstatSync, readFileSync, realpathSync, type Stats } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Tree } from "../core/ports.ts";
import { gitPath, openRepository, type Repository, workTreeRoot } from "../git/repository.ts";
import type { Git } from "../git/run.ts";
import { workTree } from "../git/tree.ts";
import { linkedWorkTrees } from "../git/work-trees.ts";
import { POLICY_FILES } from "../policy/discover.ts";

/** A hook longer than this is no script that somebody wrote. */
const LONGEST_HOOK = 1024 * 1024;

/** What stands in a repository before anything is set up. Paths are absolute unless it says so. */
export interface Scene {
  readonly repo: Repository;
  readonly root: string;
  readonly tree: Tree;
  /** Root-relative name of the policy file, or null. */
  readonly policy: string | null;
  readonly origin: string | null;
  /** Where git looks for hooks, as configured; null: `core.hooksPath` is not set. */
  readonly hooksPath: string | null;
  /** The folder that git takes hooks from. */
  readonly hooks: string;
  /** The same with its links followed: what is written there may be shared with others. */
  readonly realHooks: string;
  /** Every work tree of the repository but this one. */
  readonly others: readonly string[];
}

/** Reads what `init` rests on; writes nothing. Throws `Fault("repository")` outside a work tree. */
export async function survey(git: Git): Promise<Scene> {
  const repo = await openRepository(git);
  const root = workTreeRoot(repo);
  const [hooksPath, origin, ownHooks, trees] = await Promise.all([
    git.text(["config", "--type=path", "--get", "core.hooksPath"], { codes: [0, 1] }),
    git.text(["config", "--get", "remote.origin.url"], { codes: [0, 1] }),
    gitPath(repo, "hooks"),
    linkedWorkTrees(git),
  ]);
  const policy = POLICY_FILES.find((name) => textOf(join(root, name)) !== null) ?? null;
  const hooks = hooksPath === "" ? ownHooks : resolve(root, hooksPath);
  return {
    repo,
    root,
    tree: workTree(root),
    policy,
    origin: origin === "" ? null : origin,
    hooksPath: hooksPath === "" ? null : hooksPath,
    hooks,
    realHooks: realPath(hooks),
    others: trees.filter((tree) => realPath(tree) !== realPath(root)),
  };
}

/** Text of a small file; "" for what is no regular file (a link, a folder) or too large, null where there is nothing. */
export function textOf(path: string): string | null {
  const found = entryAt(path);
  if (found === undefined) return null;
  if (!found.isFile()) return "";
  return found.size > LONGEST_HOOK ? "" : readFileSync(path, "utf8");
}

/** Text of a file that may be edited: null where it is none (a link, a folder, not UTF-8, too large), "" where there is nothing. */
export function editable(path: string): string | null {
  const found = entryAt(path);
  if (found === undefined) return "";
  if (!found.isFile() || found.size > LONGEST_HOOK) return null;
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) ? text : null;
}

/** What has this name, links not followed; undefined too where no folder leads to it or none may be looked into. */
export function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether git would run this file as a hook. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** `path` as seen from `folder`, with `/`; null where it lies outside. */
export function inside(folder: string, path: string): string | null {
  const way = relative(folder, path);
  const outside = way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
  return outside ? null : way.split(sep).join("/");
}

/** A path with its links followed, as far as it exists. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
  }
}

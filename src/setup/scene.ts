import { accessSync, constants, lstatSync, readFileSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Tree } from "../core/ports.ts";
import { gitPath, openRepository, type Repository, workTreeRoot } from "../git/repository.ts";
import type { Git } from "../git/run.ts";
import { workTree } from "../git/tree.ts";
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
}

/** Reads what `init` rests on; writes nothing. Throws `Fault("repository")` outside a work tree. */
export async function survey(git: Git): Promise<Scene> {
  const repo = await openRepository(git);
  const root = workTreeRoot(repo);
  const [hooksPath, origin, hooks] = await Promise.all([
    git.text(["config", "--type=path", "--get", "core.hooksPath"], { codes: [0, 1] }),
    git.text(["config", "--get", "remote.origin.url"], { codes: [0, 1] }),
    gitPath(repo, "hooks"),
  ]);
  const policy = POLICY_FILES.find((name) => textOf(join(root, name)) !== null) ?? null;
  return {
    repo,
    root,
    tree: workTree(root),
    policy,
    origin: origin === "" ? null : origin,
    hooksPath: hooksPath === "" ? null : hooksPath,
    hooks: hooksPath === "" ? hooks : resolve(root, hooksPath),
  };
}

/** Text of a small file, through a symlink too; null where there is none. */
export function textOf(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isFile()) return "";
  return found.size > LONGEST_HOOK ? "" : readFileSync(path, "utf8");
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

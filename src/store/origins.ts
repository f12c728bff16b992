import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Repository, workTreeRoot } from "../git/repository.ts";
import type { Origins, WorkTree } from "./current.ts";
import { ABSENT, type FileClock, followedPrint, isSettled, placePrint, printOf } from "./fingerprint.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Takes every print as it is now. `watched` are root-relative files and folders, `configs` absolute files. */
export function originsOf(
  tree: WorkTree,
  env: Env,
  watched: readonly string[],
  configs: readonly string[],
): Origins {
  const above = [...new Set(watched.flatMap(foldersAbove))].sort();
  const ways = above.map((path) => [path, placePrint(join(tree.root, path))] as const);
  const absent = new Set(ways.flatMap(([path, print]) => (print === ABSENT ? path : [])));
  // What lies in no folder can't appear before the folder does.
  const reachable = watched.filter((path) => !foldersAbove(path).some((folder) => absent.has(folder)));
  return {
    root: tree.root,
    gitDir: tree.gitDir,
    env: { HOME: env.HOME ?? null, XDG_CONFIG_HOME: env.XDG_CONFIG_HOME ?? null },
    configs: configs.map((path) => [path, followedPrint(path)]),
    sources: reachable.map((path) => [path, printOf(join(tree.root, path))]),
    ways: ways.filter(([path]) => !foldersAbove(path).some((folder) => absent.has(folder))),
  };
}

/** None of the files and folders changed so near to `began` that its print could hide a later change. */
export function areSettled({ configs, sources }: Origins, began: FileClock): boolean {
  return [...configs, ...sources].every(([, print]) => isSettled(print, began));
}

/** `a/b/c` -> `a`, `a/b`. */
function foldersAbove(path: string): readonly string[] {
  const above = dirname(path);
  return above === "." || above === "/" ? [] : [...foldersAbove(above), above];
}

/** The work tree of a repository; its paths made real. Throws Fault("repository") where it is bare. */
export function workTreeOf(repo: Repository): WorkTree {
  return { root: realpathSync.native(workTreeRoot(repo)), gitDir: realpathSync.native(repo.gitDir) };
}

import { dirname, join } from "node:path";
import { CONFIG_VARIABLES, type IndexHeader, type Prints } from "./compiled.ts";
import {
  type FileClock,
  type Fingerprint,
  followedPrint,
  isSettled,
  placePrint,
  printOf,
} from "./fingerprint.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** What an index was made from. */
export type Origins = Pick<IndexHeader, "root" | "env" | "configs" | "sources" | "ways">;

/** Everything that the law and the list of tickets were read from is as it was when the index was compiled. */
export function isCurrent({ root, env: known, configs, sources, ways }: Origins, env: Env): boolean {
  return (
    CONFIG_VARIABLES.every((name) => known[name] === (env[name] ?? null)) &&
    areSame(configs, (path) => followedPrint(path)) &&
    areSame(sources, (path) => printOf(join(root, path))) &&
    areSame(ways, (path) => placePrint(join(root, path)))
  );
}

function areSame(prints: Prints, take: (path: string) => Fingerprint): boolean {
  return prints.every(([path, print]) => take(path) === print);
}

/** Takes every print as it is now. `watched` are root-relative files and folders, `configs` absolute files. */
export function originsOf(
  root: string,
  env: Env,
  watched: readonly string[],
  configs: readonly string[],
): Origins {
  const ways = [...new Set(watched.flatMap(foldersAbove))].sort();
  return {
    root,
    env: { HOME: env.HOME ?? null, XDG_CONFIG_HOME: env.XDG_CONFIG_HOME ?? null },
    configs: configs.map((path) => [path, followedPrint(path)]),
    sources: watched.map((path) => [path, printOf(join(root, path))]),
    ways: ways.map((path) => [path, placePrint(join(root, path))]),
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

import { CONFIG_VARIABLES, type IndexHeader, type Prints } from "./compiled.ts";
import { type Fingerprint, followedPrint, placePrint, printOf } from "./fingerprint.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** What an index was made from. */
export type Origins = Pick<IndexHeader, "root" | "gitDir" | "env" | "configs" | "sources" | "ways">;

/** A work tree and its own git folder; real paths. */
export type WorkTree = Pick<Origins, "root" | "gitDir">;

/** Everything that the law and the list of tickets were read from in this work tree is as it was. */
export function isCurrent(
  { env: known, configs, sources, ways, ...made }: Origins,
  tree: WorkTree,
  env: Env,
): boolean {
  const { root } = tree;
  return (
    made.root === root &&
    made.gitDir === tree.gitDir &&
    CONFIG_VARIABLES.every((name) => known[name] === (env[name] ?? null)) &&
    areSame(configs, (path) => followedPrint(path)) &&
    areSame(sources, (path) => printOf(`${root}/${path}`)) &&
    areSame(ways, (path) => placePrint(`${root}/${path}`))
  );
}

function areSame(prints: Prints, take: (path: string) => Fingerprint): boolean {
  return prints.every(([path, print]) => take(path) === print);
}

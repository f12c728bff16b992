import type { Repository } from "./repository.ts";

/** The line of first parents from a commit back (itself first), at most `most` of them, without what `exclude` reaches. */
export async function firstParents(
  repo: Repository,
  tip: string,
  exclude: readonly string[],
  most: number,
): Promise<readonly string[]> {
  const behind = exclude.map((id) => `^${id}`);
  const text = await repo.git.text(["rev-list", "--first-parent", `--max-count=${most}`, tip, ...behind]);
  return text.split("\n").filter((id) => id !== "");
}

/** Ids of the commits that are reachable from `tip` and not from `base`. */
export async function commitsAfter(repo: Repository, base: string, tip: string): Promise<readonly string[]> {
  const text = await repo.git.text(["rev-list", `${base}..${tip}`]);
  return text.split("\n").filter((id) => id !== "");
}

import type { Repository } from "./repository.ts";

/** Where two commits parted, as full id; null: their histories have nothing in common. Both are there. */
export async function mergeBase(
  { git }: Pick<Repository, "git">,
  one: string,
  other: string,
): Promise<string | null> {
  const base = await git.text(["merge-base", "--end-of-options", one, other], { codes: [0, 1] });
  return base === "" ? null : base;
}

/** Whether the one commit is reachable from the other. */
export async function isIn(repo: Pick<Repository, "git">, one: string, other: string): Promise<boolean> {
  return (await mergeBase(repo, one, other)) === one;
}

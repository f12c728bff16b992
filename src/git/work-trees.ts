import type { Git } from "./run.ts";

/** Absolute paths of every work tree of a repository, the main one first; those that are gone are left out. */
export async function linkedWorkTrees(git: Git): Promise<readonly string[]> {
  const told = await git.text(["worktree", "list", "--porcelain"]);
  return told
    .split("\n\n")
    .map((block) => block.split("\n"))
    .filter((lines) => !lines.some((line) => line === "bare" || /^prunable(?: |$)/u.test(line)))
    .flatMap(([first = ""]) => (first.startsWith("worktree ") ? [first.slice("worktree ".length)] : []));
}

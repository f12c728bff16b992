import { brokeOff, commitReader, listedObjects, together } from "./commit-pipe.ts";
import type { RawCommit } from "./raw-commit.ts";
import type { Repository } from "./repository.ts";

/**
 * Visits every commit that `git rev-list` finds for the revisions, newest first. Ids go from rev-list to cat-file
 * directly; this process only takes commits apart, and keeps none. Throws Fault("repository") for an unknown revision
 * and for a commit that the repository lacks.
 */
export async function walkCommits(
  repo: Repository,
  revisions: readonly string[],
  visit: (commit: RawCommit) => void,
): Promise<{ readonly count: number }> {
  const { list, objects } = listedObjects(repo, revisions);
  let count = 0;
  const batch = commitReader((commit) => {
    count++;
    visit(commit);
  });
  const children = together(list, objects);
  objects.stdout.on("data", children.guard(batch.push));
  await children.done;
  if (!batch.complete()) throw brokeOff();
  return { count };
}

/**
 * How a set of commits moves when a ref goes from one tip to another: ids that only the new tip reaches, and ids that
 * only the old one did (a force push). Null where the old tip is no longer known.
 */
export async function newAndGone(
  repo: Repository,
  oldTip: string,
  newTip: string,
): Promise<{ readonly fresh: readonly string[]; readonly gone: readonly string[] } | null> {
  const known = await repo.git.run(["cat-file", "-e", `${oldTip}^{commit}`], { codes: [0, 1, 128] });
  if (known.code !== 0) return null;
  const args = ["rev-list", "--left-right", "--end-of-options", `${oldTip}...${newTip}`, "--"];
  const lines = (await repo.git.text(args)).split("\n");
  const side = (mark: string): readonly string[] =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(1));
  return { fresh: side(">"), gone: side("<") };
}

import type { PathChange } from "../core/change.ts";
import { brokeOff, commitReader, together } from "./commit-pipe.ts";
import type { RawCommit } from "./raw-commit.ts";
import { RAW_DIFF, readRawDiff } from "./raw-diff.ts";
import type { Repository } from "./repository.ts";

/** The changed paths of one commit, as `git log` gives them whatever is configured; merges against their first parent. */
const PATH_LOG = [
  ...["-c", "log.showRoot=true", "log", "--format=%H", "--diff-merges=first-parent"],
  ...["--no-show-signature", "--no-notes", "--no-color"],
  ...RAW_DIFF,
] as const;

/**
 * Like `walkCommits`, with each commit's changed paths against its first parent (a root commit's against nothing),
 * renames as deletion and addition. git's own diff is the longest step; the commits are read beside it by a second child.
 */
export async function walkPaths(
  repo: Repository,
  revisions: readonly string[],
  visit: (commit: RawCommit, paths: readonly PathChange[]) => void,
): Promise<{ readonly count: number }> {
  const list = repo.git.spawn([...PATH_LOG, "--end-of-options", ...revisions, "--"]);
  const objects = repo.git.spawn(["cat-file", "--batch", "--buffer"], { stdin: "pipe" });
  const pending = new Map<string, readonly PathChange[]>();
  let count = 0;
  let questions = "";
  const batch = commitReader((commit) => {
    const paths = pending.get(commit.id) ?? [];
    pending.delete(commit.id);
    count++;
    visit(commit, paths);
  });
  const diffs = readRawDiff((oid, paths) => {
    if (oid === null) return;
    pending.set(oid, paths);
    questions += `${oid}\n`;
  });
  const ask = (): void => {
    if (questions !== "") objects.stdin?.write(questions);
    questions = "";
  };
  const children = together(list, objects);
  const read = children.guard((chunk: Buffer) => diffs.push(chunk));
  list.stdout.on("data", (chunk: Buffer) => {
    read(chunk);
    ask();
  });
  list.stdout.on("end", () => {
    diffs.end();
    ask();
    objects.stdin?.end();
  });
  objects.stdout.on("data", children.guard(batch.push));
  await children.done;
  if (!batch.complete() || !diffs.complete() || pending.size > 0) throw brokeOff();
  return { count };
}

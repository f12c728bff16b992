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

/** Commits that are asked for with one write: each write wakes the other child. */
const AT_ONCE = 200;

/** Commits whose paths are known and that are not read yet; above it the diffs wait, so that memory does not grow. */
const MOST_PENDING = 4000;

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
  const batch = commitReader((commit) => {
    const paths = pending.get(commit.id) ?? [];
    pending.delete(commit.id);
    count++;
    if (pending.size < MOST_PENDING / 2 && list.stdout.isPaused()) list.stdout.resume();
    visit(commit, paths);
  });
  let questions: string[] = [];
  const ask = (): void => {
    if (questions.length > 0) objects.stdin?.write(`${questions.join("\n")}\n`, "latin1");
    questions = [];
  };
  const diffs = readRawDiff((oid, paths) => {
    if (oid === null) return;
    pending.set(oid, paths);
    if (questions.push(oid) >= AT_ONCE) ask();
    if (pending.size > MOST_PENDING) list.stdout.pause();
  });
  const children = together(list, objects);
  list.stdout.on("data", children.guard(diffs.push));
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

import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CommitLine, readCommitLine } from "./commit-line.ts";
import { brokeOff, listedObjects, missingCommit, together } from "./commit-pipe.ts";
import { type RecordReader, readLog, readObjects } from "./commit-records.ts";
import type { Repository } from "./repository.ts";

/**
 * Visits what a history looks at in every commit that `git rev-list` finds for the revisions, newest first. This process
 * only takes commits apart, and keeps none. Throws Fault("repository") for an unknown revision and for a commit that the
 * repository lacks.
 */
export async function walkLines(
  repo: Repository,
  revisions: readonly string[],
  visit: (line: CommitLine) => void,
): Promise<void> {
  // With a graph git need not open commits to find their parents, so two children are done sooner than one.
  return hasGraph(repo) ? walkObjects(repo, revisions, visit) : walkLog(repo, revisions, visit);
}

/** Numbers of all commits, as `git gc` and `git maintenance` keep them (gitformat-commit-graph). */
function hasGraph({ commonDir }: Repository): boolean {
  const info = join(commonDir, "objects", "info");
  return existsSync(join(info, "commit-graph")) || existsSync(join(info, "commit-graphs"));
}

type Walk = typeof walkLines;

/**
 * What `git log` is told so that each commit comes as it lies in the store, but for an indent and the blanks at its lines'
 * ends, whatever the configuration says (git-log, "PRETTY FORMATS", `raw`).
 */
const RAW_LOG = [
  ...["log", "-z", "--format=raw", "--encoding=none", "--no-patch", "--no-notes", "--no-color"],
  ...["--no-decorate", "--no-show-signature", "--no-mailmap", "--end-of-options"],
] as const;

const walkLog: Walk = async (repo, revisions, visit) => {
  const log = repo.git.spawn([...RAW_LOG, ...revisions, "--"]);
  const records = readLog((text, span) => visit(readCommitLine(text, span)));
  // One child that lists and reads at once.
  const children = together(log, log);
  log.stdout.on("data", children.guard(records.push));
  await children.done;
  finish(records);
};

/** Ids go from rev-list to cat-file directly. */
const walkObjects: Walk = async (repo, revisions, visit) => {
  const { list, objects } = listedObjects(repo, revisions);
  const records = readObjects((text, span) => visit(readCommitLine(text, span)), missingCommit);
  const children = together(list, objects);
  objects.stdout.on("data", children.guard(records.push));
  await children.done;
  finish(records);
};

function finish(records: RecordReader): void {
  if (!records.end()) throw brokeOff();
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CommitLine, readCommitLine } from "./commit-line.ts";
import { brokeOff, listedObjects, missingCommit, together } from "./commit-pipe.ts";
import { type RecordReader, readLog, readObjects, type VisitRecord } from "./commit-records.ts";
import { readGathered } from "./gathered.ts";
import type { Repository } from "./repository.ts";

/** A history that git has begun to tell. */
export interface LineWalk {
  /** As `rev-list` takes them. */
  readonly revisions: readonly string[];
  /**
   * Visits what a history looks at in every commit that `git rev-list` finds for the revisions, newest first. This process
   * only takes commits apart, and keeps none. To be called once. Throws Fault("repository") for an unknown revision and for
   * a commit that the repository lacks.
   */
  visit(line: (line: CommitLine) => void): Promise<void>;
  /** Ends it without a visit. */
  drop(): void;
}

/** Lets git begin. Who neither visits nor drops the walk is not kept waiting for it. */
export function startLines(repo: Repository, revisions: readonly string[]): LineWalk {
  // With a graph git need not open commits to find their parents, so two children are done sooner than one.
  return hasGraph(repo) ? startObjects(repo, revisions) : startLog(repo, revisions);
}

/** Numbers of all commits, as `git gc` and `git maintenance` keep them (gitformat-commit-graph). */
function hasGraph({ commonDir }: Repository): boolean {
  const info = join(commonDir, "objects", "info");
  return existsSync(join(info, "commit-graph")) || existsSync(join(info, "commit-graphs"));
}

/**
 * What `git log` is told so that each commit comes as it lies in the store, but for an indent and the blanks at its lines'
 * ends, whatever the configuration says (git-log, "PRETTY FORMATS", `raw`).
 */
const RAW_LOG = [
  ...["log", "-z", "--format=raw", "--encoding=none", "--no-patch", "--no-notes", "--no-color"],
  ...["--no-decorate", "--no-show-signature", "--no-mailmap", "--end-of-options"],
] as const;

function startLog(repo: Repository, revisions: readonly string[]): LineWalk {
  const log = repo.git.spawn([...RAW_LOG, ...revisions, "--"]);
  // One child that lists and reads at once.
  return walkOf(revisions, { list: log, objects: log }, readLog);
}

/** Ids go from rev-list to cat-file directly. */
function startObjects(repo: Repository, revisions: readonly string[]): LineWalk {
  return walkOf(revisions, listedObjects(repo, revisions), (visit) => readObjects(visit, missingCommit));
}

function walkOf(
  revisions: readonly string[],
  { list, objects }: ReturnType<typeof listedObjects>,
  reading: (visit: VisitRecord) => RecordReader,
): LineWalk {
  const hold = (on: boolean): void => {
    for (const child of new Set([list, objects])) child.hold(on);
  };
  hold(false);
  return {
    revisions,
    async visit(line) {
      hold(true);
      const records = reading((text, span) => line(readCommitLine(text, span)));
      const children = together(list, objects);
      readGathered(objects.stdout, children.guard(records.push));
      await children.done;
      if (!records.end()) throw brokeOff();
    },
    drop() {
      list.kill();
      objects.kill();
    },
  };
}

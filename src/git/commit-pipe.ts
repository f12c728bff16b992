import { Fault } from "../core/fault.ts";
import { type BatchReader, readBatch } from "./batch.ts";
import { parseCommit, type RawCommit } from "./raw-commit.ts";
import type { Repository } from "./repository.ts";
import type { GitStream } from "./run.ts";

/** Reads commits from the output of `git cat-file --batch`. Throws Fault("repository") for one that is not there. */
export function commitReader(visit: (commit: RawCommit) => void): BatchReader {
  return readBatch({
    found: ({ oid, body }) => visit(parseCommit(oid, body)),
    absent: missingCommit,
  });
}

/** Throws Fault("repository") with what git said of a commit that is not there. */
export function missingCommit(line: string): never {
  throw new Fault("repository", "The history lacks a commit.", { found: line, fix: "git fetch --refetch" });
}

/** Both children of `git rev-list | git cat-file --batch`: ids go from the one to the other directly. */
export function listedObjects(
  { git }: Repository,
  revisions: readonly string[],
): { readonly list: GitStream; readonly objects: GitStream } {
  const list = git.spawn(["rev-list", "--end-of-options", ...revisions, "--"]);
  const objects = git.spawn(["cat-file", "--batch", "--buffer"], { stdin: list.stdout });
  // Only the two children hold the pipe now, so each learns of the other's end.
  list.stdout.destroy();
  return { list, objects };
}

/** Two children that work on one answer. */
export interface Together {
  /** What a child's output is read with: an error in it ends both children and is thrown by `done`. */
  guard<T>(act: (value: T) => void): (value: T) => void;
  readonly done: Promise<void>;
}

/** Two children of which one reads what the other finds: both end, whichever fails. */
export function together(list: GitStream, objects: GitStream): Together {
  const thrown: unknown[] = [];
  const settle = async (): Promise<void> => {
    const [listed, read] = await Promise.allSettled([list.done, objects.done]);
    if (thrown.length > 0) throw thrown[0];
    // A reader that fails takes the lister with it; its words tell more.
    if (read.status === "rejected") throw read.reason;
    if (listed.status === "rejected") throw listed.reason;
  };
  return {
    done: settle(),
    guard: (act) => (value) => {
      if (thrown.length > 0) return;
      try {
        act(value);
      } catch (reason) {
        thrown.push(reason);
        list.kill();
        objects.kill();
      }
    },
  };
}

/** The fault of an answer that ended in the midst of an entry. */
export function brokeOff(): Fault {
  return new Fault("git", "git's answer broke off before its end.");
}

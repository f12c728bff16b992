import { pathText } from "./path-text.ts";
import type { Repository } from "./repository.ts";
import type { Git } from "./run.ts";
import { NO_ATTRIBUTES, withoutAttributes } from "./without-attributes.ts";

/** A path that a commit changed, and how many lines; both 0 for what is no text. */
export interface CountedPath {
  readonly path: string;
  readonly added: number;
  readonly deleted: number;
}

/**
 * As `git log --numstat` counts it for everybody, whatever is configured: against the parent, a root commit against nothing. A merge has
 * nothing of its own to show (git-diff-tree, `--stdin`), since what it joins is counted where it was made.
 */
const COUNTS = [
  ...["diff-tree", "--stdin", "-r", "--root", "-z", "--numstat", "--no-renames", "--no-relative"],
  ...["--no-ext-diff", "--no-textconv", "--diff-algorithm=myers", "--ignore-submodules=none"],
] as const;

/** Visits the commits that changed anything, in the order in which they are asked for. `ids`: full ids. */
export async function readChanges(
  repo: Repository,
  ids: readonly string[],
  visit: (id: string, paths: readonly CountedPath[]) => void,
): Promise<void> {
  if (ids.length > 0) await withoutAttributes(repo, (git) => count(git, ids, visit));
}

async function count(
  git: Git,
  ids: readonly string[],
  visit: Parameters<typeof readChanges>[2],
): Promise<void> {
  const diff = git.spawn([...NO_ATTRIBUTES, ...COUNTS], { stdin: "pipe" });
  const records = countedRecords(visit);
  let failure: unknown = null;
  diff.stdout.on("data", (chunk: Buffer) => {
    if (failure !== null) return;
    try {
      records.push(chunk);
    } catch (thrown) {
      failure = thrown;
      diff.kill();
    }
  });
  diff.stdin?.end(ids.map((id) => `${id}\n`).join(""));
  await diff.done;
  if (failure !== null) throw failure;
  records.end();
}

const TAB = 9;

/** Reads ids and entries, each with a NUL behind it; an entry is `added TAB deleted TAB path`, an id has no tab. */
function countedRecords(visit: Parameters<typeof readChanges>[2]) {
  let rest: Buffer = Buffer.alloc(0);
  let id: string | null = null;
  let paths: CountedPath[] = [];
  const flush = (): void => {
    if (id !== null) visit(id, paths);
    paths = [];
  };
  const take = (data: Buffer, start: number, end: number): void => {
    const first = data.indexOf(TAB, start);
    const second = first < 0 || first >= end ? -1 : data.indexOf(TAB, first + 1);
    if (second < 0 || second >= end) {
      flush();
      id = data.toString("latin1", start, end);
      return;
    }
    const [added, deleted] = data.toString("latin1", start, second).split("\t").map(lineCount);
    paths.push({ path: pathText(data, second + 1, end), added: added ?? 0, deleted: deleted ?? 0 });
  };
  return {
    push(chunk: Buffer): void {
      const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let at = 0;
      for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, at)) {
        take(data, at, end);
        at = end + 1;
      }
      rest = data.subarray(at);
    },
    end: flush,
  };
}

function lineCount(text: string): number {
  return text === "-" ? 0 : Number(text);
}

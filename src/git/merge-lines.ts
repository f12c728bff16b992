import type { CountedPath } from "./change-log.ts";
import { isLack } from "./changes-here.ts";
import { together } from "./commit-pipe.ts";
import { pathText } from "./path-text.ts";
import type { Repository } from "./repository.ts";
import type { Git } from "./run.ts";
import { NO_ATTRIBUTES, withoutAttributes } from "./without-attributes.ts";

/** git's combined format (git-diff-tree, "COMBINED DIFF FORMAT"): a column for each parent, and only what is in none of them as it is. */
const COMBINED = [
  ...["diff-tree", "--stdin", "-r", "--cc", "-p", "--always", "--no-renames", "--no-relative", "--no-color"],
  ...["--no-ext-diff", "--no-textconv", "--diff-algorithm=myers", "--ignore-submodules=none"],
] as const;

/** git ends at the first object that is missing, and is started anew behind it; after so many times the rest is not known either. */
const MOST_STARTS = 50;

/** What merges wrote, by id. Null: objects are missing here. */
type MergeLines = ReadonlyMap<string, readonly CountedPath[] | null>;

/**
 * What merges themselves wrote, by path: lines that no parent has, lines that every parent has and the merge has not, and with no line
 * files, modes and contents that are no text. What a merge took from one of its parents is counted where it was made, and a change that
 * it left out nowhere. `only`: paths that are looked at, all of them where there is none.
 */
export async function mergeLines(
  repo: Repository,
  merges: readonly string[],
  only: readonly string[] = [],
): Promise<MergeLines> {
  if (merges.length === 0) return new Map();
  return withoutAttributes(repo, (git) => readAll(git, merges, only));
}

async function readAll(git: Git, merges: readonly string[], only: readonly string[]): Promise<MergeLines> {
  const all = new Map<string, readonly CountedPath[] | null>();
  let open = merges;
  for (let starts = 1; open.length > 0; starts++) {
    const { told, isWhole } = await readMerges(git, open, only);
    // Where git ended over a merge, what it told of the last one may be a part.
    if (!isWhole) told.delete([...told.keys()].at(-1) ?? "");
    for (const [id, paths] of told) all.set(id, paths);
    open = open.filter((id) => !all.has(id));
    if (isWhole) break;
    for (const id of starts < MOST_STARTS ? open.slice(0, 1) : open) all.set(id, null);
    open = open.filter((id) => !all.has(id));
  }
  return all;
}

async function readMerges(git: Git, merges: readonly string[], only: readonly string[]) {
  const args = [...NO_ATTRIBUTES, "-c", "core.quotePath=false", ...COMBINED, "--", ...only];
  const diff = git.spawn(args, { stdin: "pipe" });
  const reader = combinedReader();
  // One child that lists and reads at once.
  const children = together(diff, diff);
  diff.stdout.on("data", children.guard(reader.push));
  diff.stdin?.end(merges.map((id) => `${id}\n`).join(""));
  try {
    await children.done;
    return { told: reader.end(), isWhole: true };
  } catch (thrown) {
    if (isLack(thrown)) return { told: reader.end(), isWhole: false };
    throw thrown;
  }
}

const ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** What git tells of a path before its lines: contents and modes of the parents, and the merge's own. */
const CONTENTS = /^index ([0-9a-f,]+)\.\.([0-9a-f]+)$/;
const MODES = /^mode ([0-7,]+)\.\.([0-7]+)$/;

/** Whether a line before the first hunk says that the merge has what no parent has, or nothing where all of them have something. */
function isOwn(line: string): boolean {
  if (/^(?:new|deleted) file mode /.test(line)) return true;
  const [, parents, own = ""] = MODES.exec(line) ?? [];
  return parents !== undefined && !parents.split(",").includes(own);
}

function combinedReader() {
  const told = new Map<string, CountedPath[]>();
  let paths: CountedPath[] = [];
  let [path, parents, rest] = ["", 0, ""];
  let isTaken = false;
  const count = (added: number, deleted: number): void => {
    const last = paths.at(-1);
    if (last?.path !== path) paths.push({ path, added, deleted });
    else paths.splice(-1, 1, { path, added: last.added + added, deleted: last.deleted + deleted });
  };
  const takeHeader = (line: string): void => {
    const [, contents, own = ""] = CONTENTS.exec(line) ?? [];
    if (contents !== undefined) isTaken = contents.split(",").includes(own);
    else if (isOwn(line) || (line === "Binary files differ" && !isTaken)) count(0, 0);
  };
  const take = (line: string): void => {
    if (ID.test(line)) {
      paths = [];
      parents = 0;
      told.set(line, paths);
    } else if (line.startsWith("diff --cc ")) {
      path = plainPath(line.slice("diff --cc ".length));
      parents = 0;
    } else if (line.startsWith("@@@")) parents = line.indexOf(" ") - 1;
    else if (parents > 0) {
      const columns = line.slice(0, parents);
      if (columns === "+".repeat(parents)) count(1, 0);
      else if (columns === "-".repeat(parents)) count(0, 1);
    } else takeHeader(line);
  };
  return {
    push(chunk: Buffer): void {
      let at = 0;
      for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, at)) {
        take(rest + beginning(chunk, at, end));
        rest = "";
        at = end + 1;
      }
      if (rest.length < BEGINNING) rest += beginning(chunk, at, chunk.length);
    },
    end(): Map<string, readonly CountedPath[]> {
      take(rest);
      return told;
    },
  };
}

const LINE_FEED = 10;

/** More than a path of 4,096 bytes takes, each as `\351`. Of a line of contents its columns are enough, be it as long as a file. */
const BEGINNING = 20_000;

function beginning(chunk: Buffer, start: number, end: number): string {
  return chunk.toString("latin1", start, Math.min(end, start + BEGINNING));
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ a: "\u0007", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r" },
};

/** A path in bytes, one character each, in quotes as C has it where it holds what would end a line. */
function plainPath(told: string): string {
  const latin1 = told.startsWith('"')
    ? told
        .slice(1, -1)
        .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
          code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
        )
    : told;
  const bytes = Buffer.from(latin1, "latin1");
  return pathText(bytes, 0, bytes.length);
}

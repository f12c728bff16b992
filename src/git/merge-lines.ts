import type { CountedPath } from "./change-log.ts";
import { isLack } from "./changes-here.ts";
import { NO_FETCH } from "./own-objects.ts";
import type { Repository } from "./repository.ts";
import { bareArgs, withoutAttributes } from "./without-attributes.ts";

/** git's combined format (git-diff-tree, "COMBINED DIFF FORMAT"): a column for each parent, and only what is in none of them as it is. */
const COMBINED = [
  ...["diff-tree", "--stdin", "-r", "--cc", "-p", "--always", "--no-renames", "--no-relative", "--no-color"],
  ...["--no-ext-diff", "--no-textconv", "--diff-algorithm=myers", "--ignore-submodules=none"],
] as const;

/** git ends at the first object that is missing, and is started anew behind it; after so many times the rest is not known either. */
const MOST_STARTS = 50;

/**
 * What merges themselves wrote: lines that no parent has, and lines that every parent has and the merge has not, by path. Null: objects
 * are missing here. What a merge took from one of its parents is counted where it was made, and a change that it left out nowhere.
 */
export async function mergeLines(
  repo: Repository,
  merges: readonly string[],
): Promise<ReadonlyMap<string, readonly CountedPath[] | null>> {
  const all = new Map<string, readonly CountedPath[] | null>();
  let open = merges;
  for (let starts = 1; open.length > 0; starts++) {
    const { told, isWhole } = await readMerges(repo, open);
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

async function readMerges(repo: Repository, merges: readonly string[]) {
  const git = withoutAttributes(repo).withEnv(NO_FETCH);
  const args = [...bareArgs(repo), "-c", "core.quotePath=false", ...COMBINED];
  const diff = git.spawn(args, { stdin: "pipe" });
  const reader = combinedReader();
  diff.stdout.on("data", reader.push);
  diff.stdin?.end(merges.map((id) => `${id}\n`).join(""));
  try {
    await diff.done;
    return { told: reader.end(), isWhole: true };
  } catch (thrown) {
    if (isLack(thrown)) return { told: reader.end(), isWhole: false };
    throw thrown;
  }
}

const ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

function combinedReader() {
  const told = new Map<string, CountedPath[]>();
  let paths: CountedPath[] = [];
  let [path, parents, rest] = ["", 0, ""];
  const count = (added: number, deleted: number): void => {
    const last = paths.at(-1);
    if (last?.path !== path) paths.push({ path, added, deleted });
    else paths.splice(-1, 1, { path, added: last.added + added, deleted: last.deleted + deleted });
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
    }
  };
  return {
    push(chunk: Buffer): void {
      const lines = (rest + chunk.toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) take(line);
    },
    end(): Map<string, readonly CountedPath[]> {
      take(rest);
      return told;
    },
  };
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ a: "\u0007", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r" },
};

/** A path in UTF-8, one character a byte, in quotes as C has it where it holds what would end a line. */
function plainPath(told: string): string {
  const latin1 = told.startsWith('"')
    ? told
        .slice(1, -1)
        .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
          code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
        )
    : told;
  return Buffer.from(latin1, "latin1").toString("utf8");
}

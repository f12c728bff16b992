import type { Git } from "./run.ts";

/** The parents of one merge, by id. */
export type Parents = readonly string[];

/**
 * What git itself makes of a merge: the tree, `conflict` where a person has to decide, `unknown` where this git can't
 * tell (before 2.39, or objects are missing).
 */
export type OwnMerge = { readonly tree: string } | "conflict" | "unknown";

/** Merges that may end a child before the rest is called unknown: each is a damaged history's. */
const RESTARTS = 20;

/** Says how far it is. */
type Progress = (done: number, what?: string) => void;

/**
 * git's own merges of many sets of parents, in order, with few children for all merges of two (git-merge-tree, `--stdin`).
 * More than two are merged one after the other, as `git merge` does. Makes objects: run it in a quarantine.
 */
export async function ownMerges(
  git: Git,
  merges: readonly Parents[],
  progress?: Progress,
): Promise<readonly OwnMerge[]> {
  const answers: OwnMerge[] = [];
  let done = 0;
  const merged = async (some: readonly Pair[]): Promise<readonly OwnMerge[]> => {
    const made = await mergePairs(git, some);
    done += some.length;
    progress?.(done, "merges made once more");
    return made;
  };
  const pairs = await inHalves(merges.filter(isPair), (half) => inTurn(half, merged));
  let next = 0;
  for (const parents of merges) {
    answers.push(isPair(parents) ? (pairs[next++] ?? "unknown") : await mergeMany(git, parents));
  }
  return answers;
}

/** Two children where there is work for two: git merges on one core. */
async function inHalves<T, R>(
  all: readonly T[],
  act: (half: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  if (all.length < WORTH_TWO) return act(all);
  const middle = all.length >> 1;
  return (await Promise.all([act(all.slice(0, middle)), act(all.slice(middle))])).flat();
}

/** A child a while's worth: who waits sees that it goes on. */
async function inTurn<T, R>(
  all: readonly T[],
  act: (some: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const answers: (readonly R[])[] = [];
  for (let at = 0; at < all.length; at += A_WHILE) answers.push(await act(all.slice(at, at + A_WHILE)));
  return answers.flat();
}

/** A second or two of them. */
const A_WHILE = 1000;

/** Merges that take longer than another child's start. */
const WORTH_TWO = 100;

type Pair = readonly [string, string];

function isPair(parents: Parents): parents is Pair {
  return parents.length === 2;
}

async function mergePairs(git: Git, pairs: readonly Pair[]): Promise<readonly OwnMerge[]> {
  const answers: OwnMerge[] = [];
  for (let start = 0; start <= RESTARTS && answers.length < pairs.length; start++) {
    const rest = pairs.slice(answers.length);
    const input = rest.map((pair) => `${pair.join(" ")}\n`).join("");
    const args = [
      "merge-tree",
      "--write-tree",
      "--stdin",
      "--name-only",
      "--no-messages",
      "--allow-unrelated-histories",
    ];
    const { code, stdout } = await git.run(args, { input, codes: ANY_END });
    if (code === USAGE) break;
    answers.push(...parseMerges(stdout));
    // The merge at which the child ended is the one that it could not make.
    if (answers.length < pairs.length) answers.push("unknown");
  }
  return answers;
}

/** Exit code of a git that does not know the options. */
const USAGE = 129;
const ANY_END = [0, 1, 128, USAGE];

/** `<1 clean, 0 not> NUL <tree> NUL`, the names in conflict each with a NUL, and one NUL more. */
function parseMerges(stdout: Buffer): readonly OwnMerge[] {
  const answers: OwnMerge[] = [];
  const tokens = stdout.toString("latin1").split("\0");
  for (let at = 0; at + 2 < tokens.length; ) {
    answers.push(tokens[at] === "1" ? { tree: tokens[at + 1] ?? "" } : "conflict");
    const end = tokens.indexOf("", at);
    at = end < 0 ? tokens.length : end + 1;
  }
  return answers;
}

async function mergeMany(git: Git, parents: Parents): Promise<OwnMerge> {
  const [first, ...others] = parents;
  if (first === undefined || others.length === 0) return "unknown";
  let soFar = first;
  let merged: OwnMerge = "unknown";
  for (const other of others) {
    [merged = "unknown"] = await mergePairs(git, [[soFar, other]]);
    if (typeof merged === "string") return merged;
    soFar = await git.withEnv(NOBODY).text(["commit-tree", "-m", "", "-p", soFar, "-p", other, merged.tree]);
  }
  return merged;
}

/** After every commit that there is, as a child of its parents should be. */
const LATER = "@4102444800 +0000";

/** A commit that exists only until its tree is known needs an author, and the repository may name none. */
const NOBODY = {
  GIT_AUTHOR_NAME: "nobody",
  GIT_AUTHOR_EMAIL: "nobody",
  GIT_AUTHOR_DATE: LATER,
  GIT_COMMITTER_NAME: "nobody",
  GIT_COMMITTER_EMAIL: "nobody",
  GIT_COMMITTER_DATE: LATER,
};

import { shallowEdge } from "./names.ts";
import { commitCalled, openRepository, type Repository } from "./repository.ts";
import { openGit } from "./run.ts";
import { type FetchSource, UNLISTED, unlistedEnv } from "./unlisted-remote.ts";

const PARTIAL = "--filter=blob:none";

/** A fetch that takes longer has hung: a job has minutes, not hours. */
const MOST_FETCH_MS = 5 * 60_000;

/** How far a history is asked for before it is asked for whole. */
const DEPTHS = [50, 1000] as const;

/** git's word for all of a history (git-fetch, `--depth`). */
const INFINITE = 2_147_483_647;

/** Those of some commits that this repository has. */
export async function commitsHere(repo: Repository, commits: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(commits.map((commit) => commitCalled(repo, commit)));
  return commits.filter((_, index) => found[index] !== null);
}

/**
 * Brings single commits, without their history where the clone is a shallow one: their trees and no contents. A whole clone stays whole
 * and gets all of them. No ref, no file of the configuration changes.
 */
export async function fetchCommits(
  repo: Repository,
  source: FetchSource,
  commits: readonly string[],
): Promise<void> {
  if (!(await isShort(repo))) return bringOver(repo, source, [UNLISTED, ...commits]);
  await bringOver(repo, source, ["--depth=1", PARTIAL, UNLISTED, ...commits]);
}

/** How much history is fetched. */
interface FetchTerms {
  /** No more than a thousand commits deep, so that two commits may stay apart. */
  readonly near?: boolean;
  /** Without the contents of files: git asks for them one by one, by what `unlistedEnv` tells it. */
  readonly partial?: boolean;
}

/** Brings commits with as much history as tells the first two apart; of one alone, all that there is. */
export async function fetchHistory(
  repo: Repository,
  source: FetchSource,
  commits: readonly string[],
  { near = false, partial = false }: FetchTerms = {},
): Promise<void> {
  const filter = partial ? [PARTIAL] : [];
  if (!(await isShort(repo))) {
    const here = new Set(await commitsHere(repo, commits));
    const lacking = commits.filter((commit) => !here.has(commit));
    if (lacking.length > 0) await bringOver(repo, source, [UNLISTED, ...lacking]);
    return;
  }
  if (await isTold(repo, commits)) return;
  for (const depth of commits.length > 1 ? DEPTHS : []) {
    await bringOver(repo, source, [`--depth=${depth}`, ...filter, UNLISTED, ...commits]);
    if (await isTold(repo, commits)) return;
  }
  if (!near) await bringOver(repo, source, [`--depth=${INFINITE}`, ...filter, UNLISTED, ...commits]);
}

/** Asked each time: a fetch before may have made the clone whole, and a depth would cut it again. */
async function isShort({ git }: Repository): Promise<boolean> {
  const now = await openRepository(git);
  return now.shallow || (await isEmpty(now));
}

/** In a repository without a commit there is nothing that a short history could cut. */
async function isEmpty({ git }: Repository): Promise<boolean> {
  return (
    (await git.text(["rev-parse", "--quiet", "--verify", "HEAD^{commit}"], { codes: [0, 1, 128] })) === ""
  );
}

/**
 * Whether what lies between commits is all here: where a cut hides that the one reaches what the other does, the cut itself lies
 * between them.
 */
async function isTold(repo: Repository, commits: readonly string[]): Promise<boolean> {
  if ((await commitsHere(repo, commits)).length < commits.length) return false;
  const edge = new Set(await shallowEdge(await openRepository(repo.git)));
  if (edge.size === 0) return true;
  const [one = "", other] = commits;
  const between = other === undefined ? one : `${one}...${other}`;
  const ids = await repo.git.text(["rev-list", "--end-of-options", between, "--"]);
  return ids.split("\n").every((id) => !edge.has(id));
}

async function bringOver({ git }: Repository, source: FetchSource, args: readonly string[]): Promise<void> {
  const { cwd, env } = git;
  const signal = AbortSignal.timeout(MOST_FETCH_MS);
  const fetching = openGit({
    cwd,
    env: { ...env, ...unlistedEnv(env, source, { isPartial: args.includes(PARTIAL) }) },
    signal,
  });
  await fetching.run([
    ...["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"],
    ...["--no-auto-maintenance", ...args],
  ]);
}

import { configEnv, type Setting } from "./config-env.ts";
import { shallowEdge } from "./names.ts";
import { commitCalled, openRepository, type Repository } from "./repository.ts";
import { openGit } from "./run.ts";

/** Where commits are fetched from, and by what right. */
export interface FetchSource {
  /** `https://host/owner/repo`. */
  readonly url: string;
  /** Sent to the server of `url` alone; null: nobody asks for any. */
  readonly token: string | null;
}

/** Name of a remote that is in no file. */
const REMOTE = "golden-thread";

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
  if (!(repo.shallow || (await isEmpty(repo)))) return bringOver(repo, source, [REMOTE, ...commits]);
  await bringOver(repo, source, ["--depth=1", PARTIAL, REMOTE, ...commits]);
}

/** How much history is fetched. */
interface FetchTerms {
  /** No more than a thousand commits deep, so that two commits may stay apart. */
  readonly near?: boolean;
  /** Without the contents of files: git asks for them one by one, by the settings of `lazySettings`. */
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
  const isShort = repo.shallow || (await isEmpty(repo));
  if (!isShort) {
    const here = new Set(await commitsHere(repo, commits));
    const lacking = commits.filter((commit) => !here.has(commit));
    if (lacking.length > 0) await bringOver(repo, source, [REMOTE, ...lacking]);
    return;
  }
  if (await isTold(repo, commits)) return;
  for (const depth of commits.length > 1 ? DEPTHS : []) {
    await bringOver(repo, source, [`--depth=${depth}`, ...filter, REMOTE, ...commits]);
    if (await isTold(repo, commits)) return;
  }
  if (!near) await bringOver(repo, source, [`--depth=${INFINITE}`, ...filter, REMOTE, ...commits]);
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
    env: { ...env, ...configEnv(env, settingsOf(source, args.includes(PARTIAL))) },
    signal,
  });
  await fetching.run([
    ...["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"],
    ...["--no-auto-maintenance", ...args],
  ]);
}

/** By which git fetches contents that a partial history left out, when it comes to need them. They hold the token. */
export function lazySettings(source: FetchSource): readonly Setting[] {
  return [["extensions.partialClone", REMOTE], ...settingsOf(source, true)];
}

/**
 * The remote, and the header that asks for it. Some checkouts keep a header of their own, and a server refuses two: so an empty one
 * first takes that away. A remote that is known to be partial is written to no file.
 */
function settingsOf({ url, token }: FetchSource, isPartial: boolean): readonly Setting[] {
  const header = `http.${new URL(url).origin}/.extraheader`;
  return [
    [`remote.${REMOTE}.url`, url],
    ...(isPartial ? PROMISES : []),
    ["http.followRedirects", "false"],
    [header, ""],
    ...(token === null ? [] : ([[header, `AUTHORIZATION: basic ${basic(token)}`]] as const)),
  ];
}

const PROMISES: readonly Setting[] = [
  [`remote.${REMOTE}.promisor`, "true"],
  [`remote.${REMOTE}.partialclonefilter`, "blob:none"],
];

/** As actions/checkout does it: the account's name counts for nothing. */
function basic(token: string): string {
  return Buffer.from(`x-access-token:${token}`, "utf8").toString("base64");
}

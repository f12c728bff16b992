import { Fault } from "../core/fault.ts";
import type { ForgeHome } from "../core/forge.ts";
import { once, remembered } from "../core/once.ts";
import type { CommitTrees } from "../gate/options.ts";
import type { GateWorld } from "../gate.ts";
import type { Env } from "../git/env.ts";
import { commitsHere, fetchCommits, fetchHistory } from "../git/fetch-commits.ts";
import { cloneIn, emptyClone, type ForeignClone, isPartial } from "../git/foreign-clone.ts";
import { isIn } from "../git/merge-base.ts";
import type { CommitRange } from "../git/range.ts";
import type { Repository } from "../git/repository.ts";
import { openGit } from "../git/run.ts";
import { subjectsIn } from "../git/subjects.ts";
import { type FetchSource, UNLISTED, unlistedEnv } from "../git/unlisted-remote.ts";
import { askOctokit, type Octokit, openOctokit } from "./octokit.ts";

/** Where a step stands: the job's clone, if it has one, and what the API tells beside it. */
export interface Ground {
  readonly cwd: string;
  /** By which git reads `cwd`, whoever it belongs to. Where that is no clone, it holds the token for contents that git asks for one by one. */
  readonly env: Env;
  /** The workspace holds a clone of the repository; false: `cwd` is an empty one. */
  readonly hasClone: boolean;
  /** Fetches the commits that the clone lacks; without a clone, and where that fails, their trees are told by the API. */
  bring(commits: readonly string[]): Promise<void>;
  /** The same with what lies between the first two, as far as a clone gets by a thousand commits; a pull request has fewer. */
  near(commits: readonly string[]): Promise<void>;
  /** Fetches as much history as tells two commits apart, or all of a single one's. Throws Fault("git" | "repository"). */
  deepen(commits: readonly string[]): Promise<void>;
  /** Fetches a ref below refs/golden-thread/ as it is now, if there is one. */
  bringRef(ref: string): Promise<void>;
  /** What git is started with to know the repository under a name that is in no file, by the step's right: to push to it. */
  readonly home: { readonly remote: string; readonly env: Env };
  /** Name of the branch that everybody starts from. */
  defaultBranch(): Promise<string>;
  /** The commit that a branch is at now; `ref`: its full name. Null: there is none such. */
  tip(ref: string): Promise<string | null>;
  /** Those of some commits that are in the clone. */
  there(commits: readonly string[]): Promise<readonly string[]>;
  /** Whether the one commit is reachable from the other, both of which are in the clone. */
  isIn(one: string, other: string): Promise<boolean>;
  /** Subjects of the commits of a range that is in the clone. */
  subjects(range: CommitRange): Promise<readonly string[]>;
  /** Trees that the clone lacks; null: it has this one, or GitHub has no such commit. */
  readonly trees: CommitTrees;
  /** What went otherwise than it should: codes. */
  notices(): readonly string[];
}

/** What a ground is opened with. */
export interface GroundOptions {
  readonly home: ForgeHome;
  /** Empty: there is none. */
  readonly token: string;
  readonly workspace: string;
  /** A folder that is emptied after the job. */
  readonly temp: string;
}

/** Finds the job's clone, or makes do without one. */
export async function openGround(
  { env, now }: Pick<GateWorld, "env" | "now">,
  { home, token, workspace, temp }: GroundOptions,
): Promise<Ground> {
  const held = token === "" ? null : token;
  const url = `${home.site}/${home.repository}`;
  const wanted = { url, commit: env.GITHUB_SHA ?? null };
  const octokit = once(() => openOctokit({ home, token: held, env, now }));
  const branch = once(() => defaultBranch(octokit, home));
  const own = await cloneIn(workspace, env, wanted);
  const clone = own ?? (await emptyClone(temp, env, { ...wanted, branch: await branch() }));
  const notices: string[] = [];
  const source: FetchSource = { url, token: held };
  const { repo } = clone;
  const trusting = { ...env, ...clone.env };
  const asking = unlistedEnv(trusting, source, { isLazy: own === null });
  return {
    cwd: repo.root ?? repo.gitDir,
    env: { ...clone.env, ...(own === null ? asking : {}) },
    hasClone: own !== null,
    ...fetching(clone, { source, isWhole: own !== null && !(await isPartial(repo)), octokit, home, notices }),
    bringRef: remembered((ref) =>
      refBrought(repo, { ...trusting, ...unlistedEnv(trusting, source) }, ref, notices),
    ),
    home: { remote: UNLISTED, env: { ...clone.env, ...asking } },
    defaultBranch: branch,
    tip: (ref) => tipOf(octokit, home, ref),
    there: (commits) => commitsHere(repo, commits),
    isIn: (one, other) => isIn(repo, one, other),
    subjects: (range) => subjectsIn(repo, range),
    notices: () => notices,
  };
}

interface Fetching {
  readonly source: FetchSource;
  /** Whatever commit the clone has, it has with every content. */
  readonly isWhole: boolean;
  octokit(): Promise<Octokit>;
  readonly home: ForgeHome;
  readonly notices: string[];
}

function fetching(
  { repo }: ForeignClone,
  { source, isWhole, octokit, home, notices }: Fetching,
): Pick<Ground, "bring" | "near" | "deepen" | "trees"> {
  const brought = new Set<string>();
  const isBare = repo.root === null;
  const told = remembered(async (commit: string) => {
    const [{ apiTree }, blobs, client] = await Promise.all([import("./api-tree.ts"), blobsOnce(), octokit()]);
    return apiTree({ octokit: client, home, blobs }, commit);
  });
  const blobsOnce = once(async () => (await import("./api-blobs.ts")).openBlobs(await octokit(), home));
  const bring = async (commits: readonly string[]): Promise<void> => {
    const here = new Set(await commitsHere(repo, commits));
    const lacking = [...new Set(commits)].filter((commit) => !here.has(commit));
    // Without a clone a listing is less than any fetch.
    if (lacking.length === 0 || isBare) return;
    try {
      await fetchCommits(repo, source, lacking);
      for (const commit of lacking) brought.add(commit);
    } catch (thrown) {
      notices.push(`fetch-failed: ${reasonOf(thrown)}`);
    }
  };
  return {
    bring,
    async near(commits) {
      try {
        await fetchHistory(repo, source, [...new Set(commits)], { near: true, partial: isBare });
      } catch (thrown) {
        notices.push(`fetch-failed: ${reasonOf(thrown)}`);
        await bring(commits);
      }
    },
    async deepen(commits) {
      await fetchHistory(repo, source, [...new Set(commits)], { partial: isBare });
    },
    async trees(commit) {
      const isHere = !brought.has(commit) && (await commitsHere(repo, [commit])).length > 0;
      return isHere && isWhole ? null : told(commit);
    },
  };
}

/** Whoever reads it finds out that it is not there, and says so where that matters. */
async function refBrought({ git }: Repository, env: Env, ref: string, notices: string[]): Promise<void> {
  const { fetchRef } = await import("../git/ledger-ref.ts");
  try {
    await fetchRef({ git: openGit({ cwd: git.cwd, env }) }, ref, UNLISTED);
  } catch (thrown) {
    notices.push(`ledger-not-fetched: ${reasonOf(thrown)}`);
  }
}

/** What git itself said, without the server's words and the advice for people at a terminal. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) throw thrown;
  const said = thrown instanceof Fault ? (thrown.found ?? thrown.message) : thrown.message;
  const lines = said.split("\n");
  return lines.find((line) => line.startsWith("fatal: ")) ?? lines[0] ?? "";
}

/** What an empty repository's HEAD names: rules ask which branch everybody starts from. */
async function defaultBranch(octokit: () => Promise<Octokit>, { repository }: ForgeHome): Promise<string> {
  const [owner = "", repo = ""] = repository.split("/");
  const told = await askOctokit("the repository", (await octokit()).rest.repos.get({ owner, repo }));
  if (told !== null) return told.data.default_branch;
  throw new Fault("absent", "GitHub has no such repository for this token.", {
    found: repository,
    wanted: "permissions: contents: read, and the input github-token",
  });
}

async function tipOf(
  octokit: () => Promise<Octokit>,
  { repository }: ForgeHome,
  ref: string,
): Promise<string | null> {
  const [owner = "", repo = ""] = repository.split("/");
  const asked = (await octokit()).rest.git.getRef({ owner, repo, ref: ref.replace(/^refs\//, "") });
  return (await askOctokit(ref, asked))?.data.object.sha ?? null;
}

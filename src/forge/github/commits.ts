import type { Commit } from "../../core/change.ts";
import type { LiveCommits } from "../../core/forge.ts";
import { secondsOf } from "../../core/time.ts";
import { pullOf } from "./change.ts";
import { type Github, pages } from "./line.ts";
import { commitsShape, comparisonShape, type GithubCommit, type Pull } from "./schema.ts";

/** The list of a pull request's commits ends here without a word; a comparison in pages does not. */
const MOST_LISTED = 250;

/** Every commit, by the shorter way where that tells them all. */
export async function commitsOf(github: Github, number: number): Promise<LiveCommits> {
  const pull = await pullOf(github, number);
  const told = await (pull.commits > MOST_LISTED ? compared(github, pull) : listed(github, number));
  const isWhole = told.length >= pull.commits && told.some(({ sha }) => sha === pull.head.sha);
  return { commits: told.map(commitOf), complete: isWhole };
}

async function listed(github: Github, number: number): Promise<readonly GithubCommit[]> {
  const told: GithubCommit[] = [];
  const question = { about: `pull request ${number}`, shape: commitsShape };
  for await (const page of pages(github, { path: `${github.path}/pulls/${number}/commits` }, question))
    told.push(...page);
  return told;
}

/** Both commits lie in the base's network, wherever the head's branch is. */
async function compared(github: Github, { number, base, head }: Pull): Promise<readonly GithubCommit[]> {
  const told: GithubCommit[] = [];
  const request = { path: `${github.path}/compare/${base.sha}...${head.sha}`, query: { page: 1 } };
  const question = { about: `the commits of pull request ${number}`, shape: comparisonShape };
  for await (const { commits } of pages(github, request, question)) told.push(...commits);
  return told;
}

function commitOf({ sha, parents, commit }: GithubCommit): Commit {
  const { author, committer, message } = commit;
  return {
    id: sha,
    parents: parents.map((parent) => parent.sha),
    author: { name: author?.name ?? "", email: author?.email ?? "" },
    committer: { name: committer?.name ?? "", email: committer?.email ?? "" },
    authoredAt: secondsOf(author?.date ?? ""),
    committedAt: secondsOf(committer?.date ?? ""),
    message,
    paths: null,
  };
}

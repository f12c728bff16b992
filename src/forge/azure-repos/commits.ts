import type { Commit } from "../../core/change.ts";
import type { LiveCommits } from "../../core/forge.ts";
import { secondsOf } from "../../core/time.ts";
import { expect } from "../../providers/refusal.ts";
import { ask } from "../line.ts";
import { pullOf } from "./change.ts";
import type { AzureRepos } from "./line.ts";
import { type AzureCommit, commitIdsShape, commitShape } from "./schema.ts";

/** Commits of one page. */
const PAGE = 100;

/** Commits that are asked for at the same time. */
const AT_ONCE = 8;

/** The list cuts messages and tells no parents, so every commit is asked for. */
export async function commitsOf(azure: AzureRepos, number: number): Promise<LiveCommits> {
  const head = (await pullOf(azure, number)).lastMergeSourceCommit?.commitId;
  const ids = await listed(azure, number);
  const commits: Commit[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    commits.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => commitOf(azure, id)))));
  return { commits: commits.reverse(), complete: head !== undefined && ids.includes(head) };
}

/** Newest first. */
async function listed(azure: AzureRepos, number: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let token: string | undefined; ; ) {
    const query = { $top: PAGE, continuationToken: token };
    const reply = await azure.send({ path: `${azure.path}/pullRequests/${number}/commits`, query });
    const { value } = await expect(azure, `pull request ${number}`, { reply, shape: commitIdsShape });
    ids.push(...value.map(({ commitId }) => commitId));
    const next = reply.headers["x-ms-continuationtoken"];
    // The same page again would go on for ever.
    if (next === undefined || next === token || value.length === 0) return ids;
    token = next;
  }
}

async function commitOf(azure: AzureRepos, id: string): Promise<Commit> {
  const request = { path: `${azure.path}/commits/${encodeURIComponent(id)}` };
  return wordedAsOurs(await ask(azure, request, { about: `commit ${id}`, shape: commitShape }));
}

function wordedAsOurs({ commitId, parents, comment, author, committer }: AzureCommit): Commit {
  return {
    id: commitId,
    parents: parents ?? [],
    author: { name: author?.name ?? "", email: author?.email ?? "" },
    committer: { name: committer?.name ?? "", email: committer?.email ?? "" },
    authoredAt: secondsOf(author?.date ?? ""),
    committedAt: secondsOf(committer?.date ?? ""),
    message: comment,
    paths: null,
  };
}

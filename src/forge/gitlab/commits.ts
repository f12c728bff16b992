import type { Commit } from "../../core/change.ts";
import type { LiveCommits } from "../../core/forge.ts";
import { secondsOf } from "../../core/time.ts";
import { requestOf } from "./change.ts";
import { type Gitlab, pages } from "./line.ts";
import { commitsShape, type GitlabCommit } from "./schema.ts";

/**
 * Asked of the repository, which has every head under `refs/merge-requests/`: the merge request's own list tells no
 * parents. A merge request that is still being prepared has no range yet.
 */
export async function commitsOf(gitlab: Gitlab, number: number): Promise<LiveCommits> {
  const { diff_refs: range } = await requestOf(gitlab, number);
  if (range === null || range === undefined) return { commits: [], complete: false };
  const query = { ref_name: `${range.start_sha}..${range.head_sha}` };
  const question = { about: `the commits of merge request ${number}`, shape: commitsShape };
  const told: Commit[] = [];
  for await (const page of pages(gitlab, { path: `${gitlab.path}/repository/commits`, query }, question))
    told.push(...page.map(commitOf));
  return { commits: told.reverse(), complete: told.some(({ id }) => id === range.head_sha) };
}

function commitOf(told: GitlabCommit): Commit {
  return {
    id: told.id,
    parents: told.parent_ids ?? [],
    author: { name: told.author_name ?? "", email: told.author_email ?? "" },
    committer: { name: told.committer_name ?? "", email: told.committer_email ?? "" },
    authoredAt: secondsOf(told.authored_date ?? ""),
    committedAt: secondsOf(told.committed_date ?? ""),
    message: told.message,
    paths: null,
  };
}

import { headOf, PULLS, type Pull, type PullCommit } from "../pull-model.ts";
import { repositoryJson } from "./repository.ts";
import { api, issueJson, userJson } from "./represent.ts";
import type { Issue, Repository, Store, User } from "./store.ts";

/** Where a fork lies. */
export const FORK = { owner: "rival", name: "shop" } as const;

type Json = Record<string, unknown>;

/** A pull request as lists tell it. */
export function pullJson(
  store: Store,
  repository: Repository,
  { pull, issue }: { pull: Pull<User>; issue: Issue },
): Json {
  const { owner, name } = repository;
  const url = api(store, `/repos/${owner}/${name}/pulls/${pull.number}`);
  const issues = api(store, `/repos/${owner}/${name}/issues/${pull.number}`);
  const page = `${store.origin()}/${owner}/${name}/pull/${pull.number}`;
  const { labels, user, created_at, updated_at, author_association } = issueJson(store, repository, issue);
  const merged_at = pull.state === "merged" ? pull.mergedAt : null;
  const links = {
    self: url,
    html: page,
    issue: issues,
    comments: `${issues}/comments`,
    commits: `${url}/commits`,
  };
  const more = {
    review_comments: `${url}/comments`,
    review_comment: `${url}/comments{/number}`,
    statuses: url,
  };
  const own = Object.entries({ ...links, ...more }).map(([key, href]) => [key, { href }]);
  const head = pull.isFork ? { ...repository, ...FORK, id: 77 } : repository;
  return {
    ...{ id: 7000 + pull.number, node_id: `PR_${pull.number}`, url, html_url: page, number: pull.number },
    ...{ diff_url: `${page}.diff`, patch_url: `${page}.patch`, issue_url: issues },
    ...{ commits_url: `${url}/commits`, comments_url: `${issues}/comments`, statuses_url: url },
    ...{ review_comments_url: `${url}/comments`, review_comment_url: `${url}/comments{/number}` },
    ...{ state: pull.state === "open" ? "open" : "closed", locked: false, draft: pull.draft },
    ...{ title: pull.title, body: pull.body === "" ? null : pull.body, user, labels: labelsOf(labels) },
    ...{ created_at, updated_at, closed_at: merged_at, merged_at, author_association },
    ...{ assignee: null, milestone: null, auto_merge: null, merge_commit_sha: pull.mergeCommit },
    base: sideJson(store, repository, { ref: pull.base, sha: pull.baseCommit ?? PULLS.oldBase }),
    head: {
      ...sideJson(store, head, { ref: pull.branch, sha: headOf(pull) }),
      ...(pull.forkIsGone === true && { repo: null, user: null, label: `unknown:${pull.branch}` }),
    },
    _links: Object.fromEntries(own),
  };
}

/** What only the pull request's own address tells. */
export function wholePullJson(
  store: Store,
  repository: Repository,
  one: { pull: Pull<User>; issue: Issue },
): Json {
  const { pull, issue } = one;
  const counts = { additions: 1, deletions: 1, changed_files: 1, review_comments: 0 };
  return {
    ...pullJson(store, repository, one),
    ...counts,
    commits: pull.commits.length,
    comments: issue.comments.length,
    merged: pull.state === "merged",
    merged_by: null,
    mergeable: null,
    mergeable_state: "unknown",
    maintainer_can_modify: false,
  };
}

function sideJson(store: Store, repository: Repository, { ref, sha }: { ref: string; sha: string }): Json {
  const { owner } = repository;
  const user = userJson(store, { login: owner, id: 9, name: owner, type: "User" });
  return { label: `${owner}:${ref}`, ref, sha, user, repo: repositoryJson(store, repository) };
}

export function commitJson(store: Store, { owner, name }: Repository, commit: PullCommit): Json {
  const url = api(store, `/repos/${owner}/${name}/commits/${commit.id}`);
  const html_url = `${store.origin()}/${owner}/${name}/commit/${commit.id}`;
  const person = { name: commit.name, email: commit.email, date: commit.at };
  return {
    ...{ sha: commit.id, node_id: `C_${commit.id}`, url, html_url, comments_url: `${url}/comments` },
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => ({ sha, url, html_url })),
    commit: {
      ...{ url, message: commit.message, comment_count: 0, author: person },
      committer: commit.committer ?? person,
      tree: { sha: commit.tree ?? commit.id, url },
    },
  };
}

/** A tip of which only the id is known. */
export function bareCommit(id: string): PullCommit {
  return {
    id,
    parents: [],
    message: "Tip",
    name: "Ada Dev",
    email: "ada@acme.example",
    at: "2026-11-01T10:00:00Z",
  };
}

/** The description of this list wants a text where that of issues allows none. */
function labelsOf(labels: unknown): unknown {
  return Array.isArray(labels) ? labels.map((label) => ({ ...label, description: "" })) : labels;
}

import { api, userJson } from "./represent.ts";
import type { Repository, Store } from "./store.ts";

/** Names under which a repository tells where its parts are: `blobs_url` and so on. */
const PARTS =
  "archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees";
const COUNTS =
  "forks forks_count open_issues open_issues_count size stargazers_count watchers watchers_count network_count subscribers_count";

/** A repository as its own operation tells it. */
export function repositoryJson(
  store: Store,
  { id, owner, name, isPrivate, merging }: Repository,
): Record<string, unknown> {
  const full_name = `${owner}/${name}`;
  const url = api(store, `/repos/${full_name}`);
  const html_url = `${store.origin()}/${full_name}`;
  const organisation = { login: owner, id: 9, name: owner, type: "User" } as const;
  return {
    ...Object.fromEntries(PARTS.split(" ").map((part) => [`${part}_url`, `${url}/${part}`])),
    ...Object.fromEntries(COUNTS.split(" ").map((count) => [count, 1])),
    id,
    node_id: `R_${id}`,
    name,
    full_name,
    owner: { ...userJson(store, organisation), type: "Organization" },
    private: isPrivate,
    visibility: isPrivate ? "private" : "public",
    html_url,
    url,
    clone_url: `${html_url}.git`,
    git_url: `${html_url}.git`,
    ssh_url: `git@127.0.0.1:${full_name}.git`,
    svn_url: html_url,
    mirror_url: null,
    homepage: null,
    description: null,
    language: null,
    license: null,
    fork: false,
    archived: false,
    disabled: false,
    default_branch: "main",
    has_issues: true,
    has_projects: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    has_downloads: true,
    topics: [],
    allow_merge_commit: false,
    allow_squash_merge: true,
    allow_rebase_merge: false,
    squash_merge_commit_title: "PR_TITLE",
    squash_merge_commit_message: "PR_BODY",
    ...merging,
    pushed_at: "2026-11-01T09:30:00Z",
    created_at: "2025-01-01T00:00:00Z",
    updated_at: "2026-11-01T09:30:00Z",
  };
}

import { headOf, PULLS, type Pull, type PullCommit } from "../pull-model.ts";
import { userJson } from "./represent.ts";
import type { Project, Store, User } from "./store.ts";

/** Where a fork lies, and its number. */
export const FORK = { path: "rival/shop", id: 77 } as const;

type Json = Record<string, unknown>;

/** A draft is a title that says so. */
export function mergeRequestJson(store: Store, { id, path }: Project, pull: Pull<User>): Json {
  const head = headOf(pull);
  const isMerged = pull.state === "merged";
  return {
    id: 9000 + pull.number,
    iid: pull.number,
    project_id: id,
    title: pull.draft ? `Draft: ${pull.title}` : pull.title,
    description: pull.body,
    state: pull.state === "open" ? "opened" : pull.state,
    draft: pull.draft,
    work_in_progress: pull.draft,
    web_url: `${store.origin()}/${path}/-/merge_requests/${pull.number}`,
    author: userJson(store, pull.author),
    source_branch: pull.branch,
    target_branch: pull.base,
    source_project_id: pull.isFork ? FORK.id : id,
    target_project_id: pull.isElsewhere ? FORK.id : id,
    labels: pull.labels,
    sha: head,
    merge_commit_sha: isMerged ? pull.mergeCommit : null,
    squash_commit_sha: null,
    created_at: "2026-11-01T08:00:00.000Z",
    updated_at: "2026-11-02T08:00:00.000Z",
    merged_at: isMerged ? pull.mergedAt : null,
    diff_refs: { base_sha: PULLS.oldBase, head_sha: head, start_sha: PULLS.oldBase },
  };
}

export function commitJson(commit: PullCommit): Json {
  const at = commit.at.replace("Z", ".000+00:00");
  const [title] = commit.message.split("\n");
  return {
    ...{ id: commit.id, short_id: commit.id.slice(0, 8), created_at: at, parent_ids: commit.parents },
    ...{ title, message: commit.message, trailers: {}, extended_trailers: {} },
    ...{ author_name: commit.name, author_email: commit.email, authored_date: at },
    ...{ committer_name: commit.name, committer_email: commit.email, committed_date: at },
  };
}

/** A project; how it merges is told to members alone. */
export function projectJson(
  store: Store,
  { id, path }: { id: number; path: string },
  isMember: boolean,
): Json {
  const [, name] = path.split("/");
  const own = {
    id,
    name,
    path: name,
    path_with_namespace: path,
    default_branch: "main",
    visibility: "internal",
  };
  const settings = {
    merge_method: "ff",
    squash_option: "always",
    squash_commit_template: null,
    only_allow_merge_if_pipeline_succeeds: true,
  };
  return { ...own, web_url: `${store.origin()}/${path}`, ...(isMember ? settings : {}) };
}

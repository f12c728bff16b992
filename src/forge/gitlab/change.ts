import type { Actor, ChangeHead, LiveChange, WantedChange } from "../../core/forge.ts";
import { ask, orNull } from "../line.ts";
import { type Gitlab, pages, projectPath } from "./line.ts";
import {
  branchShape,
  type GitlabUser,
  type MergeRequest,
  projectShape,
  requestShape,
  requestsShape,
} from "./schema.ts";

/** Accounts that GitLab makes for the tokens of projects and groups. */
const TOKEN_ACCOUNT = /^(?:project|group)_\d+_bot(?:_\w+)?$/;

/** How a title says that it is a draft's. */
const DRAFT = /^\s*(?:\[draft\]|\(draft\)|draft:)\s*/i;

/** An account that was deleted is GitLab's `ghost`. */
export function actorOf(user: GitlabUser | null | undefined): Actor {
  if (user === null || user === undefined) return { account: "", name: "ghost", isBot: false };
  const { id, username, bot } = user;
  return { account: String(id), name: username, isBot: bot ?? TOKEN_ACCOUNT.test(username) };
}

/** A merge request as GitLab words it. */
export async function requestOf(gitlab: Gitlab, number: number): Promise<MergeRequest> {
  return ask(
    gitlab,
    { path: `${gitlab.path}/merge_requests/${number}` },
    { about: `merge request ${number}`, shape: requestShape },
  );
}

/** A merge request, with the tip of its target branch. */
export async function changeOf(gitlab: Gitlab, number: number): Promise<LiveChange> {
  const told = await requestOf(gitlab, number);
  const tip = await tipOf(gitlab, told.target_branch);
  return liveOf(told, { tip, fork: (project) => pathOf(gitlab, project), own: gitlab.repository });
}

/** What a merge request alone does not tell. `tip`: of its target branch. */
interface Around {
  readonly tip: string | null;
  readonly own: string;
  fork(project: number | null): Promise<string | null>;
}

/** The same of a merge request that was told already. */
export async function liveOf(told: MergeRequest, { tip, fork, own }: Around): Promise<LiveChange> {
  const isFork = told.source_project_id !== told.target_project_id;
  const commit = told.diff_refs?.head_sha ?? told.sha ?? "";
  return {
    ...textsOf(told),
    number: told.iid,
    state: stateOf(told),
    author: actorOf(told.author),
    base: { branch: told.target_branch, commit: tip },
    head: {
      branch: told.source_branch,
      commit,
      repository: isFork ? await fork(told.source_project_id ?? null) : own,
      isFork,
    },
    labels: told.labels ?? [],
    // A fast-forward makes no commit of its own.
    mergeCommit: told.state === "merged" ? (told.merge_commit_sha ?? told.squash_commit_sha ?? commit) : null,
  };
}

/** The parts that people write, and the page where they do. */
export function textsOf({ title, description, web_url, draft }: MergeRequest) {
  const isDraft = draft === true;
  return {
    title: isDraft ? title.replace(DRAFT, "") : title,
    body: description ?? "",
    url: web_url,
    draft: isDraft,
  };
}

/** `locked`: it is being merged. */
function stateOf({ state }: MergeRequest): LiveChange["state"] {
  return state === "merged" || state === "closed" ? state : "open";
}

/** The tip of a branch; null: there is no such branch. */
export async function tipOf(gitlab: Gitlab, branch: string): Promise<string | null> {
  const path = `${gitlab.path}/repository/branches/${encodeURIComponent(branch)}`;
  const told = await orNull(ask(gitlab, { path }, { about: `branch ${branch}`, shape: branchShape }));
  return told?.commit.id ?? null;
}

/** Where a project lies; null: it is gone, or not to be seen. */
export async function pathOf(gitlab: Gitlab, project: number | null): Promise<string | null> {
  if (project === null) return null;
  const asked = ask(gitlab, { path: projectPath(project) }, { about: "project", shape: projectShape });
  return (await orNull(asked, ["absent", "forbidden"]))?.path_with_namespace ?? null;
}

/** The newest open merge request of a branch. */
export async function forBranch(gitlab: Gitlab, head: ChangeHead, base?: string): Promise<number | null> {
  const fork = isFork(gitlab, head) ? await projectOf(gitlab, head.repository ?? "") : null;
  const filter = { state: "opened", source_branch: head.branch, target_branch: base };
  const query = { ...filter, order_by: "created_at", sort: "desc" };
  const question = { about: `merge request of ${head.branch}`, shape: requestsShape };
  for await (const page of pages(gitlab, { path: `${gitlab.path}/merge_requests`, query }, question)) {
    const found = page.find((one) => one.source_project_id === (fork?.id ?? one.target_project_id));
    if (found !== undefined) return found.iid;
  }
  return null;
}

/** A project by its path. */
export async function projectOf(gitlab: Gitlab, path: string) {
  return ask(gitlab, { path: projectPath(path) }, { about: `project ${path}`, shape: projectShape });
}

function isFork({ repository }: Gitlab, head: ChangeHead): boolean {
  return head.repository !== null && head.repository !== repository;
}

/** Opens a merge request; that of a fork is asked of the fork. The body is inert already. */
export async function create(gitlab: Gitlab, { head, base, title, body, draft }: WantedChange) {
  const fork = isFork(gitlab, head) ? head.repository : null;
  const target = fork === null ? {} : { target_project_id: (await projectOf(gitlab, gitlab.repository)).id };
  const json = {
    ...{ source_branch: head.branch, target_branch: base, ...target },
    ...{ title: titled(title, draft), description: body },
  };
  const { iid, web_url } = await ask(
    gitlab,
    { method: "POST", path: `${projectPath(fork ?? gitlab.repository)}/merge_requests`, json },
    { about: `a merge request of ${head.branch}`, shape: requestShape, wanted: 201 },
  );
  return { number: iid, url: web_url };
}

/** Sets title, body or both. The body is inert already, or GitLab would carry out the commands in it. */
export async function write(
  gitlab: Gitlab,
  number: number,
  { title, body }: { readonly title?: string; readonly body: string },
): Promise<void> {
  const json = { ...(title === undefined ? {} : { title }), description: body };
  await ask(
    gitlab,
    { method: "PUT", path: `${gitlab.path}/merge_requests/${number}`, json },
    { about: `merge request ${number}`, shape: requestShape },
  );
}

/** A draft is known by its title. */
export function titled(title: string, draft: boolean): string {
  return draft && !DRAFT.test(title) ? `Draft: ${title}` : title;
}

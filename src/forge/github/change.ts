import type { Actor, ChangeHead, LiveChange, WantedChange } from "../../core/forge.ts";
import { ask, orNull } from "../line.ts";
import { type Github, pages } from "./line.ts";
import { branchShape, type GithubUser, type ListedPull, type Pull, pullShape, pullsShape } from "./schema.ts";

/** An account that was deleted is GitHub's `ghost`. */
export function actorOf(user: GithubUser | null | undefined): Actor {
  if (user === null || user === undefined) return { account: "", name: "ghost", isBot: false };
  return { account: String(user.id), name: user.login, isBot: user.type === "Bot" };
}

/** A pull request as GitHub words it. */
export async function pullOf(github: Github, number: number): Promise<Pull> {
  return ask(
    github,
    { path: `${github.path}/pulls/${number}` },
    { about: `pull request ${number}`, shape: pullShape },
  );
}

/** A pull request, with its base branch as it is now: `base.sha` is where the branch was when the head last moved. */
export async function changeOf(github: Github, number: number): Promise<LiveChange> {
  const pull = await pullOf(github, number);
  return liveOf(pull, await tipOf(github, pull.base.ref));
}

/** The same of a pull request that was told already; `commit`: the tip of its base branch. */
export function liveOf(pull: ListedPull, commit: string | null): LiveChange {
  const { base, head } = pull;
  return {
    ...textsOf(pull),
    number: pull.number,
    state: stateOf(pull),
    author: actorOf(pull.user),
    base: { branch: base.ref, commit },
    head: {
      branch: head.ref,
      commit: head.sha,
      repository: head.repo?.full_name ?? null,
      isFork: head.repo?.id !== base.repo.id,
    },
    labels: (pull.labels ?? []).map(({ name }) => name),
    mergeCommit: stateOf(pull) === "merged" ? (pull.merge_commit_sha ?? null) : null,
  };
}

/** The parts that people write, and the page where they do. */
export function textsOf({ title, body, html_url, draft }: ListedPull) {
  return { title, body: body ?? "", url: html_url, draft: draft ?? false };
}

function stateOf({ state, merged_at }: ListedPull): LiveChange["state"] {
  if (typeof merged_at === "string") return "merged";
  return state === "open" ? "open" : "closed";
}

/** The tip of a branch; null: there is no such branch. */
export async function tipOf(github: Github, branch: string): Promise<string | null> {
  const path = `${github.path}/branches/${encodeURIComponent(branch)}`;
  const told = await orNull(ask(github, { path }, { about: `branch ${branch}`, shape: branchShape }));
  return told?.commit.sha ?? null;
}

/** GitHub wants the owner before a branch's name, and takes no repository: two forks of one owner can't be told apart. */
export async function forBranch(github: Github, head: ChangeHead, base?: string): Promise<number | null> {
  const query = { head: labelOf(github, head), state: "open", sort: "created", direction: "desc", base };
  const about = `pull request of ${head.branch}`;
  for await (const pulls of pages(
    github,
    { path: `${github.path}/pulls`, query },
    { about, shape: pullsShape },
  ))
    return pulls[0]?.number ?? null;
  return null;
}

function labelOf({ repository }: Github, head: ChangeHead): string {
  const [owner] = (head.repository ?? repository).split("/");
  return `${owner}:${head.branch}`;
}

/** Opens a pull request. */
export async function create(github: Github, { head, base, title, body, draft }: WantedChange) {
  const isFork = head.repository !== null && head.repository !== github.repository;
  const [, fork] = (head.repository ?? "").split("/");
  const inFork = isFork ? { head: labelOf(github, head), head_repo: fork } : { head: head.branch };
  const json = { ...inFork, base, title, body, draft };
  const pull = await ask(
    github,
    { method: "POST", path: `${github.path}/pulls`, json },
    { about: `a pull request of ${head.branch}`, shape: pullShape, wanted: 201 },
  );
  return { number: pull.number, url: pull.html_url };
}

/** Sets title, body or both. */
export async function write(
  github: Github,
  number: number,
  texts: { readonly title?: string; readonly body?: string },
): Promise<void> {
  await ask(
    github,
    { method: "PATCH", path: `${github.path}/pulls/${number}`, json: texts },
    { about: `pull request ${number}`, shape: pullShape },
  );
}

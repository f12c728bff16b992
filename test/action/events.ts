import { wholePullJson } from "../servers/github/pull-json.ts";
import { repositoryJson } from "../servers/github/repository.ts";
import { labelJson, userJson } from "../servers/github/represent.ts";
import { OCTO } from "../servers/github/seed.ts";
import { newIssue, type User } from "../servers/github/store.ts";
import { headOf, type PullCommit } from "../servers/pull-model.ts";
import type { Queue, Site } from "./site.ts";

type Json = Record<string, unknown>;

/** What a pull request's event says beside it. */
export interface PullNews {
  readonly number: number;
  readonly sender?: User;
  /** `synchronize`: the head before. */
  readonly before?: string;
  /** `edited`: what it was. */
  readonly changes?: Json;
  readonly label?: string;
}

/** The account of Dependabot. */
export const DEPENDABOT: User = { login: "dependabot[bot]", id: 49_699_333, name: "dependabot", type: "Bot" };

const NOBODY = "0".repeat(40);

function common({ store, repository }: Site, sender: User = OCTO): Json {
  const { login, id, node_id, avatar_url } = userJson(store, { ...OCTO, login: "acme", id: 9 });
  const url = `${store.base()}/orgs/acme`;
  const parts = ["repos", "events", "hooks", "issues", "members", "public_members"];
  const urls = parts.map((part) => [
    `${part}_url`,
    `${url}/${part}${part.endsWith("members") ? "{/member}" : ""}`,
  ]);
  return {
    repository: repositoryJson(store, repository),
    organization: { login, id, node_id, url, avatar_url, description: "", ...Object.fromEntries(urls) },
    sender: userJson(store, sender),
  };
}

/** `pull_request` and `pull_request_target`: the pull request as it is now. A re-run is handed the same once more. */
export function pullRequestEvent(site: Site, action: string, news: PullNews): Json {
  const { store, repository } = site;
  const pull = site.pull(news.number);
  const issue = repository.issues.get(news.number) ?? newIssue(news.number, pull.author);
  return {
    action,
    number: news.number,
    pull_request: wholePullJson(store, repository, { pull, issue }),
    ...(action === "synchronize" && { before: news.before ?? NOBODY, after: headOf(pull) }),
    ...(action === "edited" && { changes: news.changes ?? {} }),
    ...(action === "labeled" && { label: { ...labelJson(store, news.label ?? "bug", 0), description: "" } }),
    ...common(site, news.sender),
  };
}

/** `merge_group`, which has no pull request. */
export function mergeGroupEvent(site: Site, { ref, head, base }: Queue): Json {
  const commit = site.objects.commit(head);
  if (commit === null) throw new Error(`no commit ${head}`);
  const { id, tree_id, message, timestamp, author, committer } = pushed(site, commit);
  const head_commit = { id, tree_id, message, timestamp, author, committer };
  return {
    action: "checks_requested",
    merge_group: { head_sha: head, head_ref: ref, base_sha: base, base_ref: "refs/heads/main", head_commit },
    ...common(site),
  };
}

/** `push`; a new branch has no commit before, and a deleted one none after. */
export function pushEvent(
  site: Site,
  {
    ref,
    before,
    after,
  }: { readonly ref: string; readonly before: string | null; readonly after: string | null },
): Json {
  const { objects, store } = site;
  const commits = after === null ? [] : objects.range(before ?? objects.resolve("main"), after);
  const forced = before !== null && after !== null && objects.mergeBase(before, after) !== before;
  return {
    ...{ ref, before: before ?? NOBODY, after: after ?? NOBODY, base_ref: null },
    ...{ created: before === null, deleted: after === null, forced },
    compare: `${store.origin()}/acme/shop/compare/${before ?? NOBODY}...${after ?? NOBODY}`,
    commits: commits.map((one) => pushed(site, one)),
    head_commit: commits.length === 0 ? null : commits.map((one) => pushed(site, one)).at(-1),
    pusher: { name: OCTO.login, email: "octo-dev@users.noreply.test" },
    ...common(site),
  };
}

/** A commit as the payloads of pushes and queues write it; Actions gets no lists of files. */
function pushed({ store }: Site, { id, tree = id, message, at, name, email, committer }: PullCommit) {
  return {
    ...{ id, tree_id: tree, message, timestamp: at, distinct: true },
    url: `${store.origin()}/acme/shop/commit/${id}`,
    author: { name, email },
    committer: { name: committer?.name ?? name, email: committer?.email ?? email },
  };
}

const WORKFLOW = ".github/workflows/golden-thread.yml";

/** `schedule`. */
export function scheduleEvent(site: Site, schedule: string): Json {
  return { schedule, workflow: WORKFLOW, ...common(site) };
}

/** `workflow_dispatch`, started by hand on main. */
export function dispatchEvent(site: Site, inputs: Json | null): Json {
  return { inputs, ref: "refs/heads/main", workflow: WORKFLOW, ...common(site) };
}

/** `workflow_run`: the first stage has ended for a head, which may lie in a fork; then no pull request is told. */
export function workflowRunEvent(site: Site, number: number, conclusion = "success"): Json {
  const { store, repository } = site;
  const pull = site.pull(number);
  const last = pull.commits.at(-1);
  if (last === undefined) throw new Error(`pull request ${number} has no commits`);
  const url = `${store.base()}/repos/acme/shop/actions/runs/4710`;
  const whole = repositoryJson(store, repository);
  const { id, tree_id, message, timestamp, author, committer } = pushed(site, last);
  const actor = userJson(store, pull.author);
  const at = store.now();
  const parts = ["artifacts", "cancel", "check_suite", "jobs", "logs", "rerun", "workflow"];
  const run = {
    ...Object.fromEntries(parts.map((part) => [`${part}_url`, `${url}/${part}`])),
    ...{
      id: 4710,
      node_id: "WR_4710",
      name: "golden-thread",
      path: WORKFLOW,
      url,
      html_url: url,
      event: "pull_request",
    },
    ...{ status: "completed", conclusion, run_attempt: 1, run_number: 16, workflow_id: 5 },
    ...{ head_branch: pull.branch, head_sha: last.id, previous_attempt_url: null, pull_requests: [] },
    ...{ check_suite_id: 6, check_suite_node_id: "CS_6", actor, triggering_actor: actor },
    ...{ created_at: at, updated_at: at, run_started_at: at },
    head_commit: { id, tree_id, message, timestamp, author, committer },
    ...{ repository: whole, head_repository: whole, display_title: pull.title },
  };
  const workflow = {
    ...{ id: 5, node_id: "W_5", name: "golden-thread", path: WORKFLOW, state: "active", url, html_url: url },
    ...{ badge_url: `${url}/badge.svg`, created_at: at, updated_at: at },
  };
  return { action: "completed", workflow, workflow_run: run, ...common(site) };
}

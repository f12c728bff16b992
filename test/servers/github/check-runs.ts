import type { Answer } from "../kit.ts";
import type { PullStore } from "../pull-model.ts";
import { api } from "./represent.ts";
import { type Ask, NOT_FOUND, paged, refusal } from "./rest.ts";
import type { CheckRun, Repository, User } from "./store.ts";

type Json = Readonly<Record<string, unknown>>;

/** What is asked of a repository's check runs. */
interface RunAsk extends Ask {
  readonly repository: Repository;
  readonly held: PullStore<User>;
}

/** Makes, changes and tells check runs. Only an app has any, and may change none but its own. */
export function checkRunAnswer(ask: RunAsk, id: string, more: string | undefined): Answer {
  const { call, store } = ask;
  const run = store.checkRuns.find((one) => String(one.id) === id);
  if (call.method === "GET") {
    if (run === undefined) return NOT_FOUND;
    if (more !== "annotations") return { status: 200, json: runJson(ask, run) };
    return paged(
      ask,
      run.annotations.map((one) => annotationJson(ask, run, one)),
    );
  }
  if (ask.asker.rights !== "app" || ask.asker.user === null)
    return refusal(403, "You must authenticate via a GitHub App.", "rest/checks/runs");
  if (id !== "" && run === undefined) return NOT_FOUND;
  if (run !== undefined && run.app.id !== ask.asker.user.id)
    return refusal(
      403,
      "Invalid app_id `15368` - check run can only be modified by the GitHub App that created it.",
      "rest",
    );
  const kept = keep(ask, run, ask.asker.user);
  return { status: run === undefined ? 201 : 200, json: runJson(ask, kept) };
}

/** The check runs of a commit, by name where one is asked for; the latest of each app alone. */
export function runsOfCommit(ask: RunAsk, commit: string): Answer {
  const { query } = ask.call;
  const name = query.get("check_name");
  const fitting = ask.store.checkRuns.filter(
    ({ told }) => told.head_sha === commit && (name === null || told.name === name),
  );
  const latest = [...new Map(fitting.map((run) => [run.told.name, run])).values()];
  const told = query.get("filter") === "all" ? fitting : latest;
  const page = paged(
    ask,
    told.map((run) => runJson(ask, run)),
  );
  return { ...page, json: { total_count: told.length, check_runs: page.json } };
}

function keep({ store, call, held }: RunAsk, before: CheckRun | undefined, app: User): CheckRun {
  const given = fields(call.json);
  const { output, ...rest } = given;
  const { title, summary, text, annotations } = fields(output);
  const told: Json = { status: "queued", ...before?.told, ...rest };
  const run: CheckRun = {
    id: before?.id ?? store.next(),
    app,
    // Who tells a conclusion has completed it.
    told: told.conclusion === undefined ? told : { ...told, status: "completed" },
    title: textOf(title) ?? before?.title ?? null,
    summary: textOf(summary) ?? before?.summary ?? null,
    text: textOf(text) ?? before?.text ?? null,
    annotations: [
      ...(before?.annotations ?? []),
      ...(Array.isArray(annotations) ? annotations.map(fields) : []),
    ],
  };
  const at = before === undefined ? store.checkRuns.length : store.checkRuns.indexOf(before);
  store.checkRuns[at] = run;
  held.checks.push({
    commit: String(run.told.head_sha),
    name: String(run.told.name),
    state: String(run.told.conclusion ?? run.told.status),
  });
  return run;
}

function fields(value: unknown): Json {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function runJson({ store, repository }: RunAsk, run: CheckRun): Json {
  const { id, told, title, summary, text, annotations } = run;
  const url = api(store, `/repos/${repository.owner}/${repository.name}/check-runs/${id}`);
  const html_url = `${store.origin()}/${repository.owner}/${repository.name}/runs/${id}`;
  const { name, head_sha, status, conclusion = null, details_url = html_url, external_id = "" } = told;
  const annotations_url = `${url}/annotations`;
  const output = { title, summary, text, annotations_count: annotations.length, annotations_url };
  const at = store.now();
  return {
    ...{
      id,
      node_id: `CR_${id}`,
      name,
      head_sha,
      status,
      conclusion,
      details_url,
      external_id,
      url,
      html_url,
    },
    ...{ output, check_suite: { id: 1 }, app: null, pull_requests: [] },
    ...{ started_at: told.started_at ?? at, completed_at: conclusion === null ? null : at },
  };
}

function annotationJson({ store, repository }: RunAsk, { told }: CheckRun, one: Json): Json {
  const { owner, name } = repository;
  const blob_href = `${store.origin()}/${owner}/${name}/blob/${told.head_sha}/${one.path}`;
  const none = { start_column: null, end_column: null, title: null, raw_details: null };
  return { ...none, ...one, blob_href };
}

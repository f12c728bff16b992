import {
  type CiRange,
  type CiRun,
  changeOf,
  idsAmong,
  pageBelow,
  shortBranch,
  tipOf,
  unknownRun,
  valueIn,
} from "./run.ts";
import type { CiEnv } from "./variables.ts";

/** Events that bring commits, or run on a branch. Others are the Action's, which reads their payloads. */
const ON_BRANCHES: ReadonlySet<string> = new Set(["push", "merge_group", "schedule", "workflow_dispatch"]);

/** GitHub Actions (docs.github.com, "Variables reference"). */
export function github(env: CiEnv): CiRun {
  const repository = valueIn(env, "GITHUB_REPOSITORY");
  const below = (path: string) =>
    repository === null ? null : pageBelow(valueIn(env, "GITHUB_SERVER_URL"), `${repository}/${path}`);
  const run = valueIn(env, "GITHUB_RUN_ID");
  const known: CiRun = {
    ...unknownRun("GitHub Actions"),
    url: run === null ? null : below(`actions/runs/${run}`),
    commits: below("commit/"),
    log: "github",
    whole: "fetch-depth: 0, below with: of actions/checkout",
    event: valueIn(env, "GITHUB_EVENT_PATH"),
  };
  const name = valueIn(env, "GITHUB_EVENT_NAME") ?? "";
  const sha = idsAmong(valueIn(env, "GITHUB_SHA"));
  if (name === "pull_request") return { ...known, ...pullRequest(env, sha) };
  if (!ON_BRANCHES.has(name) || valueIn(env, "GITHUB_REF_TYPE") === "tag") return known;
  // The name of a queue's branch is GitHub's own, and says nothing of a ticket.
  const branch = name === "merge_group" ? null : shortBranch(valueIn(env, "GITHUB_REF"));
  return { ...known, branch, range: { bases: [], heads: [...sha, "HEAD"] } };
}

/** What is checked out is a merge that GitHub made: its parents are the base and the head. */
function pullRequest(env: CiEnv, merge: readonly string[]): Pick<CiRun, "change" | "range" | "branch"> {
  const number = /^refs\/pull\/(\d+)\//.exec(valueIn(env, "GITHUB_REF") ?? "")?.[1] ?? null;
  const target = valueIn(env, "GITHUB_BASE_REF");
  return {
    change: changeOf(number, target),
    branch: valueIn(env, "GITHUB_HEAD_REF"),
    range: {
      bases: [...tipOf(target), ...merge.map((id) => `${id}^1`)],
      heads: [...merge.map((id) => `${id}^2`), "HEAD"],
    },
  };
}

/** The parts of payloads that say what came in (webhook events "push" and "merge_group"). */
interface Payload {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly merge_group?: { readonly base_sha?: unknown; readonly head_sha?: unknown } | null;
}

/** What the event's own payload says came in; null: it says nothing of that. */
export function eventRange(text: string): CiRange | null {
  const { before, after, merge_group: group }: Payload = payloadOf(text);
  const ids = (...found: readonly unknown[]) =>
    idsAmong(...found.map((one) => (typeof one === "string" ? one : null)));
  const [bases, heads] = [ids(group?.base_sha, before), ids(group?.head_sha, after)];
  return bases.length > 0 && heads.length > 0 ? { bases, heads } : null;
}

function payloadOf(text: string): Payload {
  try {
    const payload: Payload | null = JSON.parse(text);
    return payload ?? {};
  } catch {
    // The variables alone have to do.
    return {};
  }
}

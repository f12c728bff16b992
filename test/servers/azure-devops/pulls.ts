import type { Answer, Call } from "../kit.ts";
import { hindrance, open, type Pull, type PullStore, pullsOf } from "../pull-model.ts";
import type { World } from "./index.ts";
import { PEOPLE, type Person } from "./model.ts";
import { policies } from "./policies.ts";
import { commitJson, FORK, pullJson, REPOSITORY, repositoryJson, threadsOf } from "./pull-json.ts";
import { addLabel, addThread, changeComment, removeComment, removeLabel, status } from "./pull-remarks.ts";
import { failure, ok } from "./replies.ts";

export interface PullAsk {
  readonly call: Call;
  readonly world: World;
  readonly held: PullStore<Person>;
}

type Body = Readonly<Record<string, unknown>>;
type Route = readonly [string, RegExp, readonly string[], (ask: PullAsk, parts: readonly string[]) => Answer];

const CRITERIA = ["status", "sourceRefName", "targetRefName", "sourceRepositoryId"].map(
  (one) => `searchCriteria.${one}`,
);

/** Operations below a repository, each with the parameters that it has beside the version. */
const ROUTES: readonly Route[] = [
  ["GET", /^refs$/, ["filter"], (ask) => refs(ask)],
  ["GET", /^commits\/(\w+)$/, [], (ask, [id]) => commit(ask, id)],
  ["POST", /^commits\/(\w+)\/statuses$/, [], (ask, [id]) => status(ask, { commit: id ?? "", pull: null })],
  ["POST", /^pullrequestquery$/, [], (ask) => pullQuery(ask)],
  ["GET", /^pullrequests$/i, [...CRITERIA, "$top", "$skip"], (ask) => list(ask)],
  ["POST", /^pullrequests$/i, [], (ask) => create(ask)],
  [
    "GET",
    /^pullrequests\/(\d+)$/i,
    [],
    (ask, parts) => of(ask, parts, (pull) => answer(ask, pullJson(ask.world.base, pull))),
  ],
  ["PATCH", /^pullrequests\/(\d+)$/i, [], (ask, parts) => of(ask, parts, (pull) => update(ask, pull))],
  [
    "GET",
    /^pullrequests\/(\d+)\/commits$/i,
    ["$top", "continuationToken"],
    (ask, parts) => of(ask, parts, (pull) => commits(ask, pull)),
  ],
  [
    "GET",
    /^pullrequests\/(\d+)\/iterations$/i,
    [],
    (ask, parts) => of(ask, parts, (pull) => values(ask, iterationsOf(pull))),
  ],
  [
    "GET",
    /^pullrequests\/(\d+)\/threads$/i,
    [],
    (ask, parts) => of(ask, parts, (pull) => values(ask, threadsOf(pull))),
  ],
  [
    "POST",
    /^pullrequests\/(\d+)\/threads$/i,
    [],
    (ask, parts) => of(ask, parts, (pull) => addThread(ask, pull)),
  ],
  [
    "PATCH",
    /^pullrequests\/(\d+)\/threads\/(\d+)\/comments\/1$/i,
    [],
    (ask, parts) => of(ask, parts, (pull) => changeComment(ask, pull, parts[1])),
  ],
  [
    "DELETE",
    /^pullrequests\/(\d+)\/threads\/(\d+)\/comments\/1$/i,
    [],
    (ask, parts) => of(ask, parts, (pull) => removeComment(ask, pull, parts[1])),
  ],
  [
    "POST",
    /^pullrequests\/(\d+)\/labels$/i,
    [],
    (ask, parts) => of(ask, parts, (pull) => addLabel(ask, pull)),
  ],
  [
    "DELETE",
    /^pullrequests\/(\d+)\/labels\/(.+)$/i,
    [],
    (ask, parts) => of(ask, parts, (pull) => removeLabel(ask, pull, parts[1])),
  ],
  [
    "POST",
    /^pullrequests\/(\d+)\/statuses$/i,
    [],
    (ask, parts) => of(ask, parts, (pull) => status(ask, { commit: "", pull })),
  ],
];

/** Answers what is below `git/`; null: there is nothing such. */
export function pullsAnswer(call: Call, world: World, path: string): Answer | null {
  if (world.held === null) return null;
  const ask: PullAsk = { call, world, held: world.held };
  if (path === "git/policy/configurations") return policies(ask);
  const [, name = "", rest = ""] = /^git\/repositories\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  const repository = [REPOSITORY, FORK].find((one) => one.name === name || one.id === name);
  if (repository === undefined)
    return refusal(
      404,
      `TF401019: The Git repository with name or identifier ${name} does not exist.`,
      "GitRepositoryNotFoundException",
    );
  if (rest === "" && call.method === "GET") return answer(ask, repositoryJson(world.base, repository));
  for (const [method, pattern, parameters, reply] of ROUTES) {
    const found = method === call.method ? pattern.exec(rest) : null;
    if (found === null) continue;
    const strange = [...call.query.keys()].filter(
      (key) => key !== "api-version" && !parameters.includes(key),
    );
    if (strange.length > 0) world.problems.push(`${method} ${path}: unknown ${strange.join(", ")}`);
    return reply(ask, found.slice(1));
  }
  return null;
}

export function refusal(status: number, message: string, type: string): Answer {
  return failure({ status, message, type });
}

export function answer({ call }: PullAsk, json: unknown): Answer {
  return ok(json, call.query.get("api-version") ?? "");
}

export function values(ask: PullAsk, value: readonly unknown[]): Answer {
  return answer(ask, { value, count: value.length });
}

function of({ held }: PullAsk, [number]: readonly string[], reply: (pull: Pull<Person>) => Answer): Answer {
  const pull = held.pulls.get(Number(number));
  if (pull !== undefined) return reply(pull);
  return refusal(
    404,
    "TF401180: The requested pull request was not found.",
    "GitPullRequestNotFoundException",
  );
}

/** Null: this token may write. */
export function refused({ world }: PullAsk): Answer | null {
  if (world.mayWrite) return null;
  const message = "TF401027: You need the Git 'PullRequestContribute' permission to perform this action.";
  return refusal(403, message, "GitNeedsPermissionException");
}

export function bodyOf({ call, world }: PullAsk, fields: readonly string[]): Body {
  const body: Body = typeof call.json === "object" && call.json !== null ? { ...call.json } : {};
  const strange = Object.keys(body).filter((key) => !fields.includes(key));
  world.problems.push(...strange.map((key) => `${call.method} ${call.path}: unknown field ${key}`));
  return body;
}

/** The filter is a prefix. */
function refs(ask: PullAsk): Answer {
  const prefix = `refs/${ask.call.query.get("filter") ?? ""}`;
  const all = [...ask.held.tips].map(([name, objectId]) => ({ name: `refs/heads/${name}`, objectId }));
  return values(
    ask,
    all.filter(({ name }) => name.startsWith(prefix)),
  );
}

function commit(ask: PullAsk, id: string | undefined): Answer {
  const found = [...ask.held.pulls.values()].flatMap((pull) => pull.commits).find((one) => one.id === id);
  if (found !== undefined) return answer(ask, commitJson(ask.world.base, found, true));
  return refusal(404, `TF401175: The commit ${id} does not exist.`, "GitCommitDoesNotExistException");
}

/** Newest first, a hundred where nothing is said. */
function commits(ask: PullAsk, { commits: all }: Pull<Person>): Answer {
  const from = Number(ask.call.query.get("continuationToken") ?? 0);
  const top = Math.min(100, Number(ask.call.query.get("$top") ?? 100));
  const page = [...all].reverse().slice(from, from + top);
  const told = values(
    ask,
    page.map((one) => commitJson(ask.world.base, one, false)),
  );
  if (from + top >= all.length) return told;
  return { ...told, headers: { ...told.headers, "x-ms-continuationtoken": String(from + top) } };
}

/** One result for each query; a commit that nothing is known of is left out of it. */
function pullQuery(ask: PullAsk): Answer {
  const { queries } = bodyOf(ask, ["queries"]);
  const asked: readonly { type: string; items: readonly string[] }[] = Array.isArray(queries) ? queries : [];
  const results = asked.map(({ type, items }) =>
    Object.fromEntries(
      items.flatMap((commit) => {
        const found = pullsOf(ask.held, commit).filter(
          ({ mergeCommit }) => (mergeCommit === commit) === (type === "lastMergeCommit"),
        );
        return found.length === 0 ? [] : [[commit, found.map((one) => pullJson(ask.world.base, one))]];
      }),
    ),
  );
  return answer(ask, { queries, results });
}

/** One push for each commit. */
function iterationsOf({ commits: all }: Pull<Person>) {
  return all.map(({ id, at }, index) => ({
    id: index + 1,
    createdDate: at,
    sourceRefCommit: { commitId: id },
  }));
}

/** Descriptions are cut in lists. */
function list(ask: PullAsk): Answer {
  const told = (name: string) => ask.call.query.get(`searchCriteria.${name}`);
  if (told("status") !== "active") ask.world.problems.push(`status ${told("status")}`);
  const fitting = [...ask.held.pulls.values()].filter(
    (pull) =>
      pull.state === "open" &&
      (told("sourceRefName") ?? `refs/heads/${pull.branch}`) === `refs/heads/${pull.branch}` &&
      (told("targetRefName") ?? `refs/heads/${pull.base}`) === `refs/heads/${pull.base}` &&
      (told("sourceRepositoryId") === null || (told("sourceRepositoryId") === FORK.id) === pull.isFork),
  );
  const skip = Number(ask.call.query.get("$skip") ?? 0);
  const top = Number(ask.call.query.get("$top") ?? 100);
  return values(
    ask,
    fitting
      .slice(skip, skip + top)
      .map((pull) => ({ ...pullJson(ask.world.base, pull), description: pull.body.slice(0, 400) })),
  );
}

function create(ask: PullAsk): Answer {
  const no = refused(ask);
  if (no !== null) return no;
  const fields = ["sourceRefName", "targetRefName", "title", "description", "isDraft", "forkSource"];
  const { sourceRefName, targetRefName, title, description, isDraft, forkSource } = bodyOf(ask, fields);
  const branch = String(sourceRefName).replace("refs/heads/", "");
  const place = {
    branch,
    base: String(targetRefName).replace("refs/heads/", ""),
    isFork: forkSource !== undefined,
  };
  const body = String(description ?? "");
  if (body.length > 4000) return tooLong();
  switch (hindrance(ask.held, place)) {
    case "exists": {
      const message = "TF401179: An active pull request for the source and target branch already exists.";
      return refusal(409, message, "GitPullRequestExistsException");
    }
    case "no-base":
    case "no-head": {
      const message = `TF401398: The pull request cannot be activated because the source and/or the target branch no longer exists.`;
      return refusal(400, message, "GitPullRequestCannotBeActivated");
    }
    default: {
      const pull = open(ask.held, PEOPLE[0], {
        ...place,
        title: String(title),
        body,
        draft: isDraft === true,
      });
      return { ...answer(ask, pullJson(ask.world.base, pull)), status: 201 };
    }
  }
}

function tooLong(): Answer {
  const message =
    "Invalid argument value. The description must be at most 4000 characters. Parameter name: description";
  return refusal(400, message, "InvalidArgumentValueException");
}

function update(ask: PullAsk, pull: Pull<Person>): Answer {
  const no = refused(ask);
  if (no !== null) return no;
  const { title, description } = bodyOf(ask, ["title", "description"]);
  if (String(description ?? "").length > 4000) return tooLong();
  if (typeof title === "string") pull.title = title;
  if (typeof description === "string") pull.body = description;
  return answer(ask, pullJson(ask.world.base, pull));
}

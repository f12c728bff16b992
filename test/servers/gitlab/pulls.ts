import type { Answer } from "../kit.ts";
import { headOf, hindrance, open, openOf, PULLS, type Pull, type PullStore, pullsOf } from "../pull-model.ts";
import { addNote, changeNote, notes, removeNote } from "./notes.ts";
import { commitJson, FORK, mergeRequestJson, projectJson } from "./pull-json.ts";
import { userJson } from "./represent.ts";
import { type Ask, NOT_FOUND, paged, refusal } from "./routes.ts";
import type { Project, User } from "./store.ts";

/** What is asked of the merge requests of a project. */
export interface PullAsk extends Ask {
  readonly project: Project;
  readonly held: PullStore<User>;
}

type Body = Readonly<Record<string, unknown>>;

const PAGING = ["page", "per_page"];

/** Operations, by the path below a project; each with the parameters that it has. */
const ROUTES: readonly (readonly [
  string,
  RegExp,
  readonly string[],
  (ask: PullAsk, parts: readonly string[]) => Answer,
])[] = [
  [
    "GET",
    /^$/,
    [],
    ({ store, project, token }) => ({ status: 200, json: projectJson(store, project, token !== null) }),
  ],
  [
    "GET",
    /^merge_requests$/,
    [...PAGING, "state", "source_branch", "target_branch", "order_by", "sort"],
    (ask) => list(ask),
  ],
  ["POST", /^merge_requests$/, [], (ask) => create(ask, false)],
  ["GET", /^merge_requests\/(\d+)$/, [], (ask, [number]) => single(ask, number)],
  ["PUT", /^merge_requests\/(\d+)$/, [], (ask, [number]) => update(ask, number)],
  [
    "GET",
    /^merge_requests\/(\d+)\/notes$/,
    [...PAGING, "sort", "order_by"],
    (ask, [number]) => notes(ask, number),
  ],
  ["POST", /^merge_requests\/(\d+)\/notes$/, [], (ask, [number]) => addNote(ask, number)],
  ["PUT", /^merge_requests\/(\d+)\/notes\/(\d+)$/, [], (ask, parts) => changeNote(ask, parts)],
  ["DELETE", /^merge_requests\/(\d+)\/notes\/(\d+)$/, [], (ask, parts) => removeNote(ask, parts)],
  ["GET", /^merge_requests\/(\d+)\/approvals$/, [], (ask, [number]) => approvals(ask, number)],
  ["GET", /^merge_requests\/(\d+)\/versions$/, PAGING, (ask, [number]) => versions(ask, number)],
  ["GET", /^repository\/commits$/, [...PAGING, "ref_name"], (ask) => commits(ask)],
  ["GET", /^repository\/commits\/(\w+)\/merge_requests$/, PAGING, (ask, [id]) => requestsOf(ask, id)],
  ["GET", /^repository\/branches\/(.+)$/, [], (ask, [name]) => branch(ask, name)],
  ["GET", /^protected_branches$/, PAGING, (ask) => protectedBranches(ask)],
  ["GET", /^protected_tags$/, PAGING, (ask) => protectedTags(ask)],
  [
    "GET",
    /^approval_rules$/,
    PAGING,
    (ask) => paged(ask, [{ id: 1, name: "All", approvals_required: PULLS.approvals }]),
  ],
  ["POST", /^statuses\/(\w+)$/, [], (ask, [commit]) => status(ask, commit)],
];

/** Answers what is below a project and belongs to its merge requests; null: it does not. */
export function pullsAnswer(ask: Ask, project: Project, parts: readonly string[]): Answer | null {
  const held = ask.store.forges.get(project.id);
  if (held === undefined) return null;
  const path = parts.join("/");
  for (const [method, pattern, parameters, answer] of ROUTES) {
    const found = method === ask.call.method ? pattern.exec(path) : null;
    if (found === null) continue;
    const strange = [...ask.call.query.keys()].filter((key) => !parameters.includes(key));
    if (strange.length > 0) ask.store.problems.push(`${method} ${path}: unknown ${strange.join(", ")}`);
    return answer({ ...ask, project, held }, found.slice(1));
  }
  return null;
}

/** What is asked of a fork: its number, and to open a merge request into where it comes from. */
export function forkAnswer(ask: Ask, name: string, parts: readonly string[]): Answer | null {
  const [project] = ask.store.projects;
  const held = project && ask.store.forges.get(project.id);
  if (held === undefined || project === undefined) return null;
  if (name !== FORK.path && name !== String(FORK.id)) return null;
  if (parts.length === 0 && ask.call.method === "GET")
    return { status: 200, json: projectJson(ask.store, FORK, false) };
  const asked = { ...ask, project, held };
  return parts.join("/") === "merge_requests" && ask.call.method === "POST" ? create(asked, true) : null;
}

/** Null: this token may write. */
export function refused({ token }: Ask): Answer | null {
  if (token === null) return refusal(401, "401 Unauthorized");
  if (token.scopes.includes("api")) return null;
  const error_description = "The request requires higher privileges than provided by the access token.";
  return { status: 403, json: { error: "insufficient_scope", error_description, scope: "api" } };
}

export function bodyOf({ call, store }: Ask, fields: readonly string[]): Body {
  const body: Body = typeof call.json === "object" && call.json !== null ? { ...call.json } : {};
  const strange = Object.keys(body).filter((key) => !fields.includes(key));
  store.problems.push(...strange.map((key) => `${call.method} ${call.path}: unknown field ${key}`));
  return body;
}

export function pullIn({ held }: PullAsk, number: string | undefined): Pull<User> | undefined {
  return held.pulls.get(Number(number));
}

function single(ask: PullAsk, number: string | undefined): Answer {
  const pull = pullIn(ask, number);
  return pull === undefined
    ? NOT_FOUND
    : { status: 200, json: mergeRequestJson(ask.store, ask.project, pull) };
}

function list(ask: PullAsk): Answer {
  const { query } = ask.call;
  const fitting = [...ask.held.pulls.values()].filter(
    (pull) =>
      (query.get("state") ?? "opened") === (pull.state === "open" ? "opened" : pull.state) &&
      (query.get("source_branch") ?? pull.branch) === pull.branch &&
      (query.get("target_branch") ?? pull.base) === pull.base,
  );
  const newestFirst = fitting.sort((one, other) => other.number - one.number);
  return paged(
    ask,
    newestFirst.map((pull) => mergeRequestJson(ask.store, ask.project, pull)),
  );
}

function create(ask: PullAsk, isFork: boolean): Answer {
  const no = refused(ask);
  if (no !== null || ask.token === null) return no ?? NOT_FOUND;
  const fields = ["source_branch", "target_branch", "target_project_id", "title", "description"];
  const { source_branch, target_branch, target_project_id, title, description } = bodyOf(ask, fields);
  if (isFork && target_project_id !== ask.project.id)
    ask.store.problems.push("a fork's merge request into itself");
  const place = { branch: String(source_branch), base: String(target_branch), isFork };
  switch (hindrance(ask.held, place)) {
    case "exists":
      return refusal(409, [
        `Another open merge request already exists for this source branch: !${openOf(ask.held, place)?.number}`,
      ]);
    case "no-base":
      return refusal(400, { base: [`target branch "${place.base}" does not exist`] });
    case "no-head":
      return refusal(400, { base: [`source branch "${place.branch}" does not exist`] });
    default: {
      const told = String(title);
      const draft = /^draft: /i.test(told);
      const texts = {
        title: told.replace(/^draft: /i, ""),
        body: withoutCommands(ask, String(description ?? "")),
      };
      const pull = open(ask.held, ask.token.user, { ...place, ...texts, draft });
      return { status: 201, json: mergeRequestJson(ask.store, ask.project, pull) };
    }
  }
}

/** A line that begins with a command is carried out, and gone. */
export function withoutCommands({ store }: Ask, text: string): string {
  const kept = text.replace(/^\s*\/(close|merge|approve)\s*$/gm, "");
  if (kept !== text) store.problems.push("a command was carried out");
  return kept;
}

function update(ask: PullAsk, number: string | undefined): Answer {
  const pull = pullIn(ask, number);
  if (pull === undefined) return NOT_FOUND;
  const no = refused(ask);
  if (no !== null) return no;
  const fields = ["title", "description", "add_labels", "remove_labels"];
  const { title, description, add_labels, remove_labels } = bodyOf(ask, fields);
  relabel(pull, { add: namesIn(add_labels), remove: namesIn(remove_labels) });
  if (String(description ?? "").length > 1_048_576)
    return refusal(400, { description: ["is too long (maximum is 1048576 characters)"] });
  if (typeof description === "string") pull.body = withoutCommands(ask, description);
  if (typeof title === "string") {
    const draft = /^draft: /i.test(title);
    const changed = { ...pull, title: title.replace(/^draft: /i, ""), draft };
    ask.held.pulls.set(pull.number, changed);
    return { status: 200, json: mergeRequestJson(ask.store, ask.project, changed) };
  }
  return { status: 200, json: mergeRequestJson(ask.store, ask.project, pull) };
}

function namesIn(list: unknown): readonly string[] {
  return typeof list === "string" ? list.split(",") : [];
}

/** What is not there is not taken away, and what is there not added. */
function relabel(
  { labels }: Pull<User>,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): void {
  const kept = [...new Set([...labels, ...add])].filter((name) => !remove.includes(name));
  labels.splice(0, labels.length, ...kept);
}

/** What was taken back is not told. */
function approvals(ask: PullAsk, number: string | undefined): Answer {
  const pull = pullIn(ask, number);
  if (pull === undefined) return NOT_FOUND;
  const takenBack = pull.reviews.filter(({ state }) => state === "dismissed").map(({ by }) => by.id);
  const standing = pull.reviews.filter(({ state, by }) => state === "approved" && !takenBack.includes(by.id));
  const approved_by = standing.map(({ by, at }) => ({ user: userJson(ask.store, by), approved_at: at }));
  return {
    status: 200,
    json: { approved: true, user_has_approved: false, user_can_approve: false, approved_by },
  };
}

/** One push for each commit. */
function versions(ask: PullAsk, number: string | undefined): Answer {
  const told = (pullIn(ask, number)?.commits ?? []).map(({ id, at }, index) => ({
    ...{
      id: index + 1,
      head_commit_sha: id,
      base_commit_sha: PULLS.oldBase,
      start_commit_sha: PULLS.oldBase,
    },
    ...{ created_at: at, state: "collected", real_size: "1" },
  }));
  return paged(ask, told.reverse());
}

/** Newest first; a range is told by two commits. */
function commits(ask: PullAsk): Answer {
  const [from, head] = (ask.call.query.get("ref_name") ?? "").split("..");
  const pull = [...ask.held.pulls.values()].find((one) => headOf(one) === head);
  if (pull === undefined || from !== PULLS.oldBase) return refusal(404, "404 Commit Not Found");
  return paged(ask, pull.commits.map(commitJson).reverse());
}

function requestsOf(ask: PullAsk, id = ""): Answer {
  const told = pullsOf(ask.held, id).map((pull) => mergeRequestJson(ask.store, ask.project, pull));
  const isKnown = told.length > 0 || [...ask.held.tips.values()].includes(id);
  return isKnown ? paged(ask, told) : refusal(404, "404 Commit Not Found");
}

function branch(ask: PullAsk, name = ""): Answer {
  const id = ask.held.tips.get(name);
  if (id === undefined) return refusal(404, "404 Branch Not Found");
  const isProtected = name === PULLS.protectedBranch;
  return {
    status: 200,
    json: { name, commit: { id, short_id: id.slice(0, 8) }, protected: isProtected, default: isProtected },
  };
}

function protectedBranches(ask: PullAsk): Answer {
  if (ask.token === null) return refusal(401, "401 Unauthorized");
  return paged(ask, [
    {
      ...{ id: 1, name: "ma*n", allow_force_push: false, code_owner_approval_required: true },
      push_access_levels: [
        { id: 1, access_level: 0, access_level_description: "No one" },
        { id: 2, access_level: 40, access_level_description: "Deploy key", deploy_key_id: 1 },
      ],
    },
    { id: 2, name: "hotfix/*", allow_force_push: true, push_access_levels: [] },
  ]);
}

function protectedTags(ask: PullAsk): Answer {
  if (ask.token === null) return refusal(401, "401 Unauthorized");
  const levels = [{ id: 1, access_level: 40, access_level_description: "Maintainers" }];
  return paged(ask, [{ name: "v*", create_access_levels: levels }]);
}

/** A status that stands already is refused. */
function status(ask: PullAsk, commit = ""): Answer {
  const no = refused(ask);
  if (no !== null) return no;
  const { state, name, description } = bodyOf(ask, ["state", "name", "description", "target_url"]);
  if (String(description ?? "").length > 255) return refusal(400, { description: ["is too long"] });
  const last = ask.held.checks.findLast((one) => one.commit === commit && one.name === name);
  if (last?.state === state && state === "pending")
    return refusal(
      400,
      'Cannot transition status via :enqueue from :pending (Reason(s): Status cannot transition via "enqueue")',
    );
  ask.held.checks.push({ commit, name: String(name), state: String(state) });
  return { status: 201, json: { id: 1, sha: commit, status: state, name } };
}

import { type Answer, type Call, segments } from "../kit.ts";
import { forkAnswer, pullsAnswer } from "./pulls.ts";
import { eventJson, issueJson, noteJson, requestJson, userJson } from "./represent.ts";
import type { Event, Issue, Project, Store, Token } from "./store.ts";
import { createNote, updateIssue, updateNote } from "./write.ts";

/** What a route is answered from. */
export interface Ask {
  readonly store: Store;
  /** Null: as anybody. */
  readonly token: Token | null;
  readonly call: Call;
}

export function refusal(status: number, message: unknown): Answer {
  return { status, json: { message } };
}

const NO_PROJECT = refusal(404, "404 Project Not Found");
export const NOT_FOUND = refusal(404, "404 Not found");

const PAGING = ["page", "per_page"];
const NOTES = [...PAGING, "sort", "order_by", "activity_filter"];
const ISSUES = [
  ...PAGING,
  ...["iids[]", "scope", "state", "labels", "assignee_id", "assignee_username[]", "updated_after"],
  ...["search", "in", "order_by", "sort", "issue_type"],
];

/** Parameters by what the path ends with; what is not here, nobody may ask. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  "GET issues": ISSUES,
  "GET issue": [],
  "PUT issue": [],
  "GET notes": NOTES,
  "POST notes": [],
  "PUT note": [],
  "GET closed_by": PAGING,
  "GET related_merge_requests": PAGING,
  "GET resource_state_events": PAGING,
  "GET resource_label_events": PAGING,
  "GET resource_milestone_events": PAGING,
  "GET user": [],
  "GET users": ["username"],
  "GET self": [],
};

/** Answers any operation that is served here. */
export function routed(ask: Ask): Answer {
  const [, , room, ...rest] = segments(ask.call.path);
  switch (room) {
    case "user":
      return checked(ask, "user", () => ownUser(ask));
    case "users":
      return checked(ask, "users", () => usersNamed(ask));
    case "personal_access_tokens":
      return checked(ask, "self", () => ownToken(ask));
    case "projects":
      return projectAnswer(ask, rest);
    default:
      return unknown(ask);
  }
}

function unknown({ store, call }: Ask): Answer {
  store.problems.push(`no such operation: ${call.method} ${call.path}`);
  return { status: 404, json: { error: "404 Not Found" } };
}

/** Refuses an operation that is not there and parameters that it does not have. */
function checked(ask: Ask, what: string, answer: () => Answer): Answer {
  const { call, store } = ask;
  const known = PARAMETERS[`${call.method} ${what}`];
  if (known === undefined) return unknown(ask);
  const strange = [...call.query.keys()].filter((key) => !known.includes(key));
  if (strange.length === 0) return answer();
  store.problems.push(`${call.method} ${call.path}: unknown parameter ${strange.join(", ")}`);
  return { status: 400, json: { error: `${strange.join(", ")} is invalid` } };
}

function ownUser({ store, token }: Ask): Answer {
  if (token === null) return refusal(401, "401 Unauthorized");
  return {
    status: 200,
    json: { ...userJson(store, token.user), email: `${token.user.username}@acme.example`, bot: false },
  };
}

function ownToken({ token }: Ask): Answer {
  if (token === null) return refusal(401, "401 Unauthorized");
  const { scopes, user } = token;
  return {
    status: 200,
    json: { id: 1, name: "gate", revoked: false, scopes, user_id: user.id, active: true, expires_at: null },
  };
}

function usersNamed({ store, call, token }: Ask): Answer {
  if (token === null) return refusal(403, "403 Forbidden - Not authorized to access /api/v4/users");
  const username = call.query.get("username")?.toLowerCase();
  const found = store.users.filter((one) => one.username.toLowerCase() === username);
  return { status: 200, json: found.map((one) => userJson(store, one)) };
}

/** A project is named by its number, or by its path as one segment. */
function projectAnswer(ask: Ask, parts: readonly string[]): Answer {
  const [name = "", what, iid, more, number] = parts;
  const { store, call } = ask;
  const moved = store.renamed.get(name.toLowerCase());
  if (moved !== undefined) {
    const target = `${store.origin()}${call.path.replace(encodeURIComponent(name), encodeURIComponent(moved))}`;
    const query = call.query.size === 0 ? "" : `?${call.query}`;
    return {
      status: 301,
      headers: { location: `${target}${query}` },
      text: "This resource has been moved permanently",
    };
  }
  const project = store.projects.find(
    (one) => one.path.toLowerCase() === name.toLowerCase() || String(one.id) === name,
  );
  if (project === undefined) return forkAnswer(ask, name, parts.slice(1)) ?? NO_PROJECT;
  if (project.isPrivate) return NO_PROJECT;
  if (what !== "issues") return pullsAnswer(ask, project, parts.slice(1)) ?? unknown(ask);
  if (iid === undefined) return checked(ask, "issues", () => listAnswer(ask, project));
  const issue = project.issues.get(Number(iid));
  if (issue === undefined) return NOT_FOUND;
  const kind = more === undefined ? "issue" : number === undefined ? more : "note";
  return checked(ask, kind, () => issueAnswer(ask, project, { issue, kind, note: Number(number) }));
}

function issueAnswer(
  ask: Ask,
  project: Project,
  { issue, kind, note }: { issue: Issue; kind: string; note: number },
): Answer {
  const { store, call } = ask;
  const events = (wanted: (event: Event) => boolean) =>
    paged(
      ask,
      issue.events.filter(wanted).map((event) => eventJson(store, project, event)),
    );
  const requests = (numbers: readonly number[]) =>
    paged(
      ask,
      numbers.map((iid) => requestJson(store, project, iid)),
    );
  switch (`${call.method} ${kind}`) {
    case "GET issue":
      return { status: 200, json: issueJson(store, project, issue) };
    case "PUT issue":
      return updateIssue(ask, project, issue);
    case "GET notes":
      return notesAnswer(ask, issue);
    case "POST notes":
      return createNote(ask, issue);
    case "PUT note":
      return updateNote(ask, issue, note);
    case "GET closed_by":
      return requests(issue.closedBy);
    case "GET related_merge_requests":
      return requests(issue.related);
    case "GET resource_state_events":
      return events(({ state }) => state !== undefined);
    case "GET resource_label_events":
      return events(({ label }) => label !== undefined);
    default:
      return events(({ milestone }) => milestone !== undefined);
  }
}

/** Newest first, unless something else is asked for. */
function notesAnswer(ask: Ask, issue: Issue): Answer {
  const { query } = ask.call;
  const filter = query.get("activity_filter") ?? "all_notes";
  const notes = issue.notes.filter(
    ({ system }) => filter === "all_notes" || system === (filter === "only_activity"),
  );
  if (query.get("sort") !== "asc") notes.reverse();
  return paged(
    ask,
    notes.map((note) => noteJson(ask.store, issue, note)),
  );
}

function listAnswer(ask: Ask, project: Project): Answer {
  const { store, call } = ask;
  const { query } = call;
  const iids = query.getAll("iids[]");
  if (iids.length > 100) {
    store.problems.push(`${iids.length} iids in one question`);
    return { status: 400, json: { error: "iids is too long (maximum is 100)" } };
  }
  const state = query.get("state") ?? "all";
  if (!["all", "opened", "closed"].includes(state))
    return { status: 400, json: { error: "state does not have a valid value" } };
  const fitting = [...project.issues.values()].filter(
    (issue) =>
      (iids.length === 0 || iids.includes(String(issue.iid))) &&
      (state === "all" || issue.state === state) &&
      isWanted(issue, query),
  );
  const key = query.get("order_by") === "updated_at" ? "updatedAt" : "createdAt";
  const sorted = fitting.sort((one, other) => other[key].localeCompare(one[key]) || other.iid - one.iid);
  if (query.get("sort") === "asc") sorted.reverse();
  return paged(
    ask,
    sorted.map((issue) => issueJson(store, project, issue)),
  );
}

function isWanted(issue: Issue, query: URLSearchParams): boolean {
  const labels = (query.get("labels") ?? "").split(",").filter(Boolean);
  const names = query.getAll("assignee_username[]").map((name) => name.toLowerCase());
  const account = query.get("assignee_id");
  const since = Date.parse(query.get("updated_after") ?? "1970-01-01");
  const words = (query.get("search") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${issue.title}\n${issue.description ?? ""}`.toLowerCase();
  return (
    labels.every((label) => issue.labels.includes(label)) &&
    names.every((name) => issue.assignees.some(({ username }) => username === name)) &&
    (account === null || issue.assignees.some(({ id }) => String(id) === account)) &&
    Date.parse(issue.updatedAt) >= since &&
    words.every((word) => text.includes(word))
  );
}

/** A page with GitLab's headers: 20 entries where nothing is said, never more than 100. */
export function paged({ store, call }: Ask, all: readonly unknown[]): Answer {
  const size = Math.min(100, Math.max(1, Number(call.query.get("per_page") ?? 20)));
  const page = Math.max(1, Number(call.query.get("page") ?? 1));
  const pages = Math.max(1, Math.ceil(all.length / size));
  const link = (number: number, relation: string) => {
    const query = new URLSearchParams(call.query);
    query.set("page", String(number));
    return `<${store.origin()}${call.path}?${query}>; rel="${relation}"`;
  };
  const next = page < pages ? String(page + 1) : "";
  return {
    status: 200,
    headers: {
      "x-page": String(page),
      "x-per-page": String(size),
      "x-total": String(all.length),
      "x-total-pages": String(pages),
      "x-next-page": next,
      "x-prev-page": page > 1 ? String(page - 1) : "",
      link: [...(next === "" ? [] : [link(page + 1, "next")]), link(1, "first"), link(pages, "last")].join(
        ", ",
      ),
    },
    json: all.slice((page - 1) * size, page * size),
  };
}

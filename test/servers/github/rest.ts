import { type Answer, type Call, segments } from "../kit.ts";
import { labelsAnswer } from "./labels.ts";
import type { Permissions } from "./permissions.ts";
import { pullsAnswer } from "./pulls.ts";
import { repositoryJson } from "./repository.ts";
import { api, commentJson, eventJson, issueJson, ownUserJson } from "./represent.ts";
import { hits, readSearch } from "./search.ts";
import type { Issue, Repository, Store, User } from "./store.ts";
import { commentAnswer, createComment, updateIssue } from "./write.ts";

/** Who asks, and what he may. */
export interface Asker {
  readonly user: User | null;
  readonly rights: "write" | "triage" | "read" | "app" | "none";
  /** Those of an installation's token; left out: what its rights allow. */
  readonly permissions?: Permissions;
}

/** What a route is answered from. `path`: below the base. */
export interface Ask {
  readonly store: Store;
  readonly asker: Asker;
  readonly call: Call;
  readonly path: string;
}

export function refusal(
  status: number,
  message: string,
  page: string,
  headers: Record<string, string> = {},
): Answer {
  return {
    status,
    headers,
    json: { message, documentation_url: `https://docs.github.com/${page}`, status: String(status) },
  };
}

export const NOT_FOUND = refusal(404, "Not Found", "rest");

export function sees(_: Asker, { isHidden }: Repository): boolean {
  return !isHidden;
}

/** Answers any operation of REST that is served here. */
export function restAnswer(ask: Ask): Answer {
  const [room, ...rest] = segments(ask.path);
  switch (room) {
    case "user":
      return rest.length === 0 ? ownUser(ask) : NOT_FOUND;
    case "search":
      return searchAnswer(ask);
    case "repositories":
    case "repos":
      return repositoryAnswer(ask, room, rest);
    default:
      return NOT_FOUND;
  }
}

function ownUser({ store, asker }: Ask): Answer {
  if (asker.user === null)
    return refusal(401, "Requires authentication", "rest/users/users#get-the-authenticated-user");
  if (asker.rights === "app")
    return refusal(
      403,
      "Resource not accessible by integration",
      "rest/users/users#get-the-authenticated-user",
    );
  const scopes = asker.rights === "read" ? "read:org" : "repo, read:org";
  return { status: 200, headers: { "x-oauth-scopes": scopes }, json: ownUserJson(store, asker.user) };
}

function repositoryAnswer(ask: Ask, room: "repositories" | "repos", parts: readonly string[]): Answer {
  const { store, asker } = ask;
  const length = room === "repos" ? 2 : 1;
  const name = parts.slice(0, length).join("/").toLowerCase();
  const found = store.repositories.find((one) =>
    room === "repos" ? `${one.owner}/${one.name}`.toLowerCase() === name : String(one.id) === name,
  );
  if (found === undefined || !sees(asker, found)) return NOT_FOUND;
  const [what, number, more] = parts.slice(length);
  if (what === undefined) return { status: 200, json: repositoryJson(store, found) };
  if (what !== "issues") return pullsAnswer(ask, found, parts.slice(length)) ?? NOT_FOUND;
  if (number === undefined) return listAnswer(ask, found);
  if (number === "comments") return commentAnswer(ask, found, Number(more));
  const label = parts[length + 3];
  return issueAnswer(ask, found, { number: Number(number), more, label });
}

function issueAnswer(
  ask: Ask,
  repository: Repository,
  { number, more, label }: { number: number; more: string | undefined; label: string | undefined },
): Answer {
  const { store, call } = ask;
  const moved = repository.moved.get(number);
  if (moved !== undefined) {
    // Who may not see where it went is told that there is nothing.
    if (!sees(ask.asker, moved.to)) return NOT_FOUND;
    const url = api(
      store,
      `/repositories/${moved.to.id}/issues/${moved.number}${more === undefined ? "" : `/${more}`}`,
    );
    const documentation_url =
      "https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects";
    return {
      status: 301,
      headers: { location: url },
      json: { message: "Moved Permanently", url, documentation_url },
    };
  }
  if (repository.deleted.has(number))
    return refusal(410, "This issue was deleted", "v3/issues/#get-a-single-issue");
  const issue = repository.issues.get(number);
  if (issue === undefined) return NOT_FOUND;
  if (more === undefined && call.method === "PATCH") return updateIssue(ask, repository, issue);
  if (more === undefined) return { status: 200, json: issueJson(store, repository, issue) };
  if (more === "labels") return labelsAnswer(ask, issue, label);
  if (more === "timeline") return timelineAnswer(ask, repository, issue);
  if (call.method === "POST") return createComment(ask, repository, issue);
  const comments = issue.comments.map((comment) => commentJson(store, repository, { issue, comment }));
  return paged(ask, comments);
}

function timelineAnswer(ask: Ask, repository: Repository, issue: Issue): Answer {
  return paged(
    ask,
    issue.events.map((event) => eventJson(ask.store, repository, event)),
  );
}

function listAnswer(ask: Ask, repository: Repository): Answer {
  const { query } = ask.call;
  const state = query.get("state") ?? "open";
  const labels = (query.get("labels") ?? "").split(",").filter(Boolean);
  const assignee = query.get("assignee");
  const since = Date.parse(query.get("since") ?? "1970-01-01T00:00:00Z");
  const users = ask.store.users.map(({ login }) => login.toLowerCase());
  if (assignee !== null && !users.includes(assignee.toLowerCase()))
    return invalid([{ value: assignee, resource: "Issue", field: "assignee", code: "invalid" }]);
  const fitting = [...repository.issues.values()].filter(
    (issue) =>
      (state === "all" || issue.state === state) &&
      labels.every((label) => issue.labels.some((one) => one.toLowerCase() === label.toLowerCase())) &&
      (assignee === null ||
        issue.assignees.some(({ login }) => login.toLowerCase() === assignee.toLowerCase())) &&
      Date.parse(issue.updatedAt) >= since,
  );
  const key = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const sorted = fitting.sort((one, other) => other[key].localeCompare(one[key]));
  if (query.get("direction") === "asc") sorted.reverse();
  return paged(
    { ...ask, path: `/repositories/${repository.id}/issues` },
    sorted.map((issue) => issueJson(ask.store, repository, issue)),
  );
}

function searchAnswer(ask: Ask): Answer {
  const { store, asker, call } = ask;
  const search = readSearch(call.query.get("q") ?? "");
  if (typeof search === "string") {
    store.problems.push(`search: ${search}`);
    return invalid([{ message: search, resource: "Search", field: "q", code: "invalid" }]);
  }
  const repository = store.repositories.find(
    ({ owner, name }) => `${owner}/${name}`.toLowerCase() === search.repository.toLowerCase(),
  );
  if (repository === undefined || !sees(asker, repository))
    return invalid([
      {
        message:
          "The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.",
        resource: "Search",
        field: "q",
        code: "invalid",
      },
    ]);
  const found = [...repository.issues.values()].filter((issue) => hits(search, issue));
  const items = found.map((issue) => ({ ...issueJson(store, repository, issue), score: 1 }));
  const page = paged(ask, items.slice(0, 1000));
  return {
    ...page,
    json: { total_count: found.length, incomplete_results: false, search_type: "lexical", items: page.json },
  };
}

export function invalid(errors: readonly Record<string, unknown>[]): Answer {
  const documentation_url = "https://docs.github.com/rest/issues/issues#update-an-issue";
  return { status: 422, json: { message: "Validation Failed", errors, documentation_url, status: "422" } };
}

/** A page and its Link header: 30 entries where nothing is said, never more than 100. */
export function paged({ store, call, path }: Ask, all: readonly unknown[]): Answer {
  const size = Math.min(100, Math.max(1, Number(call.query.get("per_page") ?? 30)));
  const page = Math.max(1, Number(call.query.get("page") ?? 1));
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (number: number, relation: string) => {
    const query = new URLSearchParams(call.query);
    query.set("page", String(number));
    return `<${api(store, path)}?${query}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, "prev")] : []),
    ...(page < last ? [link(page + 1, "next"), link(last, "last")] : []),
    ...(page > 1 ? [link(1, "first")] : []),
  ];
  return {
    status: 200,
    headers: links.length === 0 ? {} : { link: links.join(", ") },
    json: all.slice((page - 1) * size, page * size),
  };
}

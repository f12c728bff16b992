import { type Answer, type Call, segments } from "../kit.ts";
import { bodyProblem, edit, refused, transit } from "./change.ts";
import { BadJql, parseJql, sorted } from "./jql.ts";
import { FIELDS, renderChange, renderComment, renderIssue, renderStatus, renderUser } from "./render.ts";
import type { Issue, Jira, User } from "./state.ts";

/** Whose request it is; null: nobody's. */
export interface Caller {
  readonly user: User | null;
  readonly mayWrite: boolean;
}

/** One request, with what is needed to answer it. */
interface Asked {
  readonly jira: Jira;
  readonly call: Call;
  readonly caller: Caller;
  readonly origin: string;
  /** Notes what no client may send. */
  problem(text: string): void;
}

const MISSING = refused(404, ["Issue does not exist or you do not have permission to see it."]);
/** Most keys of one bulkfetch. */
const MOST = 100;
/** What this Data Center's administrator allows as one page, whatever is asked for. */
const DC_PAGE = 100;

/** Answers everything below `/rest` that a provider may ask, and notes what it may not. */
export function route(asked: Asked): Answer {
  const { jira, call } = asked;
  const parts = segments(call.path);
  if (call.headers["user-agent"] === undefined) asked.problem("no user-agent");
  if (call.text !== "" && !/^application\/json/.test(call.headers["content-type"] ?? "")) {
    asked.problem("body without a JSON content type");
    return refused(415, ["Unsupported Media Type"]);
  }
  const [rest, api, version, ...below] = parts;
  if (rest !== "rest") return unknown(asked);
  if (api === "dev-status") return devStatus(asked, version ?? "", below);
  if (api !== "api") return unknown(asked);
  if (version === "2" && below.join("/") === "serverInfo")
    return {
      status: 200,
      json: { version: "10.3.0", deploymentType: jira.flavour === "cloud" ? "Cloud" : "Server" },
    };
  if (version !== (jira.flavour === "cloud" ? "3" : "2")) return unknown(asked);
  return resource(asked, below);
}

function unknown({ call, problem }: Asked): Answer {
  problem(`no such resource: ${call.method} ${call.path}`);
  return {
    status: 404,
    headers: { "content-type": "text/html" },
    text: "<html><body>dead link</body></html>",
  };
}

function resource(asked: Asked, [kind, first, second, third]: readonly string[]): Answer {
  const { call, jira } = asked;
  const what = `${call.method} ${kind}`;
  if (what === "GET myself") return myself(asked);
  if (what === "GET user") return people(asked, first, second);
  if (kind === "search") return search(asked, first);
  if (kind !== "issue" || first === undefined) return unknown(asked);
  if (first === "bulkfetch" && jira.flavour === "cloud") return bulkFetch(asked);
  const issue = jira.find(first);
  if (issue === null || !isVisible(asked, issue))
    return jira.flavour === "cloud" ? MISSING : refused(404, ["Issue Does Not Exist"]);
  if (call.method !== "GET" && !asked.caller.mayWrite)
    return refused(asked.caller.user === null ? 401 : 403, [
      "You do not have permission to edit issues in this project.",
    ]);
  switch (`${call.method} ${second ?? ""}`) {
    case "GET ":
      return oneIssue(asked, issue);
    case "PUT ":
      return edited(asked, issue);
    case "GET changelog":
      return changelog(asked, issue);
    case "GET transitions":
      return transitions(asked, issue);
    case "POST transitions":
      return transition(asked, issue);
    case "GET comment":
      return comments(asked, issue);
    case "POST comment":
    case "PUT comment":
      return comment(asked, issue, third);
    case "GET remotelink":
      queryOf(asked, []);
      return { status: 200, json: issue.links };
    default:
      return unknown(asked);
  }
}

/** One project is public, one is nobody's who asks here; the others are for who is signed in. */
function isVisible({ caller }: Asked, { project, deleted }: Issue): boolean {
  return !deleted && project !== "SECRET" && (caller.user !== null || project === "CORE");
}

function queryOf({ call, problem }: Asked, known: readonly string[]): URLSearchParams {
  for (const name of call.query.keys())
    if (!known.includes(name)) problem(`${call.path}: unknown query ${name}`);
  return call.query;
}

function bodyOf({ call, problem }: Asked, known: readonly string[]): Readonly<Record<string, unknown>> {
  const { json } = call;
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    problem(`${call.path}: no JSON object`);
    return {};
  }
  for (const name of Object.keys(json))
    if (!known.includes(name)) problem(`${call.path}: unknown field ${name}`);
  return { ...json };
}

function fieldsOf({ problem }: Asked, names: unknown): readonly string[] {
  const list = Array.isArray(names) ? names.map(String) : [];
  for (const name of list) if (FIELDS[name] === undefined) problem(`unknown field ${name}`);
  return list;
}

function myself({ jira, caller, origin }: Asked): Answer {
  if (caller.user !== null) return { status: 200, json: renderUser(jira, caller.user, origin, true) };
  return {
    status: 401,
    headers: { "www-authenticate": 'OAuth realm="https%3A%2F%2Facme.atlassian.net"' },
    json: { message: "Client must be authenticated to access this resource.", "status-code": 401 },
  };
}

function people(asked: Asked, first: string | undefined, second: string | undefined): Answer {
  const { jira, origin, caller } = asked;
  if (caller.user === null) return refused(401, ["You are not authenticated."]);
  const isCloud = jira.flavour === "cloud";
  if (first === undefined && !isCloud) {
    const user = jira.users.find(({ key }) => key === queryOf(asked, ["key"]).get("key"));
    return user
      ? { status: 200, json: renderUser(jira, user, origin) }
      : refused(404, ["The user does not exist."]);
  }
  const isAssignable = first === "assignable" && second === "search";
  if (!isAssignable && first !== "search") return unknown(asked);
  const name = isCloud ? "query" : "username";
  const query = queryOf(asked, [name, "maxResults", ...(isAssignable ? ["issueKey", "project"] : [])]);
  const wanted = query.get(name)?.toLowerCase() ?? "";
  if (isAssignable && jira.find(query.get("issueKey") ?? "") === null) return MISSING;
  const hits = jira.users.filter(({ displayName, emailAddress, name: login }) =>
    [displayName, emailAddress, ...(isCloud ? [] : [login])].some((one) =>
      one.toLowerCase().startsWith(wanted),
    ),
  );
  return { status: 200, json: hits.map((user) => renderUser(jira, user, origin)) };
}

function bulkFetch(asked: Asked): Answer {
  const { jira, origin, problem } = asked;
  const { issueIdsOrKeys, fields } = bodyOf(asked, [
    "issueIdsOrKeys",
    "fields",
    "fieldsByKeys",
    "expand",
    "properties",
  ]);
  const keys = Array.isArray(issueIdsOrKeys) ? issueIdsOrKeys.map(String) : [];
  if (keys.length === 0 || keys.length > MOST) {
    problem(`bulkfetch of ${keys.length}`);
    return refused(400, [`A maximum of ${MOST} issues can be requested.`]);
  }
  const found = new Set(keys.flatMap((key) => jira.find(key) ?? []));
  const issues = [...found]
    .filter((issue) => isVisible(asked, issue))
    .sort((one, other) => Number(one.id) - Number(other.id))
    .map((issue) => renderIssue(jira, issue, fieldsOf(asked, fields), origin));
  return { status: 200, json: { expand: "schema,names", issues, issueErrors: [] } };
}

function search(asked: Asked, kind: string | undefined): Answer {
  const { jira, call } = asked;
  const isCloud = jira.flavour === "cloud";
  if (isCloud && kind === undefined) {
    asked.problem("the removed search");
    return refused(410, [
      "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.",
    ]);
  }
  if (call.method !== "POST" || (isCloud ? kind !== "jql" : kind !== undefined)) return unknown(asked);
  try {
    return isCloud ? cloudSearch(asked) : dcSearch(asked);
  } catch (error) {
    if (!(error instanceof BadJql)) throw error;
    asked.problem(`bad JQL: ${error.message}`);
    return { status: 400, json: { errorMessages: [error.message], warningMessages: [] } };
  }
}

function found(asked: Asked, jql: unknown) {
  const query = parseJql(String(jql), asked.jira, asked.caller.user?.accountId ?? null);
  // An archived issue is found by its key alone, never by a search.
  const hits = asked.jira.issues.filter(
    (issue) => isVisible(asked, issue) && issue.archived === null && query.matches(issue),
  );
  return { query, hits: sorted(hits, query) };
}

function cloudSearch(asked: Asked): Answer {
  const { jira, origin, problem } = asked;
  const body = bodyOf(asked, ["jql", "fields", "maxResults", "nextPageToken", "reconcileIssues", "expand"]);
  const { query, hits } = found(asked, body.jql);
  if (!query.bounded)
    throw new BadJql(
      "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.",
    );
  if (
    Array.isArray(body.reconcileIssues) &&
    (body.reconcileIssues.length > 50 || !body.reconcileIssues.every(Number.isInteger))
  )
    problem("reconcileIssues takes 50 numbers");
  const from =
    body.nextPageToken === undefined
      ? 0
      : Number(Buffer.from(String(body.nextPageToken), "base64").toString());
  const size = Math.min(Number(body.maxResults ?? 50), 100);
  const fields = body.fields === undefined ? [] : fieldsOf(asked, body.fields);
  const issues = hits.slice(from, from + size).map((issue) => {
    const { id, ...rest } = renderIssue(jira, issue, fields, origin);
    return fields.length === 0 ? { id } : { id, ...rest };
  });
  const isLast = from + size >= hits.length;
  const nextPageToken = Buffer.from(String(from + size)).toString("base64");
  return { status: 200, json: { issues, isLast, ...(isLast ? {} : { nextPageToken }) } };
}

function dcSearch(asked: Asked): Answer {
  const { jira, origin } = asked;
  const body = bodyOf(asked, ["jql", "startAt", "maxResults", "fields", "expand", "validateQuery"]);
  const { query, hits } = found(asked, body.jql);
  const warnings = query.unknownKeys.map(
    (key) => `An issue with key '${key}' does not exist for field 'key'.`,
  );
  if (warnings.length > 0 && body.validateQuery !== false) return refused(400, warnings);
  const startAt = Number(body.startAt ?? 0);
  const maxResults = Math.min(Number(body.maxResults ?? 50), DC_PAGE);
  const fields = fieldsOf(asked, body.fields);
  const issues = hits
    .slice(startAt, startAt + maxResults)
    .map((issue) => renderIssue(jira, issue, fields, origin));
  return {
    status: 200,
    json: {
      expand: "names,schema",
      startAt,
      maxResults,
      total: hits.length,
      issues,
      ...(warnings.length > 0 ? { warningMessages: warnings } : {}),
    },
  };
}

function oneIssue(asked: Asked, issue: Issue): Answer {
  const { jira, origin } = asked;
  const query = queryOf(asked, ["fields", "expand"]);
  const json = renderIssue(jira, issue, fieldsOf(asked, query.get("fields")?.split(",")), origin);
  if (query.get("expand") !== "changelog") return { status: 200, json };
  const histories = issue.changes.map((change) => renderChange(jira, change, origin));
  const { length } = histories;
  return {
    status: 200,
    json: { ...json, changelog: { startAt: 0, maxResults: length, total: length, histories } },
  };
}

function edited(asked: Asked, issue: Issue): Answer {
  const { fields } = bodyOf(asked, ["fields", "update"]);
  const by = asked.caller.user;
  if (by === null || typeof fields !== "object" || fields === null) return refused(400, ["No fields."]);
  return edit(asked.jira, issue, { ...fields }, by);
}

function changelog(asked: Asked, issue: Issue): Answer {
  const { jira, origin } = asked;
  if (jira.flavour !== "cloud") return unknown(asked);
  const query = queryOf(asked, ["startAt", "maxResults"]);
  const startAt = Number(query.get("startAt") ?? 0);
  const maxResults = Math.min(Number(query.get("maxResults") ?? 100), 100);
  const values = issue.changes
    .slice(startAt, startAt + maxResults)
    .map((change) => renderChange(jira, change, origin));
  const total = issue.changes.length;
  return { status: 200, json: { startAt, maxResults, total, isLast: startAt + maxResults >= total, values } };
}

function ways({ transitions: all }: Jira, { status }: Issue) {
  return all.filter(({ from, to }) => to !== status && (from === null || from.includes(status)));
}

function transitions(asked: Asked, issue: Issue): Answer {
  const { jira, origin, caller } = asked;
  queryOf(asked, ["expand"]);
  const resolution = {
    required: true,
    schema: { type: "resolution", system: "resolution" },
    name: "Resolution",
    key: "resolution",
    operations: ["set"],
    allowedValues: jira.resolutions.map((name, at) => ({ id: String(10000 + at), name })),
  };
  const list = (caller.mayWrite ? ways(jira, issue) : []).map(({ id, name, to, needsResolution }) => ({
    id,
    name,
    to: renderStatus(jira, to, origin),
    hasScreen: needsResolution,
    ...(jira.flavour === "cloud" ? { isGlobal: true, isAvailable: true, isConditional: false } : {}),
    fields: needsResolution ? { resolution } : {},
  }));
  return { status: 200, json: { expand: "transitions", transitions: list } };
}

function transition(asked: Asked, issue: Issue): Answer {
  const { jira, caller } = asked;
  const { transition: wanted, fields } = bodyOf(asked, ["transition", "fields", "update"]);
  const id = typeof wanted === "object" && wanted !== null && "id" in wanted ? wanted.id : null;
  const way = ways(jira, issue).find((one) => one.id === id);
  if (way === undefined || caller.user === null)
    return refused(400, [
      `It seems that you have tried to perform a workflow operation that is not valid for the current state of this issue (${issue.key}).`,
    ]);
  const given: Readonly<Record<string, unknown>> = typeof fields === "object" ? { ...fields } : {};
  if (way.needsResolution && given.resolution === undefined)
    return refused(400, [], { resolution: "Resolution is required." });
  transit(jira, issue, way.to, null, caller.user);
  return { status: 204 };
}

function comments(asked: Asked, issue: Issue): Answer {
  const { jira, origin } = asked;
  const query = queryOf(asked, ["startAt", "maxResults", "orderBy", "expand"]);
  const startAt = Number(query.get("startAt") ?? 0);
  const maxResults = Math.min(Number(query.get("maxResults") ?? 50), 100);
  const page = issue.comments
    .slice(startAt, startAt + maxResults)
    .map((one) => renderComment(jira, one, origin));
  return { status: 200, json: { startAt, maxResults, total: issue.comments.length, comments: page } };
}

function comment(asked: Asked, issue: Issue, id: string | undefined): Answer {
  const { jira, caller, call, origin } = asked;
  const { body } = bodyOf(asked, ["body", "visibility"]);
  const problem = bodyProblem(jira, body);
  if (problem !== null) {
    asked.problem(problem);
    return refused(400, [], { comment: problem });
  }
  const now = jira.tick();
  if (call.method === "POST") {
    const made = {
      id: jira.nextId(),
      body,
      author: caller.user?.accountId ?? "",
      created: now,
      updated: now,
    };
    issue.comments.push(made);
    return { status: 201, json: renderComment(jira, made, origin) };
  }
  const old = issue.comments.find((one) => one.id === id);
  if (old === undefined) return refused(404, [`Can not find a comment for the id: ${id ?? ""}.`]);
  old.body = body;
  old.updated = now;
  return { status: 200, json: renderComment(jira, old, origin) };
}

function devStatus(asked: Asked, version: string, path: readonly string[]): Answer {
  const { jira } = asked;
  if (version !== (jira.flavour === "cloud" ? "1.0" : "latest") || path[0] !== "issue") return unknown(asked);
  const query = queryOf(asked, ["issueId", "applicationType", "dataType"]);
  const issue = jira.issues.find(({ id }) => id === query.get("issueId"));
  const pulls = issue !== undefined && isVisible(asked, issue) ? issue.pulls : [];
  if (path[1] === "summary") {
    const count = {
      overall: { count: pulls.length },
      byInstanceType: pulls.length === 0 ? {} : { GitHub: { count: pulls.length, name: "GitHub" } },
    };
    return {
      status: 200,
      json: { errors: [], configErrors: [], summary: { pullrequest: count, branch: count, build: count } },
    };
  }
  const branches = pulls.map(({ branch, repository }) => ({
    name: branch,
    url: `https://github.com/${repository}/tree/${branch}`,
    repository: { name: repository },
  }));
  const pullRequests = pulls.map(({ id, name, url, repository }) => ({
    id,
    name,
    url,
    status: "OPEN",
    repositoryName: repository,
  }));
  const isBranch = query.get("dataType") === "branch";
  return {
    status: 200,
    json: {
      errors: [],
      detail: [
        { branches: isBranch ? branches : [], pullRequests: isBranch ? [] : pullRequests, repositories: [] },
      ],
    },
  };
}

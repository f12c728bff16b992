import { type Answer, segments } from "../kit.ts";
import { type Asked, bodyOf, fieldsOf, isVisible, queryOf } from "./asked.ts";
import { addComment, bodyProblem, edit, refused, transit } from "./change.ts";
import { devStatus } from "./dev-status.ts";
import {
  renderChange,
  renderChangelog,
  renderComment,
  renderIssue,
  renderStatus,
  renderUser,
} from "./render.ts";
import { bulkChangelogs, bulkFetch, search } from "./search.ts";
import type { Issue, Jira } from "./state.ts";

const MISSING = refused(404, ["Issue does not exist or you do not have permission to see it."]);

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
  if (api === "dev-status") return devStatus(asked, version ?? "", below) ?? unknown(asked);
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
  if (what === "GET status" && first === undefined)
    return { status: 200, json: jira.statuses.map(({ name }) => renderStatus(jira, name, asked.origin)) };
  if (what === "POST changelog" && first === "bulkfetch" && jira.flavour === "cloud")
    return bulkChangelogs(asked);
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

function oneIssue(asked: Asked, issue: Issue): Answer {
  const { jira, origin } = asked;
  const query = queryOf(asked, ["fields", "expand"]);
  const json = renderIssue(jira, issue, fieldsOf(asked, query.get("fields")?.split(",")), origin);
  if (query.get("expand") !== "changelog") return { status: 200, json };
  return { status: 200, json: { ...json, changelog: renderChangelog(jira, issue, origin) } };
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
  if (call.method === "POST") {
    const made = addComment(jira, issue, caller.user?.accountId ?? "", body);
    return { status: 201, json: renderComment(jira, made, origin) };
  }
  const old = issue.comments.find((one) => one.id === id);
  if (old === undefined) return refused(404, [`Can not find a comment for the id: ${id ?? ""}.`]);
  old.body = body;
  old.updated = jira.tick();
  return { status: 200, json: renderComment(jira, old, origin) };
}

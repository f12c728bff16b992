import type { Answer } from "../kit.ts";
import { type Asked, bodyOf, fieldsOf, isVisible } from "./asked.ts";
import { refused } from "./change.ts";
import { BadJql, parseJql, sorted } from "./jql.ts";
import { renderChange, renderChangelog, renderIssue } from "./render.ts";

/** Most keys of one bulkfetch. */
const MOST = 100;
/** What this Data Center's administrator allows as one page, whatever is asked for. */
const DC_PAGE = 100;

/** The batch by keys, which only Cloud has. */
export function bulkFetch(asked: Asked): Answer {
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

/** Changes of a thousand issues at most, a page at a time, which only Cloud has. Its times are numbers. */
export function bulkChangelogs(asked: Asked): Answer {
  const { jira, origin, problem } = asked;
  const body = bodyOf(asked, ["issueIdsOrKeys", "fieldIds", "maxResults", "nextPageToken"]);
  const keys = Array.isArray(body.issueIdsOrKeys) ? body.issueIdsOrKeys.map(String) : [];
  const fields = Array.isArray(body.fieldIds) ? body.fieldIds.map(String) : [];
  const size = Number(body.maxResults ?? 1000);
  if (keys.length === 0 || keys.length > 1000 || fields.length > 10 || size > 10_000) {
    problem(`changelog/bulkfetch of ${keys.length} issues, ${fields.length} fields, ${size} changes`);
    return refused(400, ["Invalid request."]);
  }
  const issues = [...new Set(keys.flatMap((key) => jira.find(key) ?? []))].filter((one) =>
    isVisible(asked, one),
  );
  const all = issues.flatMap((issue) =>
    issue.changes
      .filter(({ items }) => fields.length === 0 || items.some(({ field }) => fields.includes(field)))
      .map((change) => ({ issue, change: renderChange(jira, change, origin) })),
  );
  const from = body.nextPageToken === undefined ? 0 : Number(body.nextPageToken);
  const page = all.slice(from, from + size);
  const issueChangeLogs = issues.flatMap((issue) => {
    const own = page.filter((one) => one.issue === issue);
    const changeHistories = own.map(({ change }) => ({ ...change, created: Date.parse(change.created) }));
    return changeHistories.length === 0 ? [] : [{ issueId: issue.id, changeHistories }];
  });
  const nextPageToken = from + size < all.length ? String(from + size) : null;
  return { status: 200, json: { issueChangeLogs, nextPageToken } };
}

/** Cloud's search/jql or Data Center's search. */
export function search(asked: Asked, kind: string | undefined): Answer {
  const { jira, call } = asked;
  const isCloud = jira.flavour === "cloud";
  if (isCloud && kind === undefined) {
    asked.problem("the removed search");
    return refused(410, [
      "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.",
    ]);
  }
  if (call.method !== "POST" || (isCloud ? kind !== "jql" : kind !== undefined))
    return { status: 405, text: "Method Not Allowed" };
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
  const withChanges = Array.isArray(body.expand) && body.expand.includes("changelog");
  const issues = hits.slice(startAt, startAt + maxResults).map((issue) => ({
    ...renderIssue(jira, issue, fields, origin),
    ...(withChanges ? { changelog: renderChangelog(jira, issue, origin) } : {}),
  }));
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

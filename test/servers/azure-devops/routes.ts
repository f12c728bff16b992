import { type Answer, type Call, segments } from "../kit.ts";
import { addComment, apply, plan, rewrite } from "./change.ts";
import type { World } from "./index.ts";
import { type Item, KNOWN_FIELDS, PEOPLE, PROJECT, PROJECT_ID, TYPES } from "./model.ts";
import { pullsAnswer } from "./pulls.ts";
import { badQuery, failure, noEdit, notFound, ok } from "./replies.ts";
import { BadQuery, readWiql } from "./wiql.ts";

const MOST_IN_BATCH = 200;
const MOST_IN_QUERY = 20_000;

/** What one request asks, below the organization. `project`: null where the path names none. */
interface Asked {
  readonly call: Call;
  readonly world: World;
  readonly project: string | null;
  readonly version: string;
}

/** Answers every request that is spoken here; another one is a problem. */
export function route(call: Call, world: World): Answer {
  const [, ...rest] = segments(call.path);
  const project = rest[0] === "_apis" ? null : (rest[0] ?? null);
  const path = rest.slice(project === null ? 1 : 2).join("/");
  const version = call.query.get("api-version") ?? "";
  const asked: Asked = { call, world, project, version };
  const one = `${call.method} ${path}`;
  const [, id, tail] = /^\w+ wit\/workitems\/(\d+)(?:\/(.+))?$/i.exec(one) ?? [];
  if (one === "GET connectionData") return connection(asked);
  if (path.startsWith("git/")) return pullsAnswer(call, world, path) ?? unknown(asked, one);
  if (one === "POST wit/workitemsbatch") return batch(asked);
  if (one === "POST wit/wiql" && project !== null) return wiql(asked);
  if (one === "GET wit/reporting/workitemrevisions" && project !== null) return revisions(asked);
  const [, type] = /^GET wit\/workitemtypes\/([^/]+)\/states$/.exec(one) ?? [];
  if (type !== undefined && project !== null) return states(asked, type);
  if (id === undefined) return unknown(asked, one);
  const item = visible(world, Number(id), project);
  if (item === null) return notFound(id);
  if (tail === undefined && call.method === "GET") return single(asked, item);
  if (tail === undefined && call.method === "PATCH") return patch(asked, item);
  if (tail === "updates" && call.method === "GET") return updates(asked, item);
  if (tail?.startsWith("comments") && project !== null) return comments(asked, item, tail);
  return unknown(asked, one);
}

function unknown({ world }: Asked, one: string): Answer {
  world.problems.push(`${one}: there is no such request`);
  return failure({ status: 404, message: "The controller for path was not found.", type: "HttpException" });
}

/** Null: not there, deleted, not to be seen, or of another project than the path names. */
function visible({ items }: World, id: number, project: string | null): Item | null {
  const item = items.get(id);
  if (item === undefined || item.deleted || item.secret) return null;
  return project === null || item.fields["System.TeamProject"] === project ? item : null;
}

function connection({ world, version }: Asked): Answer {
  const person = world.mayWrite ? PEOPLE[0] : PEOPLE[1];
  const user = {
    id: person.id,
    descriptor: `Microsoft.IdentityModel.Claims.ClaimsIdentity;x\\${person.uniqueName}`,
    providerDisplayName: person.displayName,
    isActive: true,
    properties: { Account: { $type: "System.String", $value: person.uniqueName } },
  };
  return ok({ authenticatedUser: user, authorizedUser: user, deploymentType: "hosted" }, version);
}

function told(
  { id, rev, fields, relations }: Item,
  { world }: Asked,
  expand: string | null,
  wanted?: readonly string[],
) {
  const url = `${world.base}/${PROJECT_ID}/_apis/wit/workItems/${id}`;
  const some =
    wanted === undefined
      ? fields
      : Object.fromEntries(Object.entries(fields).filter(([name]) => wanted.includes(name)));
  const links = { self: { href: url }, html: { href: `${world.base}/${PROJECT_ID}/_workitems/edit/${id}` } };
  return {
    id,
    rev,
    fields: some,
    ...(expand === "relations" || expand === "all" ? { relations } : {}),
    ...(wanted === undefined ? { _links: links } : {}),
    url,
  };
}

/** Holes for what can't be read, and an order of its own. */
function batch(asked: Asked): Answer {
  const { call, world, project, version } = asked;
  const body = isRecord(call.json) ? call.json : {};
  const { ids, fields, errorPolicy = "fail", ...more } = body;
  if (!isNumbers(ids) || !isNames(fields) || Object.keys(more).length > 0) {
    world.problems.push(`workitemsbatch: ${call.text.slice(0, 200)}`);
    return failure({
      status: 400,
      message: "The request body is not valid.",
      type: "VssPropertyValidationException",
    });
  }
  if (ids.length > MOST_IN_BATCH) {
    world.problems.push(`workitemsbatch of ${ids.length}`);
    const message = `VS403474: You requested ${ids.length} work items which exceeds the limit of 200.`;
    return failure({ status: 400, message, type: "WorkItemsBatchLimitExceededException" });
  }
  const strange = fields.find((name) => !KNOWN_FIELDS.has(name));
  if (strange !== undefined) {
    world.problems.push(`workitemsbatch: field ${strange}`);
    return failure({
      status: 400,
      message: `TF51535: Cannot find field ${strange}.`,
      type: "WorkItemTrackingFieldDefinitionNotFoundException",
    });
  }
  const found = ids.map((id) => visible(world, id, project));
  const hole = ids[found.indexOf(null)];
  if (errorPolicy !== "omit" && hole !== undefined) return notFound(hole);
  const value = found.map((item) => (item === null ? null : told(item, asked, null, fields))).reverse();
  return ok({ count: value.length, value }, version);
}

function wiql({ call, world, project, version }: Asked): Answer {
  const text = isRecord(call.json) && typeof call.json.query === "string" ? call.json.query : "";
  try {
    const { test, order } = readWiql(text, {
      project: project ?? PROJECT,
      me: PEOPLE[world.mayWrite ? 0 : 1].id,
    });
    const found = [...world.items.values()].filter((item) => !item.deleted && !item.secret && test(item));
    const top = Number(call.query.get("$top") ?? Number.POSITIVE_INFINITY);
    if (order !== null) found.sort(sorter(order));
    const some = found.slice(0, top);
    if (some.length > MOST_IN_QUERY)
      return badQuery(
        "VS402337: The number of work items returned exceeds the size limit of 20000. Change the query to return fewer items.",
      );
    const workItems = some.map(({ id }) => ({ id, url: `${world.base}/_apis/wit/workItems/${id}` }));
    return ok(
      { queryType: "flat", queryResultType: "workItem", asOf: world.tick(), columns: [], workItems },
      version,
    );
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error;
    world.problems.push(`WIQL: ${error.message}`);
    return badQuery(error.message);
  }
}

function sorter({ field, descending }: { field: string; descending: boolean }) {
  const sign = descending ? -1 : 1;
  return (a: Item, b: Item) => sign * (String(a.fields[field]) < String(b.fields[field]) ? -1 : 1);
}

function states({ version }: Asked, type: string): Answer {
  const stages = TYPES[type];
  if (stages === undefined)
    return failure({
      status: 404,
      message: `VS402323: Work item type ${type} does not exist in project ${PROJECT} or you do not have permission to access it.`,
      type: "WorkItemTypeNotFoundException",
    });
  const value = stages.map(([name, color, category]) => ({ name, color, category }));
  return ok({ count: value.length, value }, version);
}

function single(asked: Asked, item: Item): Answer {
  return ok(told(item, asked, asked.call.query.get("$expand")), asked.version);
}

function patch(asked: Asked, item: Item): Answer {
  const { call, world, version } = asked;
  const type = call.headers["content-type"] ?? "";
  if (!type.startsWith("application/json-patch+json")) {
    world.problems.push(`PATCH of a work item as ${type}`);
    return failure({
      status: 415,
      message: `The request indicated a Content-Type of "${type}" for method type "PATCH" which is not supported. Valid content types for this method are: application/json-patch+json.`,
      type: "VssRequestContentTypeNotSupportedException",
    });
  }
  if (!world.mayWrite) return noEdit();
  const planned = plan(item, call.json, version.startsWith("7.2"));
  if ("refused" in planned) return planned.refused;
  apply(item, planned.fields, world.tick());
  return ok(told(item, asked, null), version);
}

/** Each change with the person, and the year 9999 for the last one. */
function updates({ call, world, version }: Asked, item: Item): Answer {
  const skip = Number(call.query.get("$skip") ?? 0);
  const top = Math.min(Number(call.query.get("$top") ?? 200), 200);
  const value = item.updates.slice(skip, skip + top).map(({ rev, fields }, at) => ({
    id: rev,
    workItemId: item.id,
    rev,
    revisedBy: PEOPLE[0],
    revisedDate: item.updates[skip + at + 1]?.at ?? "9999-01-01T00:00:00Z",
    fields,
    url: `${world.base}/_apis/wit/workItems/${item.id}/updates/${rev}`,
  }));
  return ok({ count: value.length, value }, version);
}

const MOST_REVISIONS = 1000;

/** Every revision of a project's work items, in the order in which they were made. */
function revisions({ call, world, project, version }: Asked): Answer {
  const { query } = call;
  const fields = (query.get("fields") ?? "").split(",");
  const top = Number(query.get("$maxPageSize") ?? 200);
  const strange = fields.find((name) => !KNOWN_FIELDS.has(name));
  if (strange !== undefined || top > MOST_REVISIONS || query.get("includeIdentityRef") !== "true")
    world.problems.push(`workitemrevisions: ${query}`);
  const all = [...world.items.values()]
    .filter(({ deleted, secret }) => !deleted && !secret)
    .flatMap(revisionsOf)
    .filter((one) => one.fields["System.TeamProject"] === project)
    .sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
  const from = Number(query.get("continuationToken") ?? 0);
  const values = all.slice(from, from + top).map(({ id, rev, fields: told }) => ({
    id,
    rev,
    fields: Object.fromEntries(Object.entries(told).filter(([name]) => fields.includes(name))),
  }));
  const continuationToken = String(from + values.length);
  const isLastBatch = from + top >= all.length;
  return ok({ values, nextLink: `${world.base}/next`, continuationToken, isLastBatch }, version);
}

/** What all fields were after every change. */
function revisionsOf({ id, updates: changes }: Item) {
  let fields: Record<string, unknown> = {};
  return changes.map(({ rev, at, fields: changed }) => {
    const news = Object.entries(changed).map(([name, { newValue }]) => [name, newValue] as const);
    fields = { ...fields, ...Object.fromEntries(news) };
    return { id, rev, at, fields };
  });
}

function comments({ call, world, version }: Asked, item: Item, tail: string): Answer {
  if (!/^7\.[12]-preview\.4$/.test(version)) {
    world.problems.push(`comments: api-version ${version}`);
    return failure({
      status: 400,
      message: "The requested version is under preview.",
      type: "VssInvalidPreviewVersionException",
    });
  }
  const [, number] = /^comments\/(\d+)$/.exec(tail) ?? [];
  if (call.method === "GET" && number === undefined) {
    const from = Number(call.query.get("continuationToken") ?? 0);
    const top = Math.min(Number(call.query.get("$top") ?? 200), 200);
    const page = item.comments.slice(from, from + top);
    const more = from + top < item.comments.length ? { continuationToken: String(from + top) } : {};
    const all = page.map((one) => ({ workItemId: item.id, ...one }));
    return ok({ totalCount: item.comments.length, count: page.length, comments: all, ...more }, version);
  }
  const text = isRecord(call.json) ? call.json.text : undefined;
  if (typeof text !== "string" || text === "" || call.query.get("format") !== "markdown") {
    world.problems.push(`comment: ${call.text.slice(0, 200)}`);
    return failure({
      status: 400,
      message: "The comment text is not valid.",
      type: "VssPropertyValidationException",
    });
  }
  if (!world.mayWrite) return noEdit();
  const known = item.comments.find(({ id }) => id === Number(number));
  if (call.method === "PATCH" && known !== undefined) {
    rewrite(known, text, world.tick());
    return ok({ workItemId: item.id, ...known }, version);
  }
  if (call.method !== "POST" || number !== undefined) return notFound(item.id);
  const made = addComment(item, PEOPLE[0], text, world.tick());
  return ok({ workItemId: item.id, ...made }, version);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNumbers(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((one) => Number.isInteger(one) && one < 2 ** 31)
  );
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}

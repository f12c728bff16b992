import { type Answer, type Call, segments } from "../kit.ts";
import { BadFilter, recordOf, wantedBy } from "./filter.ts";
import { DATABASE, type Page, PEOPLE, richText, SOURCE, SOURCES, told } from "./model.ts";

const MOST = 100;
/** The connection itself. */
const GATE = "b0700000-0000-4000-8000-000000000004";
const REQUEST = "9a1b2c3d-0000-4000-8000-000000000003";
const HEADERS = { "x-notion-request-id": REQUEST };

/** What a request may read and change. */
export interface World {
  readonly pages: Map<string, Page>;
  readonly problems: string[];
  readonly mayWrite: boolean;
  /** Time of the next change. */
  tick(): string;
}

const ok = (json: unknown): Answer => ({ status: 200, json, headers: HEADERS });

/** An error as this service words all of them. */
export function failure(
  status: number,
  code: string,
  message: string,
  more: Record<string, string> = {},
): Answer {
  return {
    status,
    json: { object: "error", status, code, message, request_id: REQUEST },
    headers: { ...HEADERS, ...more },
  };
}

const invalid = (message: string) => failure(400, "validation_error", message);
const restricted = () => failure(403, "restricted_resource", "Insufficient permissions for this endpoint.");
const missing = (what: string, id: string) =>
  failure(
    404,
    "object_not_found",
    `Could not find ${what} with ID: ${id}. Make sure the relevant pages and databases are shared with your integration.`,
  );

/** Answers every request that is spoken here; another one is a problem. */
export function route(call: Call, world: World): Answer {
  const [, kind = "", id = "", part = ""] = segments(call.path);
  switch (`${call.method} ${[kind, id && "*", part].filter(Boolean).join("/")}`) {
    case "GET users":
      return listOf(call.query.get("start_cursor"), PEOPLE);
    case "GET users/*":
      return ok({
        object: "user",
        id: GATE,
        name: "Gate",
        type: "bot",
        bot: { owner: { type: "workspace", workspace: true } },
      });
    case "GET data_sources/*":
      return source(id);
    case "GET databases/*":
      return same(id, DATABASE)
        ? ok({ object: "database", id: DATABASE, data_sources: [{ id: SOURCE, name: "Tasks" }] })
        : missing("database", id);
    case "POST data_sources/*/query":
      return query(call, world, id);
    case "GET pages/*":
    case "PATCH pages/*":
    case "GET pages/*/markdown":
    case "PATCH pages/*/markdown":
      return ofPage(call, world, { id, part });
    case "GET comments":
      return comments(call, world);
    case "POST comments":
      return addComment(call, world);
    default:
      world.problems.push(`${call.method} ${call.path}: there is no such request`);
      return failure(400, "invalid_request_url", "Invalid request URL.");
  }
}

function same(one: string, other: string): boolean {
  return one.replaceAll("-", "").toLowerCase() === other.replaceAll("-", "");
}

function source(id: string): Answer {
  const found = SOURCES.find((one) => same(id, one.id));
  if (found === undefined) return missing("data_source", id);
  const { database, properties } = found;
  return ok({
    object: "data_source",
    id: found.id,
    parent: { type: "database_id", database_id: database },
    in_trash: false,
    properties,
  });
}

function find({ pages }: World, id: string): Page | undefined {
  const page = [...pages.values()].find((one) => same(id, one.id));
  return page?.secret === true ? undefined : page;
}

function ofPage(call: Call, world: World, { id, part }: { id: string; part: string }): Answer {
  if (!/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(id))
    return invalid(`path failed validation: path.page_id should be a valid uuid, instead was \`"${id}"\`.`);
  const page = find(world, id);
  if (page === undefined) return missing("page", id);
  const markdown = () =>
    ok({
      object: "page_markdown",
      id: page.id,
      markdown: page.markdown,
      truncated: false,
      unknown_block_ids: [],
    });
  if (call.method === "GET") return part === "markdown" ? markdown() : ok(told(page));
  if (!world.mayWrite) return restricted();
  if (page.trashed)
    return invalid("Can't edit block that is archived. You must unarchive the block before editing.");
  if (part === "") return update(call, world, page);
  const { type, replace_content } = recordOf(call.json);
  const { new_str } = recordOf(replace_content);
  if (type !== "replace_content" || typeof new_str !== "string")
    return problem(world, "PATCH markdown", call);
  page.markdown = new_str;
  page.edited = world.tick();
  return markdown();
}

function problem({ problems }: World, what: string, { text }: Call): Answer {
  problems.push(`${what}: ${text.slice(0, 200)}`);
  return invalid("body failed validation.");
}

/** A status must be there already; a tag is made when it is not. */
function update(call: Call, world: World, page: Page): Answer {
  const { Name, Status, Assignee, Tags, ...strange } = recordOf(recordOf(call.json).properties);
  if (Object.keys(strange).length > 0) return problem(world, "PATCH page", call);
  if (Status !== undefined) {
    const name = String(recordOf(recordOf(Status).status).name);
    const known = SOURCES[0].properties.Status.status.options.some((option) => option.name === name);
    if (!known) return invalid(`Invalid status option. Status option "${name}" does not exist".`);
    page.status = name;
  }
  if (Name !== undefined) {
    const pieces = listIn(recordOf(Name).title).map((one) => String(recordOf(recordOf(one).text).content));
    if (pieces.some((piece) => piece.length > 2000))
      return invalid("body.properties.Name.title[0].text.content.length should be ≤ `2000`.");
    page.title = pieces.join("");
  }
  if (Assignee !== undefined)
    page.people = listIn(recordOf(Assignee).people).map((one) => String(recordOf(one).id));
  if (Tags !== undefined) {
    const names = listIn(recordOf(Tags).multi_select).map((one) => String(recordOf(one).name));
    if (names.some((name) => name.includes(",")))
      return invalid("Invalid multi_select option, commas not allowed");
    page.tags = names;
  }
  page.edited = world.tick();
  return ok(told(page));
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Pages of a data source without those in the trash, a hundred at a time, behind an opaque cursor. */
function query(call: Call, world: World, id: string): Answer {
  const source = SOURCES.find((one) => same(id, one.id))?.id;
  if (source === undefined) return missing("data_source", id);
  const { filter, sorts, page_size = MOST, start_cursor = null, ...strange } = recordOf(call.json);
  if (Object.keys(strange).length > 0 || Number(page_size) > MOST) return problem(world, "query", call);
  try {
    const isWanted = filter === undefined ? () => true : wantedBy(filter);
    const all = [...world.pages.values()].filter(
      (page) => page.source === source && !(page.trashed || page.secret) && isWanted(page),
    );
    const direction = /^\[\{"timestamp":"last_edited_time","direction":"(a|de)scending"\}\]$/.exec(
      JSON.stringify(sorts) ?? "",
    )?.[1];
    const sign = direction === "a" ? 1 : -1;
    if (direction !== undefined)
      all.sort((a, b) => sign * (Number(a.edited > b.edited) - Number(a.edited < b.edited)));
    return queried(all, start_cursor, Number(page_size));
  } catch (error) {
    if (!(error instanceof BadFilter)) throw error;
    world.problems.push(error.message);
    return invalid(error.message);
  }
}

/** Most pages that one query goes through. */
const MOST_LISTED = 10_000;

/** A query that ends before its end says so, where it ends. */
function queried(all: readonly Page[], cursor: unknown, size: number): Answer {
  const page = listOf(cursor, all.slice(0, MOST_LISTED), size, told);
  const isEnd = recordOf(page.json).next_cursor === null;
  if (!isEnd || all.length <= MOST_LISTED) return page;
  const request_status = { type: "incomplete", incomplete_reason: "query_result_limit_reached" };
  return { ...page, json: { ...recordOf(page.json), request_status } };
}

const CURSOR = "cursor-";

/** `write`: how the API writes one of them; nobody else is written. */
function listOf<T>(
  cursor: unknown,
  all: readonly T[],
  size = MOST,
  write: (one: T) => unknown = (one) => one,
): Answer {
  const from = typeof cursor === "string" ? Number(cursor.slice(CURSOR.length)) : 0;
  const more = from + size < all.length;
  return ok({
    object: "list",
    results: all.slice(from, from + size).map(write),
    next_cursor: more ? `${CURSOR}${from + size}` : null,
    has_more: more,
  });
}

function comments({ query: asked }: Call, world: World): Answer {
  const page = find(world, asked.get("block_id") ?? "");
  if (page === undefined) return missing("block", asked.get("block_id") ?? "");
  const all = page.comments.map(commentTold);
  return listOf(asked.get("start_cursor"), all, Number(asked.get("page_size") ?? MOST));
}

function addComment(call: Call, world: World): Answer {
  const { parent, markdown, ...strange } = recordOf(call.json);
  const id = String(recordOf(parent).page_id);
  const page = find(world, id);
  if (page === undefined) return missing("page", id);
  if (typeof markdown !== "string" || Object.keys(strange).length > 0)
    return problem(world, "POST comment", call);
  if (!world.mayWrite) return restricted();
  return ok(commentTold(comment(page, GATE, markdown, world.tick())));
}

/** Puts a comment below a page. */
export function comment(page: Page, by: string, markdown: string, at: string): Page["comments"][number] {
  const made = { id: `c${page.comments.length + 1}`, markdown, by, created: at, edited: at };
  page.comments.push(made);
  return made;
}

/** What is read back has lost its Markdown. */
function commentTold({ id, markdown, by, created, edited }: Page["comments"][number]) {
  const text = markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\*\*|`|^#+ /gm, "");
  return {
    object: "comment",
    id,
    discussion_id: "d1",
    created_time: created,
    last_edited_time: edited,
    created_by: { object: "user", id: by },
    rich_text: richText(text),
  };
}

import { type Answer, type Call, segments } from "../kit.ts";
import { ADA, type Comment, LISTS, MEMBERS, statusOf, type Task, TEAM, told } from "./model.ts";

const PAGE_OF_TASKS = 100;
const PAGE_OF_COMMENTS = 25;

/** What a request may read and change. */
export interface World {
  readonly tasks: Map<string, Task>;
  readonly problems: string[];
  /** Milliseconds of the next change. */
  tick(): number;
}

const LIMITS = {
  "x-ratelimit-limit": "100",
  "x-ratelimit-remaining": "97",
  "x-ratelimit-reset": "1795346460",
};

const answer = (status: number, json: unknown): Answer => ({ status, json, headers: LIMITS });
export const refusal = (status: number, err: string, ECODE: string): Answer => answer(status, { err, ECODE });
const FOREIGN = () => refusal(401, "Team not authorized", "OAUTH_027");

/** Parameters that each request may carry; another one is a problem. */
const KNOWN =
  /^(?:custom_task_ids|team_id|include_markdown_description|start|start_id|page|include_closed|subtasks|order_by|reverse|date_updated_gt|(?:space_ids|assignees|statuses|tags)\[\])$/;

/** Answers every request that is spoken here; another one is a problem. */
export function route(call: Call, world: World): Answer {
  const [, , kind = "", id = "", part = "", ...rest] = segments(call.path);
  const strange = [...call.query.keys()].filter((name) => !KNOWN.test(name));
  if (strange.length > 0) world.problems.push(`${call.method} ${call.path}: ${strange.join(", ")}`);
  const one = `${call.method} ${[kind, id && "*", part, rest.length > 0 ? "*" : ""].filter(Boolean).join("/")}`;
  switch (one) {
    case "GET user":
      return answer(200, { user: { ...MEMBERS[0], timezone: "Europe/Paris" } });
    case "GET team":
      return answer(200, { teams: [{ id: TEAM, name: "Acme", members: MEMBERS.map((user) => ({ user })) }] });
    case "GET team/*/custom_item":
      return id === TEAM
        ? answer(200, { custom_items: [{ id: 1004, name: "Bug", name_plural: "Bugs" }] })
        : FOREIGN();
    case "GET team/*/task":
      return id === TEAM ? page(call, world) : FOREIGN();
    case "GET list/*":
      return listOf(id);
    case "PUT comment/*":
      return editComment(call, world, id);
    default:
      return kind === "task" ? ofTask(call, world, { id, part, rest }) : unknown(world, one);
  }
}

function unknown({ problems }: World, one: string): Answer {
  problems.push(`${one}: there is no such request`);
  return refusal(404, "Route not found", "APP_001");
}

function ofTask(
  call: Call,
  world: World,
  { id, part, rest }: { id: string; part: string; rest: readonly string[] },
): Answer {
  const task = find(call, world, id);
  if (task === undefined || task.secret) return FOREIGN();
  if (task.deleted) return refusal(404, "Task not found, deleted", "ITEM_013");
  switch (`${call.method} ${part}`) {
    case "GET ":
      return answer(200, told(task, call.query.get("include_markdown_description") === "true"));
    case "PUT ":
      return update(call, world, task);
    case "GET comment":
      return comments(call, task);
    case "POST comment":
      return addComment(call, world, task);
    case "POST tag":
    case "DELETE tag":
      return setTag(call, world, { task, tag: rest[0] ?? "" });
    case "GET time_in_status":
      return times(task);
    default:
      return unknown(world, `${call.method} task/*/${part}`);
  }
}

/** The workspace's own ids count only where both parameters say so. */
function find({ query }: Call, { tasks }: World, id: string): Task | undefined {
  if (query.get("custom_task_ids") !== "true") return tasks.get(id);
  if (query.get("team_id") !== TEAM) return undefined;
  return [...tasks.values()].find(({ customId }) => customId === id);
}

/** A page of a hundred; closed tasks and subtasks only where they are asked for. */
function page({ query }: Call, { tasks }: World): Answer {
  const some = (name: string) => query.getAll(name);
  const matches = (wanted: readonly string[], own: readonly string[]) =>
    wanted.length === 0 || wanted.some((one) => own.includes(one));
  const all = [...tasks.values()].filter(
    (task) =>
      task.team === TEAM &&
      !(task.deleted || task.secret || task.archived) &&
      (query.get("include_closed") === "true" || statusOf(task)?.type !== "closed") &&
      (query.get("subtasks") === "true" || task.parent === null) &&
      matches(some("space_ids[]"), [task.space]) &&
      matches(some("statuses[]"), [task.status]) &&
      matches(some("tags[]"), task.tags) &&
      matches(
        some("assignees[]"),
        task.assignees.map(({ id }) => String(id)),
      ) &&
      task.updated > Number(query.get("date_updated_gt") ?? 0),
  );
  const sign = query.get("reverse") === "true" ? -1 : 1;
  if (query.get("order_by") === "updated") all.sort((a, b) => sign * (a.updated - b.updated));
  const from = Number(query.get("page") ?? 0) * PAGE_OF_TASKS;
  const shown = all.slice(from, from + PAGE_OF_TASKS);
  const markdown = query.get("include_markdown_description") === "true";
  return answer(200, {
    tasks: shown.map((task) => told(task, markdown)),
    last_page: from + PAGE_OF_TASKS >= all.length,
  });
}

function listOf(id: string): Answer {
  const statuses = LISTS[id];
  if (statuses === undefined) return FOREIGN();
  return answer(200, {
    id,
    name: "Sprint 12",
    space: { id: "701", name: "Eng", access: true },
    override_statuses: true,
    statuses: statuses.map((status, orderindex) => ({ id: `p_${orderindex}`, orderindex, ...status })),
  });
}

function update({ json, text }: Call, world: World, task: Task): Answer {
  const { name, markdown_content, status, assignees, ...strange } = recordOf(json);
  if (Object.keys(strange).length > 0) {
    world.problems.push(`PUT task: ${text.slice(0, 200)}`);
    return refusal(400, "Input invalid", "INPUT_005");
  }
  if (typeof status === "string") {
    const known = LISTS[task.list]?.find((one) => one.status.toLowerCase() === status.toLowerCase());
    if (known === undefined) return refusal(400, "Status not found", "CRTSK_001");
    enter(task, known.status, world.tick());
  }
  if (typeof name === "string") task.name = name;
  if (typeof markdown_content === "string") task.markdown = markdown_content;
  if (assignees !== undefined) task.assignees = assigned(task, recordOf(assignees));
  task.updated = world.tick();
  return answer(200, told(task, false));
}

/** Who is no member is left out without a word. */
function assigned({ assignees }: Task, { add, rem }: Record<string, unknown>): Task["assignees"] {
  const [more, fewer] = [add, rem].map((one) => (Array.isArray(one) ? one : []));
  const kept = assignees.filter(({ id }) => !fewer?.includes(id));
  return [...kept, ...MEMBERS.filter((member) => more?.includes(member.id) && !kept.includes(member))];
}

export function enter(task: Task, status: string, at: number): void {
  task.status = status;
  task.since.delete(status);
  task.since.set(status, at);
  task.updated = at;
}

/** Tags are kept in lower case. */
function setTag({ method }: Call, world: World, { task, tag }: { task: Task; tag: string }): Answer {
  const others = task.tags.filter((one) => one.toLowerCase() !== tag.toLowerCase());
  task.tags = method === "POST" ? [...others, tag.toLowerCase()] : others;
  task.updated = world.tick();
  return answer(200, {});
}

function comments({ query }: Call, task: Task): Answer {
  const newestFirst = task.comments.toReversed();
  const id = query.get("start_id");
  const at = id === null ? 0 : newestFirst.findIndex((one) => one.id === id) + 1;
  const shown = newestFirst
    .slice(at, at + PAGE_OF_COMMENTS)
    .map(({ id: number, by, text, date, resolved }) => ({
      id: number,
      comment: [{ text }],
      comment_text: text,
      user: by,
      resolved,
      assignee: null,
      assigned_by: null,
      reactions: [],
      date: String(date),
    }));
  return answer(200, { comments: shown });
}

function addComment({ json }: Call, world: World, task: Task): Answer {
  const { comment_text, notify_all } = recordOf(json);
  if (typeof comment_text !== "string" || typeof notify_all !== "boolean") {
    world.problems.push("POST comment: no comment_text or notify_all");
    return refusal(400, "Comment text is required", "INPUT_002");
  }
  const { id, date } = comment(world, task, { by: ADA, text: comment_text });
  return answer(200, { id, hist_id: "26508", date });
}

/** Puts a comment below a task. */
export function comment(
  { tasks, tick }: Pick<World, "tasks" | "tick">,
  task: Task,
  { by, text }: Pick<Comment, "by" | "text">,
): Comment {
  const id = String(458 + [...tasks.values()].reduce((sum, one) => sum + one.comments.length, 0));
  const made = { id, by, text, date: tick(), resolved: false };
  task.comments.push(made);
  return made;
}

function editComment({ json }: Call, world: World, id: string): Answer {
  const known = [...world.tasks.values()].flatMap((task) => task.comments).find((one) => one.id === id);
  if (known === undefined) return FOREIGN();
  const { comment_text, resolved } = recordOf(json);
  if (typeof comment_text !== "string") return refusal(400, "Comment text is required", "INPUT_002");
  known.text = comment_text;
  if (typeof resolved === "boolean") known.resolved = resolved;
  return answer(200, {});
}

function times(task: Task): Answer {
  const told = [...task.since].map(([status, since], orderindex) => ({
    status,
    color: "#d3d3d3",
    type: "custom",
    total_time: { by_minute: 10, since: String(since) },
    orderindex,
  }));
  const current = told.find(({ status }) => status === task.status);
  return answer(200, { current_status: current, status_history: told });
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

import { Fault } from "../../core/fault.ts";
import type { StateCategory, Ticket } from "../../core/ticket.ts";
import type { TicketEdit } from "../../core/tracker.ts";
import { isSame, isState } from "../states.ts";
import { trouble } from "../trouble.ts";
import { askJson, taskRequest, type Workspace } from "./ask.ts";
import { read } from "./many.ts";
import { toState } from "./map.ts";
import { memberOf } from "./people.ts";
import { anything, list, type Task, task as taskShape } from "./schema.ts";

/** Sets one of the statuses of the task's list, or the first one of a category. */
export async function setState(
  workspace: Workspace,
  id: string,
  target: StateCategory | (string & {}),
): Promise<Ticket["state"]> {
  const { status_map } = workspace.settings;
  const task = await read(workspace, id);
  if (isState(target, toState(task.status, status_map))) return toState(task.status, status_map);
  const { statuses } = await askJson(
    workspace,
    { path: `/list/${encodeURIComponent(task.list.id)}` },
    { shape: list, about: `list of task ${id}` },
  );
  const first = statuses.find((status) => isState(target, toState(status, status_map)));
  if (first === undefined)
    throw new Fault("usage", `Task ${id} of ${workspace.remote} can't be set to this state.`, {
      found: target,
      wanted: `a status of its list: ${statuses.map(({ status }) => status).join(", ")}`,
    });
  const request = { ...taskRequest(workspace, id), method: "PUT", json: { status: first.status } } as const;
  const changed = await askJson(workspace, request, { shape: taskShape, about: `to change task ${id}` });
  return toState(changed.status, status_map);
}

/** Sets title, description and assignees in one request; every tag is one more. Then it looks what is there. */
export async function edit(workspace: Workspace, id: string, fields: TicketEdit): Promise<void> {
  const before = await read(workspace, id);
  const wanted = fields.assignees && (await membersOf(workspace, fields.assignees));
  const json = {
    ...(fields.title === undefined ? {} : { name: fields.title }),
    // Read under another name than it is written.
    ...(fields.description === undefined ? {} : { markdown_content: fields.description }),
    ...(wanted === undefined ? {} : { assignees: differenceOf(before, wanted) }),
  };
  const about = `to change task ${id}`;
  if (Object.keys(json).length > 0)
    await askJson(
      workspace,
      { ...taskRequest(workspace, id), method: "PUT", json },
      { shape: anything, about },
    );
  await setTags(workspace, id, { now: tagsOf(before), wanted: fields.labels ?? tagsOf(before) });
  const dropped = droppedFrom(await read(workspace, id), fields, wanted ?? []);
  if (dropped.length > 0)
    throw trouble("forbidden", `${workspace.remote} did not take over all that task ${id} was given.`, {
      found: dropped.join(", "),
    });
}

async function membersOf(workspace: Workspace, names: readonly string[]): Promise<readonly string[]> {
  return Promise.all(
    names.map(async (name) => {
      const member = await memberOf(workspace, name);
      if (member !== null) return member;
      throw new Fault("usage", `Nobody in the workspace of ${workspace.remote} bears this name.`, {
        found: name,
        wanted: "a member's name, e-mail address or number",
      });
    }),
  );
}

function differenceOf({ assignees }: Task, wanted: readonly string[]) {
  const now = (assignees ?? []).map(({ id }) => id);
  return {
    add: wanted.filter((id) => !now.includes(id)).map(Number),
    rem: now.filter((id) => !wanted.includes(id)).map(Number),
  };
}

async function setTags(
  workspace: Workspace,
  id: string,
  { now, wanted }: { now: readonly string[]; wanted: readonly string[] },
): Promise<void> {
  const change = async (method: "POST" | "DELETE", tag: string) => {
    const request = taskRequest(workspace, id, `/tag/${encodeURIComponent(tag)}`);
    await askJson(
      workspace,
      { ...request, method, json: {} },
      { shape: anything, about: `to change task ${id}` },
    );
  };
  for (const tag of wanted) if (!now.some((one) => isSame(one, tag))) await change("POST", tag);
  for (const tag of now) if (!wanted.some((one) => isSame(one, tag))) await change("DELETE", tag);
}

function tagsOf({ tags }: Task): readonly string[] {
  return (tags ?? []).map(({ name }) => name);
}

function droppedFrom(
  task: Task,
  { title, labels = [] }: TicketEdit,
  assignees: readonly string[],
): readonly string[] {
  const now = (task.assignees ?? []).map(({ id }) => id);
  return [
    ...(title === undefined || isSame(title, task.name) ? [] : ["the title"]),
    ...assignees.filter((id) => !now.includes(id)).map((id) => `the assignee ${id}`),
    ...labels
      .filter((label) => !tagsOf(task).some((tag) => isSame(tag, label)))
      .map((label) => `the tag ${label}`),
  ];
}

import type { Person, StateCategory, Ticket } from "../../core/ticket.ts";
import { type StatusMap, stateOf } from "../states.ts";
import { cleanLine, criteriaIn, described, utc } from "../text.ts";
import { typeOf } from "../types.ts";
import { isCustom, type Workspace } from "./ask.ts";
import type { ClickupPerson, Task } from "./schema.ts";

/** Numbers that every workspace has. */
const TASK = 0;
const MILESTONE = 1;

/** A task as a ticket. It answers to two ids: `asked` says by which it was asked for. Its project is its space. */
export async function toTicket(workspace: Workspace, task: Task, asked = task.id): Promise<Ticket> {
  const { description, ...unshown } = described(task.markdown_description ?? task.description ?? "");
  const id = isCustom(asked) && task.custom_id ? task.custom_id : task.id;
  return {
    remote: workspace.remote,
    id,
    key: isCustom(id) ? id : `CU-${id}`,
    url: task.url?.startsWith("https://")
      ? task.url
      : `https://app.clickup.com/t/${encodeURIComponent(task.id)}`,
    title: cleanLine(task.name),
    type: typeOf(await typeNameOf(workspace, task.custom_item_id ?? TASK)),
    state: toState(task.status, workspace.settings.status_map),
    project: task.space.id,
    assignees: (task.assignees ?? []).map(personOf),
    createdBy: task.creator ? personOf(task.creator) : null,
    labels: (task.tags ?? []).map(({ name }) => cleanLine(name)),
    parent: task.parent ?? null,
    createdAt: utc(task.date_created),
    updatedAt: utc(task.date_updated),
    archived: task.archived ?? false,
    movedFrom: null,
    description,
    ...unshown,
    criteria: [...criteriaIn(description), ...checked(task)],
    affected: [],
    path: null,
  };
}

/** A custom type without a name that can be told is not taken for a plain task. */
async function typeNameOf(workspace: Workspace, number: number): Promise<string> {
  if (number === TASK) return "Task";
  if (number === MILESTONE) return "Milestone";
  return cleanLine((await workspace.typeName(number)) ?? `type ${number}`);
}

/** A status of a list: its name, and which of few kinds it is. */
export function toState({ status, type }: Task["status"], map: StatusMap | undefined): Ticket["state"] {
  return stateOf(status, categoryOf(type), map);
}

function categoryOf(type: string | null | undefined): StateCategory {
  switch (type) {
    case "open":
    case "unstarted":
      return "open";
    // Every column between the first and the last, whatever it is called.
    case "custom":
      return "in_progress";
    case "done":
    case "closed":
      return "done";
    default:
      return "unknown";
  }
}

/** A member; names are not one person's alone. */
export function personOf({ id, username, email }: ClickupPerson): Person {
  return { name: cleanLine(username ?? email ?? id), email: cleanLine(email ?? ""), account: id };
}

/** Check-lists that speak of acceptance. */
function checked({ checklists }: Task): Ticket["criteria"] {
  return (checklists ?? [])
    .filter(({ name }) => /acceptance|criteria|definition of done/i.test(name))
    .flatMap(({ items }) => items ?? [])
    .map(({ name, resolved }) => ({ text: cleanLine(name), done: resolved ?? false }));
}

import { Fault } from "../../core/fault.ts";
import type { HttpReply } from "../../core/http.ts";
import type { StateCategory, Ticket } from "../../core/ticket.ts";
import type { TicketEdit } from "../../core/tracker.ts";
import { readJson } from "../answer.ts";
import { isSame, isState } from "../states.ts";
import { trouble } from "../trouble.ts";
import { ask, askJson, type Boards, inProject, refused, said } from "./ask.ts";
import { labelsOf } from "./map.ts";
import { type WorkItem, workItem } from "./schema.ts";
import { toState } from "./state-book.ts";

interface Operation {
  readonly op: "add" | "remove";
  readonly path: string;
  readonly value?: string;
}

/** The only version that takes a text as Markdown. */
const MARKDOWN_VERSION = "7.2-preview.3";

/** Sets a state by its name, or the first one of a category in the order of the type's workflow. */
export async function setState(
  boards: Boards,
  id: string,
  target: StateCategory | (string & {}),
): Promise<Ticket["state"]> {
  const written = await change(boards, id, async ({ fields }) => {
    const book = await boards.states(fields["System.TeamProject"], fields["System.WorkItemType"]);
    const fitting = [...book.keys()].filter((name) => isState(target, toState(name, book, boards.settings)));
    const [first] = fitting;
    if (first === undefined) throw await notAllowed(boards, fields, id, target);
    return fitting.includes(fields["System.State"]) ? [] : [set("System.State", first)];
  });
  const { fields } = written;
  const book = await boards.states(fields["System.TeamProject"], fields["System.WorkItemType"]);
  return toState(fields["System.State"], book, boards.settings);
}

/** Sets title, description, the one assignee and tags, in one request. */
export async function edit(boards: Boards, id: string, fields: TicketEdit): Promise<void> {
  const { title, description, assignees, labels } = fields;
  if (assignees !== undefined && assignees.length > 1)
    throw new Fault("usage", `A work item of ${boards.remote} has one assignee.`, {
      found: assignees.join(", "),
      wanted: "one assignee or none",
    });
  const written = await change(
    boards,
    id,
    async (item) => [
      ...(title === undefined ? [] : [set("System.Title", title)]),
      ...(description === undefined ? [] : markdown(item, description)),
      ...(assignees === undefined ? [] : [set("System.AssignedTo", assignees[0] ?? "")]),
      ...(labels === undefined ? [] : [set("System.Tags", labels.join("; "))]),
    ],
    description === undefined ? undefined : MARKDOWN_VERSION,
  );
  const dropped = droppedFrom(written, fields);
  if (dropped.length > 0)
    throw trouble("forbidden", `${boards.remote} did not take over all that work item ${id} was given.`, {
      found: dropped.join(", "),
    });
}

function set(field: string, value: string): Operation {
  return { op: "add", path: `/fields/${field}`, value };
}

/** Bugs show the steps to reproduce where others show the description. */
function markdown({ fields }: WorkItem, text: string): readonly Operation[] {
  const field =
    fields["System.WorkItemType"] === "Bug" ? "Microsoft.VSTS.TCM.ReproSteps" : "System.Description";
  return [set(field, text), { op: "add", path: `/multilineFieldsFormat/${field}`, value: "markdown" }];
}

/**
 * Changes a work item as it was read: whoever changed it meanwhile is not overwritten, it is read and tried once more.
 * Without operations nothing is sent.
 */
async function change(
  boards: Boards,
  id: string,
  plan: (item: WorkItem) => Promise<readonly Operation[]>,
  version?: string,
): Promise<WorkItem> {
  const path = inProject(boards.settings.project, `wit/workitems/${encodeURIComponent(id)}`);
  for (let tries = 1; ; tries++) {
    const item = await askJson(boards, { path }, { shape: workItem, about: `work item ${id}` });
    const operations = await plan(item);
    if (operations.length === 0) return item;
    const reply = await ask(
      boards,
      {
        method: "PATCH",
        path,
        headers: { "content-type": "application/json-patch+json" },
        json: [{ op: "test", path: "/rev", value: item.rev }, ...operations],
      },
      version,
    );
    if (reply.status === 200) return readJson(boards.remote, reply, workItem);
    if (tries === 1 && (await isOutdated(boards.remote, reply))) continue;
    throw await refusedChange(boards, reply, item);
  }
}

async function isOutdated(remote: string, reply: HttpReply): Promise<boolean> {
  if (reply.status === 409 || reply.status === 412) return true;
  return reply.status === 400 && /TF26071/.test((await said(remote, reply)).message);
}

async function refusedChange(boards: Boards, reply: HttpReply, { id, fields }: WorkItem): Promise<Fault> {
  const { message, typeKey } = await said(boards.remote, reply);
  if (reply.status === 409 || reply.status === 412 || /TF26071/.test(message))
    return trouble("unavailable", `Work item ${id} of ${boards.remote} is being changed by someone else.`, {
      found: message,
      fix: "try again",
    });
  if (reply.status !== 400) return refused(boards, reply, `to change work item ${id}`);
  const isRule = /RuleValidation/.test(typeKey) || /TF401320/.test(message);
  if (isRule && /'State'|System\.State/.test(reply.text))
    return notAllowed(boards, fields, String(id), message);
  return new Fault("usage", `${boards.remote} refuses this change of work item ${id}.`, { found: message });
}

async function notAllowed(
  boards: Boards,
  fields: WorkItem["fields"],
  id: string,
  found: string,
): Promise<Fault> {
  const type = fields["System.WorkItemType"];
  const book = await boards.states(fields["System.TeamProject"], type);
  return new Fault("usage", `Work item ${id} of ${boards.remote} can't be set to this state.`, {
    found,
    wanted: `a state of the type ${type}: ${[...book.keys()].join(", ")}`,
  });
}

/** What was asked for and is not there now; tags come back in another order. */
function droppedFrom({ fields }: WorkItem, { title, assignees, labels }: TicketEdit): readonly string[] {
  const { displayName = "", uniqueName = "", id = "" } = fields["System.AssignedTo"] ?? {};
  const isAssigned = (name: string) => [displayName, uniqueName, id].some((one) => isSame(one, name));
  const tags = labelsOf(fields["System.Tags"]);
  return [
    ...(title === undefined || isSame(title, fields["System.Title"]) ? [] : ["the title"]),
    ...(assignees ?? []).filter((name) => !isAssigned(name)).map((name) => `the assignee ${name}`),
    ...(labels ?? [])
      .filter((label) => !tags.some((tag) => isSame(tag, label)))
      .map((label) => `the tag ${label}`),
  ];
}

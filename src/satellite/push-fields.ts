import { Fault } from "../core/fault.ts";
import type { Ticket } from "../core/ticket.ts";
import type { TicketEdit, Tracker } from "../core/tracker.ts";
import type { SyncFields } from "../store/task-links.ts";
import { cleanTicket } from "./clean-ticket.ts";
import type { Settling } from "./settle-fields.ts";
import { remoteSide } from "./sides.ts";
import type { SyncItem } from "./sync-file.ts";
import { isSame, type SyncField, type SyncValue } from "./three-way.ts";
import type { PlannedWrite, Writes } from "./writes.ts";

/** A ticket's tracker, and what lets writes through to it. */
export interface Upstream {
  readonly tracker: Pick<Tracker, "edit" | "setState">;
  readonly writes: Writes;
  /** The ticket as it is now. Throws where it is gone or can't be asked for. */
  read(id: string): Promise<Ticket>;
}

/** A field of which the ticket lacks what the task says. */
export interface Behind {
  readonly field: SyncField;
  readonly value: SyncValue;
}

/** What became of some of them. `ahead`: shown, or declined; `refused`: why is in `detail`. */
export interface Pushed {
  readonly fields: readonly SyncField[];
  readonly outcome: "pushed" | "ahead" | "refused";
  readonly detail: string | null;
}

/** A ticket that was read a moment ago, and what it lacks. */
interface Pushing {
  readonly item: SyncItem;
  readonly ticket: Ticket;
  /** What of it a task file shows. */
  readonly remote: SyncFields;
  readonly behind: readonly Behind[];
}

type Terms = Pick<Settling, "mergeText" | "strategyOf"> & { readonly upstream: Upstream };

/** Writes them, one step after the other: texts and labels, people, the state. What its tracker does not take is told, and the rest goes on. */
export async function* pushFields(pushing: Pushing, terms: Terms): AsyncIterable<Pushed> {
  const { behind } = pushing;
  const texts = behind.filter(({ field }) => field !== "assignees" && field !== "status");
  const groups = [texts, only(behind, "assignees"), only(behind, "status")].filter(
    (group) => group.length > 0,
  );
  for (const group of groups) {
    const fields = group.map(({ field }) => field);
    yield { fields, ...(await written(pushing, group, terms)) };
  }
}

function only(behind: readonly Behind[], field: SyncField): readonly Behind[] {
  return behind.filter((one) => one.field === field);
}

/** Throws what stands against any write; what stands against this one is its answer. */
async function written(
  pushing: Pushing,
  group: readonly Behind[],
  terms: Terms,
): Promise<Pick<Pushed, "outcome" | "detail">> {
  const { ticket } = pushing;
  let refusal: unknown = null;
  try {
    const { write, act } = await intended(pushing, group, terms).catch((thrown: unknown) => {
      refusal = thrown;
      throw thrown;
    });
    const done = await terms.upstream.writes.perform(write, async () => {
      try {
        await demandSame(pushing, group, terms.upstream);
        await act();
        return { url: ticket.url };
      } catch (thrown) {
        refusal = thrown;
        throw thrown;
      }
    });
    return { outcome: done === null ? "ahead" : "pushed", detail: null };
  } catch (thrown) {
    if (thrown !== refusal || !(thrown instanceof Fault)) throw thrown;
    if (thrown.code !== "usage" && thrown.code !== "forbidden") throw thrown;
    return { outcome: "refused", detail: sentence(thrown) };
  }
}

/** Whoever is asked may take minutes to answer, and what others write into the ticket meanwhile is not written over. */
async function demandSame(
  { ticket, remote }: Pushing,
  group: readonly Behind[],
  { read }: Upstream,
): Promise<void> {
  const now = await read(ticket.id);
  const side = remoteSide(now, await cleanTicket(now));
  if (group.every(({ field }) => isSame(side[field], remote[field]))) return;
  throw new Fault("usage", `${ticket.key} was changed meanwhile, so it was left as it is.`, {
    wanted: "the same command again",
  });
}

function sentence({ message, wanted }: Fault): string {
  return wanted === undefined ? message : `${message} Wanted: ${wanted}`;
}

async function intended(
  pushing: Pushing,
  group: readonly Behind[],
  terms: Terms,
): Promise<{ readonly write: PlannedWrite; readonly act: () => Promise<void> }> {
  const { ticket } = pushing;
  const { tracker } = terms.upstream;
  const name = group.find(({ field }) => field === "status")?.value;
  if (typeof name === "string") {
    const summary = `set the state of ${ticket.key} to ${name}`;
    const write = plan(pushing, "state", summary, [`${ticket.state.name} -> ${name}`]);
    return { write, act: () => moved(pushing, tracker, name) };
  }
  const edit = await editOf(pushing, group, terms);
  const names = group.map(({ field }) => field).join(", ");
  const write = plan(pushing, "edit", `change ${names} of ${ticket.key}`, linesOf(edit));
  return { write, act: () => tracker.edit(ticket.id, edit) };
}

/** By the backlog's own word where the tracker has it, else by what it means. */
async function moved({ item, ticket }: Pushing, tracker: Upstream["tracker"], name: string): Promise<void> {
  const category = item.task.ticket?.state.category ?? "unknown";
  try {
    await tracker.setState(ticket.id, name);
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== "usage" || category === "unknown") throw thrown;
    await tracker.setState(ticket.id, category);
  }
}

function plan(
  { item, ticket }: Pushing,
  operation: PlannedWrite["operation"],
  summary: string,
  detail: readonly string[],
): PlannedWrite {
  const metadata = { task: item.id, spec: null, commit: null, branch: null };
  return { remote: item.link.remote.name, operation, target: ticket.key, summary, detail, metadata };
}

function linesOf({ title, description, assignees, labels }: TicketEdit): readonly string[] {
  return [
    ...(title === undefined ? [] : [`title: ${title}`]),
    ...(labels === undefined ? [] : [`labels: ${labels.join(", ")}`]),
    ...(assignees === undefined ? [] : [`assignees: ${assignees.join(", ")}`]),
    ...(description === undefined ? [] : ["description:", ...description.split("\n")]),
  ];
}

async function editOf(pushing: Pushing, group: readonly Behind[], terms: Terms): Promise<TicketEdit> {
  let edit: TicketEdit = {};
  for (const { field, value } of group) {
    if (field === "title") edit = { ...edit, title: String(value) };
    else if (field === "description")
      edit = { ...edit, description: await described(pushing, String(value), terms) };
    else if (typeof value !== "string")
      edit =
        field === "labels" ? { ...edit, labels: value } : { ...edit, assignees: accountsOf(pushing, value) };
  }
  return edit;
}

/** The ticket's own text with the task's changes: a task file does not show all of it, and what it does not show stays. */
async function described({ item, ticket, remote }: Pushing, value: string, terms: Terms): Promise<string> {
  const whole = ticket.description;
  // Azure keeps HTML, of which nobody can tell whether it shows more than its Markdown.
  const isHidden = ticket.unshown !== undefined && item.link.remote.kind !== "azure-devops";
  if (isHidden && terms.strategyOf("description") !== "local")
    throw new Fault(
      "usage",
      "The ticket's text has parts that are not shown here, such as comments, and they would be lost.",
      {
        wanted: "--strategy description=local, to write it all the same",
      },
    );
  if (isSame(whole, remote.description)) return value;
  const both = await terms.mergeText(remote.description, whole, value);
  if (both !== null) return both;
  throw new Fault(
    "usage",
    "The change touches parts of the ticket's text that the task keeps elsewhere, such as its criteria.",
    {
      wanted: "the same change made in the tracker",
    },
  );
}

/** Accounts of those whom the ticket knows; of others, what the file says. */
function accountsOf({ ticket }: Pushing, names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const known = ticket.assignees.find((one) => isSame([one.login ?? one.name], [name]));
    return known?.login ?? known?.account ?? name;
  });
}

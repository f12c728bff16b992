import type { Ticket } from "../../core/ticket.ts";
import type { TicketQuery } from "../../core/tracker.ts";
import { fits } from "../fits.ts";
import type { Boards } from "./ask.ts";
import { BATCH, ticketsOf } from "./many.ts";
import { query, quoted } from "./wiql.ts";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Words of a query that mean a kind of states or types; WIQL knows names alone. */
const WORDS =
  /^(?:open|in_progress|done|canceled|unknown|epic|story|task|bug|feature|idea|chore|docs|spike|other)$/;

/** Work items of the project that a query wants, fetched as they are read. */
export async function* list(boards: Boards, wanted: TicketQuery, text?: string): AsyncGenerator<Ticket> {
  const ids = await query(boards, conditions(boards, wanted, text).join(" AND "));
  for (let at = 0; at < ids.length; at += BATCH) {
    const page = ids.slice(at, at + BATCH);
    const found = new Map((await ticketsOf(boards, page, "done")).map((ticket) => [ticket.id, ticket]));
    for (const id of page) {
      const ticket = found.get(String(id));
      if (ticket !== undefined && fits(ticket, wanted) && isAssigned(ticket, wanted)) yield ticket;
    }
  }
}

/** What the tracker can ask itself. */
function conditions({ settings }: Boards, wanted: TicketQuery, text: string | undefined): readonly string[] {
  const { types = [], states = [], assignee, labels = [], updatedSince } = wanted;
  return [
    `[System.TeamProject] = ${quoted(settings.project)}`,
    ...names("[System.WorkItemType]", types),
    ...names("[System.State]", states),
    ...(assignee === undefined || UUID.test(assignee) ? [] : [`[System.AssignedTo] = ${who(assignee)}`]),
    ...labels.map((label) => `[System.Tags] CONTAINS ${quoted(label)}`),
    ...(updatedSince === undefined ? [] : [`[System.ChangedDate] >= ${quoted(updatedSince)}`]),
    ...(text === undefined
      ? []
      : [`([System.Title] CONTAINS ${quoted(text)} OR [System.Description] CONTAINS WORDS ${quoted(text)})`]),
    ...(settings.filter === undefined ? [] : [`(${settings.filter})`]),
  ];
}

function names(field: string, wanted: readonly string[]): readonly string[] {
  if (wanted.length === 0 || wanted.some((word) => WORDS.test(word.trim().toLowerCase()))) return [];
  return [`${field} IN (${wanted.map((name) => quoted(name.trim())).join(", ")})`];
}

function who(assignee: string): string {
  return assignee === "@me" ? "@Me" : quoted(assignee);
}

/** WIQL knows people by their names, so an account's id is compared here. */
function isAssigned({ assignees }: Ticket, { assignee }: TicketQuery): boolean {
  if (assignee === undefined || !UUID.test(assignee)) return true;
  return assignees.some(({ account }) => account?.toLowerCase() === assignee.toLowerCase());
}

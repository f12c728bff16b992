import type { Ticket } from "../../core/ticket.ts";
import type { TicketQuery } from "../../core/tracker.ts";
import { isState } from "../states.ts";
import { isType } from "../types.ts";
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
      if (ticket !== undefined && fits(ticket, wanted)) yield ticket;
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

/** What is left to ask: categories, account ids, and tags, of which WIQL also takes a part for the whole. */
function fits(ticket: Ticket, { types, states, assignee, labels = [] }: TicketQuery): boolean {
  const has = (label: string) =>
    ticket.labels.some((one) => one.toLowerCase() === label.trim().toLowerCase());
  return (
    (types?.some((type) => isType(type, ticket.type)) ?? true) &&
    (states?.some((state) => isState(state, ticket.state)) ?? true) &&
    labels.every(has) &&
    (assignee === undefined ||
      !UUID.test(assignee) ||
      ticket.assignees.some(({ account }) => account?.toLowerCase() === assignee.toLowerCase()))
  );
}

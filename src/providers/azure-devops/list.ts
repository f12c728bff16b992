import type { Ticket } from "../../core/ticket.ts";
import type { TicketQuery } from "../../core/tracker.ts";
import { fits } from "../fits.ts";
import { trouble } from "../trouble.ts";
import type { Boards } from "./ask.ts";
import { BATCH, ticketsOf } from "./many.ts";
import { MOST, query, quoted } from "./wiql.ts";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Words of a query that mean a kind of states or types; WIQL knows names alone. */
const WORDS =
  /^(?:open|in_progress|done|canceled|unknown|epic|story|task|bug|feature|idea|chore|docs|spike|other)$/;

/** Work items of the project that a query wants, fetched as they are read; `MOST` by one query, the rest from there on. */
export async function* list(boards: Boards, wanted: TicketQuery, text?: string): AsyncGenerator<Ticket> {
  const [order, beyond] =
    wanted.order === "oldest-first" ? (["ASC", ">="] as const) : (["DESC", "<="] as const);
  const asked = conditions(boards, wanted, text);
  const seen = new Set<string>();
  const late: Ticket[] = [];
  const isWanted = (ticket: Ticket) => fits(ticket, wanted) && isAssigned(ticket, wanted);
  for (let bound: readonly string[] = []; ; ) {
    const { ids, asOf } = await query(boards, [...asked, ...bound].join(" AND "), order);
    const before = seen.size;
    let last: string | null = null;
    for await (const ticket of fetched(boards, ids)) {
      const mark = `${ticket.id} ${ticket.updatedAt}`;
      const isLate = order === "ASC" && (ticket.updatedAt ?? "") > (asOf ?? "9999");
      if (!isLate) last = ticket.updatedAt;
      if (seen.has(mark)) continue;
      seen.add(mark);
      if (isLate) late.push(ticket);
      else if (isWanted(ticket)) yield ticket;
    }
    if (ids.length < MOST) break;
    if (last === null || seen.size === before)
      throw trouble("unavailable", `${boards.remote} can't list so many work items of one moment.`);
    bound = [`[System.ChangedDate] ${beyond} ${quoted(last)}`];
  }
  // What was changed since its number was told: its turn comes last.
  yield* late
    .filter(isWanted)
    .sort((one, other) => ((one.updatedAt ?? "") < (other.updatedAt ?? "") ? -1 : 1));
}

/** In the order of their numbers; what can't be read is left out. */
async function* fetched(boards: Boards, ids: readonly number[]): AsyncGenerator<Ticket> {
  for (let at = 0; at < ids.length; at += BATCH) {
    const page = ids.slice(at, at + BATCH);
    const found = new Map((await ticketsOf(boards, page, "done")).map((ticket) => [ticket.id, ticket]));
    for (const id of page) {
      const ticket = found.get(String(id));
      if (ticket !== undefined) yield ticket;
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

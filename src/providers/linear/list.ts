import type { Ticket } from "../../core/ticket.ts";
import type { TicketQuery } from "../../core/tracker.ts";
import { fits } from "../fits.ts";
import { ask, type Client } from "./client.ts";
import { CATEGORIES, ticketOf } from "./map.ts";
import { nodesOf } from "./pages.ts";
import { ISSUE, issueShape, pageShape } from "./schema.ts";

/** Issues asked for at a time. */
const PAGE = 100;

/** `orderBy` knows newest first alone. */
const OLDEST_FIRST = "sort: [{ updatedAt: { order: Ascending } }]";

/** Issues of the policy's teams that a query names, newest or oldest change first; `text`: that Linear finds by these words. */
export async function* listTickets(
  client: Client,
  query: TicketQuery,
  text?: string,
): AsyncGenerator<Ticket> {
  // Linear's issues have no type, so none has the wanted one.
  if ((query.types ?? []).length > 0 || text?.trim() === "") return;
  const isSearch = text !== undefined;
  const [name, declared, handed] = isSearch
    ? ["searchIssues", "$term: String!, ", "term: $term, "]
    : ["issues", "", `${query.order === "oldest-first" ? OLDEST_FIRST : "orderBy: updatedAt"}, `];
  const filter = filterOf(client, query);
  const issues = nodesOf(async (after) => {
    const { page } = await ask(client, {
      query: `query List(${declared}$filter: IssueFilter, $first: Int!, $after: String) {
        page: ${name}(${handed}filter: $filter, first: $first, after: $after) {
          nodes { ${ISSUE} } pageInfo { hasNextPage endCursor }
        }
      }`,
      variables: { ...(isSearch ? { term: text } : {}), filter, first: PAGE, after },
      shape: (z) => z.object({ page: pageShape(issueShape)(z) }),
      about: isSearch ? "a search" : "a list of issues",
    });
    return page;
  });
  for await (const issue of issues) {
    const ticket = ticketOf(client, issue, issue.identifier);
    if (issue.trashed !== true && fits(ticket, query)) yield ticket;
  }
}

function filterOf({ settings }: Client, query: TicketQuery): Readonly<Record<string, unknown>> {
  const { states = [], assignee, labels = [], updatedSince } = query;
  // The policy's own map outranks Linear's types, so these can't narrow then.
  const narrows = states.length > 0 && settings.status_map === undefined && !states.includes("unknown");
  return {
    team: { key: { in: settings.teams } },
    ...(narrows ? { or: states.map(stateFilter) } : {}),
    ...(assignee === undefined ? {} : { assignee: userFilter(assignee) }),
    ...(labels.length === 0
      ? {}
      : { and: labels.map((label) => ({ labels: { some: { name: { eqIgnoreCase: label } } } })) }),
    ...(updatedSince === undefined ? {} : { updatedAt: { gte: updatedSince } }),
  };
}

function stateFilter(state: string): Readonly<Record<string, unknown>> {
  const types = [...CATEGORIES].flatMap(([type, category]) => (category === state ? [type] : []));
  return { state: types.length > 0 ? { type: { in: types } } : { name: { eqIgnoreCase: state.trim() } } };
}

/** How a person is filtered by: an id, an e-mail address or one of two names. */
export function userFilter(wanted: string): Readonly<Record<string, unknown>> {
  if (wanted === "@me") return { isMe: { eq: true } };
  if (isUuid(wanted)) return { id: { eq: wanted } };
  if (wanted.includes("@")) return { email: { eqIgnoreCase: wanted } };
  return { or: [{ displayName: { eqIgnoreCase: wanted } }, { name: { eqIgnoreCase: wanted } }] };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

import { Fault } from "../../core/fault.ts";
import type { HttpReply } from "../../core/http.ts";
import type { Ticket } from "../../core/ticket.ts";
import type { TicketQuery } from "../../core/tracker.ts";
import { readJson } from "../answer.ts";
import { fits } from "../fits.ts";
import { trouble } from "../trouble.ts";
import { type Client, wordsOf } from "./client.ts";
import { jqlOf, searchWords } from "./jql.ts";
import { accountOf, ticketOf } from "./map.ts";
import { FIELDS, type Issue, searchShape } from "./schema.ts";
import { findUser } from "./users.ts";

/** Issues asked for at a time. */
const PAGE = 100;

/** Tickets that a query names, newest or oldest change first; `text`: that also hold these words. */
export async function* listTickets(
  client: Client,
  query: TicketQuery,
  text?: string,
): AsyncGenerator<Ticket> {
  const { projects, filter, status_map } = client.settings;
  const words = text === undefined ? undefined : searchWords(text);
  if (words === "") return;
  const account = await accountFor(client, query.assignee);
  if (account === undefined) return;
  const jql = jqlOf({
    query,
    ...(words === undefined ? {} : { text: words }),
    projects,
    filter,
    hasStatusMap: status_map !== undefined,
    account,
  });
  const isCloud = (await client.flavour()) === "cloud";
  for await (const ticket of isCloud ? cloudPages(client, jql) : countedPages(client, jql))
    if (fits(ticket, query) && isSince(ticket, query)) yield ticket;
}

/** How JQL names the wanted assignee; null: none is wanted, undefined: there is no such person. */
async function accountFor(client: Client, assignee: string | undefined): Promise<string | null | undefined> {
  if (assignee === undefined) return null;
  if (assignee === "@me") return assignee;
  const user = await findUser(client, assignee, null);
  if (user === null) return undefined;
  return (await client.flavour()) === "cloud" ? (accountOf(user) ?? undefined) : (user.name ?? undefined);
}

/** Cloud's pages hang together by their tokens. */
async function* cloudPages(client: Client, jql: string): AsyncGenerator<Ticket> {
  let token: string | null | undefined;
  do {
    const page = await ask(client, "/search/jql", { jql, ...(token ? { nextPageToken: token } : {}) });
    for (const issue of page.issues) yield ticketOf(client, issue, issue.key);
    token = page.nextPageToken;
  } while (token);
}

/**
 * Data Center counts: an issue that is changed meanwhile goes to the other end, and what follows moves up. So every page
 * begins with the last issue of the one before, and where that is not there any more, earlier.
 */
async function* countedPages(client: Client, jql: string): AsyncGenerator<Ticket> {
  const seen = new Set<string>();
  let startAt = 0;
  for (;;) {
    const { issues, total } = await ask(client, "/search", { jql, startAt });
    const [first] = issues;
    if (startAt > 0 && (first === undefined || !seen.has(markOf(first)))) {
      startAt = Math.max(0, startAt - PAGE);
      continue;
    }
    for (const issue of issues) {
      if (seen.has(markOf(issue))) continue;
      seen.add(markOf(issue));
      yield ticketOf(client, issue, issue.key);
    }
    const next = startAt + issues.length;
    if (issues.length < 2 || next >= (total ?? 0)) return;
    startAt = next - 1;
  }
}

function markOf({ id, fields }: Issue): string {
  return `${id} ${fields.updated}`;
}

async function ask(client: Client, path: string, place: Readonly<Record<string, unknown>>) {
  const json = { maxResults: PAGE, fields: FIELDS, ...place };
  const reply = await client.ask({ method: "POST", path, json, reads: true });
  if (reply.status !== 200) throw await refusedSearch(client, reply);
  return readJson(client.remote, reply, searchShape);
}

async function refusedSearch({ remote }: Client, reply: HttpReply): Promise<Fault> {
  const found = (await wordsOf(reply)) || `it answered ${reply.status}`;
  if (reply.status === 400) return new Fault("usage", `${remote} can't search for that.`, { found });
  const code = reply.status === 403 ? "forbidden" : "unavailable";
  return trouble(code, `${remote} does not answer a search.`, { found });
}

/** JQL takes times in minutes alone. */
function isSince({ updatedAt }: Ticket, { updatedSince }: TicketQuery): boolean {
  return updatedSince === undefined || Date.parse(updatedAt ?? "") >= Date.parse(updatedSince);
}

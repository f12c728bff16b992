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
import { FIELDS, searchShape } from "./schema.ts";
import { findUser } from "./users.ts";

/** Issues asked for at a time. */
const PAGE = 100;

/** Tickets that a query names, newest change first; `text`: that also hold these words. */
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
  for await (const ticket of pages(client, jql))
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

async function* pages(client: Client, jql: string): AsyncGenerator<Ticket> {
  const isCloud = (await client.flavour()) === "cloud";
  let token: string | null | undefined;
  let count = 0;
  for (;;) {
    const place = isCloud ? (token ? { nextPageToken: token } : {}) : { startAt: count };
    const reply = await client.ask({
      method: "POST",
      path: isCloud ? "/search/jql" : "/search",
      json: { jql, maxResults: PAGE, fields: FIELDS, ...place },
      reads: true,
    });
    if (reply.status !== 200) throw await refusedSearch(client, reply);
    const page = await readJson(client.remote, reply, searchShape);
    for (const issue of page.issues) yield ticketOf(client, issue, issue.key);
    count += page.issues.length;
    token = page.nextPageToken;
    const more = isCloud ? Boolean(token) : page.issues.length > 0 && count < (page.total ?? 0);
    if (!more) return;
  }
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

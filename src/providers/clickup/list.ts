import type { Ticket } from "../../core/ticket.ts";
import type { TicketQuery } from "../../core/tracker.ts";
import { fits } from "../fits.ts";
import { oldestChangeFirst } from "../oldest-change-first.ts";
import { utc } from "../text.ts";
import { askJson, type Workspace } from "./ask.ts";
import { toTicket } from "./map.ts";
import { memberOf } from "./people.ts";
import { type Task, tasks } from "./schema.ts";

/** Pages of a hundred tasks that a search goes through, newest change first: this API has no search. */
const MOST_PAGES = 50;

/** Tasks of the workspace, page by page as they are read. `me`: whose token it is. */
export async function* list(
  workspace: Workspace,
  wanted: TicketQuery,
  { me, pages = Number.POSITIVE_INFINITY }: { me: () => Promise<string>; pages?: number },
): AsyncGenerator<Ticket> {
  const { assignee } = wanted;
  const who = assignee === "@me" ? await me() : assignee && (await memberOf(workspace, assignee));
  if (who === null) return;
  const ask = async (query: TicketQuery, page: number) => {
    const path = `/team/${workspace.settings.team}/task`;
    const request = { path, query: { ...queryOf(workspace, query, who), page } };
    const reply = await askJson(workspace, request, { shape: tasks, about: "the workspace's tasks" });
    return { items: reply.tasks, more: reply.tasks.length > 0 && reply.last_page === false };
  };
  for await (const found of wanted.order === "oldest-first"
    ? oldestPages(ask, wanted)
    : newestPages(ask, wanted, pages))
    for (const task of found) {
      const ticket = await toTicket(workspace, task);
      if (fits(ticket, wanted)) yield ticket;
    }
}

type Ask = (
  query: TicketQuery,
  page: number,
) => Promise<{ readonly items: readonly Task[]; readonly more: boolean }>;

async function* newestPages(ask: Ask, wanted: TicketQuery, pages: number): AsyncGenerator<readonly Task[]> {
  for (let page = 0; page < pages; page++) {
    const { items, more } = await ask(wanted, page);
    yield items;
    if (!more) return;
  }
}

function oldestPages(ask: Ask, wanted: TicketQuery): AsyncGenerator<readonly Task[]> {
  return oldestChangeFirst({
    since: wanted.updatedSince,
    page: (since, page) => ask(since === undefined ? wanted : { ...wanted, updatedSince: since }, page),
    mark: ({ id, date_updated }) => ({ id, at: utc(date_updated) ?? "1970-01-01T00:00:00.000Z" }),
  });
}

/** Tasks whose title or description holds a text, among the 5,000 that were changed last. */
export async function* search(
  workspace: Workspace,
  text: string,
  { wanted, me }: { wanted: TicketQuery; me: () => Promise<string> },
): AsyncGenerator<Ticket> {
  const part = text.toLowerCase();
  for await (const ticket of list(workspace, wanted, { me, pages: MOST_PAGES }))
    if (`${ticket.title}\n${ticket.description}`.toLowerCase().includes(part)) yield ticket;
}

/** What the tracker can ask itself. Without being asked to it leaves out what is closed, and subtasks. */
function queryOf(
  { settings }: Workspace,
  { labels, updatedSince, order }: TicketQuery,
  assignee: string | undefined,
) {
  return {
    include_closed: true,
    subtasks: true,
    include_markdown_description: true,
    order_by: "updated",
    // Newest first is what ClickUp calls reverse.
    reverse: order === "oldest-first" ? undefined : true,
    "space_ids[]": settings.spaces,
    "assignees[]": assignee === undefined ? undefined : [assignee],
    "tags[]": labels?.map((label) => label.toLowerCase()),
    date_updated_gt: updatedSince === undefined ? undefined : Date.parse(updatedSince) - 1,
  };
}

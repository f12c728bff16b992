import type { Ticket } from "../../core/ticket.ts";
import type { TicketQuery } from "../../core/tracker.ts";
import { fits } from "../fits.ts";
import { askJson, type Workspace } from "./ask.ts";
import { toTicket } from "./map.ts";
import { memberOf } from "./people.ts";
import { tasks } from "./schema.ts";

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
  for (let page = 0; page < pages; page++) {
    const request = {
      path: `/team/${workspace.settings.team}/task`,
      query: { ...queryOf(workspace, wanted, who), page },
    };
    const reply = await askJson(workspace, request, { shape: tasks, about: "the workspace's tasks" });
    for (const task of reply.tasks) {
      const ticket = await toTicket(workspace, task);
      if (fits(ticket, wanted)) yield ticket;
    }
    if (reply.tasks.length === 0 || reply.last_page !== false) return;
  }
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
  { labels, updatedSince }: TicketQuery,
  assignee: string | undefined,
) {
  return {
    include_closed: true,
    subtasks: true,
    include_markdown_description: true,
    order_by: "updated",
    reverse: true,
    "space_ids[]": settings.spaces,
    "assignees[]": assignee === undefined ? undefined : [assignee],
    "tags[]": labels?.map((label) => label.toLowerCase()),
    date_updated_gt: updatedSince === undefined ? undefined : Date.parse(updatedSince) - 1,
  };
}

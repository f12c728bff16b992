import { Fault } from "../../core/fault.ts";
import type { HttpRequest } from "../../core/http.ts";
import type { Ticket } from "../../core/ticket.ts";
import type { Identity, TicketQuery } from "../../core/tracker.ts";
import { fits } from "../fits.ts";
import { oldestChangeFirst } from "../oldest-change-first.ts";
import { isState } from "../states.ts";
import { type Api, pageAt, pages, projectPath } from "./api.ts";
import { STATES, stateNamed, ticketOf } from "./map.ts";
import { type Issue, issuesShape } from "./schema.ts";

/** Issues of the configured project, newest or oldest change first; `text`: with all its words in title or description. */
export async function* list(
  api: Api,
  identity: () => Promise<Identity>,
  { text, query = {} }: { text?: string; query?: TicketQuery | undefined },
): AsyncGenerator<Ticket> {
  if (text?.trim() === "") throw new Fault("usage", `${api.remote} can't be searched for nothing.`);
  const { remote, settings } = api;
  const assignee = await assigneeParameter(identity, query);
  const ask = (since: string | undefined, sort: "asc" | "desc"): HttpRequest => ({
    path: `${projectPath(settings.project)}/issues`,
    query: {
      scope: "all",
      state: stateParameter(api, query),
      labels: query.labels?.length ? query.labels.join(",") : undefined,
      ...assignee,
      updated_after: since,
      search: text?.replaceAll('"', " ").trim(),
      in: text === undefined ? undefined : "title,description",
      order_by: "updated_at",
      sort,
    },
  });
  const all =
    query.order === "oldest-first"
      ? oldestChangeFirst({
          since: query.updatedSince,
          page: (since, number) =>
            pageAt(api, settings.project, { request: ask(since, "asc"), shape: issuesShape, number }),
          mark: ({ iid, updated_at }: Issue) => ({ id: String(iid), at: updated_at }),
        })
      : pages(api, settings.project, { request: ask(query.updatedSince, "desc"), shape: issuesShape });
  for await (const issues of all)
    for (const issue of issues) {
      const ticket = ticketOf(issue, { remote, settings, asked: null });
      if (fits(ticket, query)) yield ticket;
    }
}

function stateParameter({ settings }: Api, { states = [] }: TicketQuery): string {
  const names = Object.keys(STATES).filter(
    (name) => states.length === 0 || states.some((one) => isState(one, stateNamed(name, settings))),
  );
  return names.length === 1 ? (names[0] ?? "all") : "all";
}

/** An e-mail address names nobody here: GitLab tells it to administrators alone. */
async function assigneeParameter(
  identity: () => Promise<Identity>,
  { assignee }: TicketQuery,
): Promise<Record<string, string>> {
  if (assignee === undefined) return {};
  if (assignee === "@me") return { assignee_id: (await identity()).account };
  if (assignee.includes("@"))
    throw new Fault("usage", "GitLab finds no assignee by e-mail address.", {
      found: assignee,
      wanted: "a user name, an account's number or @me",
    });
  return /^\d+$/.test(assignee) ? { assignee_id: assignee } : { "assignee_username[]": assignee };
}

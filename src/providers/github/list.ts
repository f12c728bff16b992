import { Fault } from "../../core/fault.ts";
import type { HttpRequest, QueryValue } from "../../core/http.ts";
import type { Ticket } from "../../core/ticket.ts";
import type { Identity, TicketQuery } from "../../core/tracker.ts";
import { askMany } from "../ask-many.ts";
import { fits } from "../fits.ts";
import { oldestChangeFirst } from "../oldest-change-first.ts";
import { isSame, isState } from "../states.ts";
import type { Api } from "./api.ts";
import { MOST_ALIASES } from "./batch.ts";
import { askTogether } from "./many.ts";
import { fromRest, STATES, stateNamed, ticketOf } from "./map.ts";
import { isOutsider, originOf } from "./origin.ts";
import { PAGE, pageAt, pages } from "./pages.ts";
import type { Repositories } from "./repositories.ts";
import { foundShape, type Issue, issuesShape } from "./schema.ts";

/** What is asked once a connection. */
interface Known {
  readonly identity: () => Promise<Identity>;
  readonly repositories: Repositories;
}

/** Issues of the configured repository, newest or oldest change first. */
export async function* list(
  api: Api,
  { identity, repositories }: Known,
  query: TicketQuery,
): AsyncGenerator<Ticket> {
  const wanted = await resolved(identity, query);
  const ask = (since: string | undefined, direction: "asc" | "desc"): HttpRequest => ({
    path: `/repos/${api.settings.repo}/issues`,
    query: {
      state: stateParameter(api, wanted),
      labels: native(wanted.labels)?.join(","),
      assignee: nativeLogin(wanted),
      since,
      sort: "updated",
      direction,
      per_page: PAGE,
    },
  });
  const about = api.settings.repo;
  const all =
    query.order === "oldest-first"
      ? oldestChangeFirst({
          since: wanted.updatedSince,
          page: (since, number) =>
            pageAt(api, about, { request: ask(since, "asc"), shape: issuesShape, number }),
          mark: ({ number, updated_at }: Issue) => ({ id: String(number), at: updated_at }),
        })
      : pages(api, about, { request: ask(wanted.updatedSince, "desc"), shape: issuesShape });
  for await (const issues of all) yield* withOrigins(api, repositories, fitting(api, issues, wanted));
}

/** Issues with the text as a phrase in title or description: the first 1,000 hits, which is where GitHub ends. */
export async function* search(
  api: Api,
  { identity, repositories }: Known,
  { text, query = {} }: { text: string; query?: TicketQuery | undefined },
): AsyncGenerator<Ticket> {
  const wanted = await resolved(identity, query);
  // Quoted, so that no word of the text is read as a qualifier.
  const phrase = text.replace(/["\\\s]+/g, " ").trim();
  if (phrase === "") throw new Fault("usage", `${api.remote} can't be searched for nothing.`);
  const state = stateParameter(api, wanted);
  const login = nativeLogin(wanted);
  const q = [
    `"${phrase}"`,
    `repo:${api.settings.repo}`,
    "is:issue",
    "in:title,body",
    ...(state === "all" ? [] : [`state:${state}`]),
    ...(login === undefined ? [] : [`assignee:${login}`]),
    ...(native(wanted.labels) ?? []).map((label) => `label:"${label.replaceAll('"', "")}"`),
  ].join(" ");
  const request: HttpRequest = {
    path: "/search/issues",
    query: { q, sort: "updated", order: query.order === "oldest-first" ? "asc" : "desc", per_page: PAGE },
  };
  for await (const { items } of pages(api, "the search", { request, shape: foundShape }))
    yield* withOrigins(api, repositories, fitting(api, items, wanted));
}

interface Listed {
  readonly ticket: Ticket;
  readonly isStrange: boolean;
}

/** Pull requests are listed among the issues. What GitHub can't narrow is narrowed here. */
function fitting({ remote, settings }: Api, issues: readonly Issue[], query: TicketQuery): readonly Listed[] {
  return issues.flatMap((issue) => {
    if (issue.pull_request) return [];
    const ticket = ticketOf(fromRest(issue), { remote, settings, asked: null });
    if (!fits(ticket, query) || !isOf(ticket, query)) return [];
    return [{ ticket, isStrange: isOutsider(issue.author_association) }];
  });
}

/** A page is asked for its strangers' issues together. Without a credential they are told without anybody who took them up. */
async function* withOrigins(
  api: Api,
  repositories: Repositories,
  listed: readonly Listed[],
): AsyncGenerator<Ticket> {
  const strange = listed.flatMap(({ ticket, isStrange }) => (isStrange ? ticket.id : []));
  const isPublic = strange.length > 0 && (await repositories(api.settings.repo)) !== "private";
  const known = isPublic && (await api.http.authenticated());
  const told = known ? await askMany(strange, MOST_ALIASES, (ids) => askTogether(api, ids)) : null;
  for (const { ticket, isStrange } of listed) {
    const lookup = told?.get(ticket.id);
    const origin = (lookup?.status === "found" && lookup.ticket.origin) || originOf(ticket.createdBy, []);
    yield isPublic && isStrange ? { ...ticket, origin } : ticket;
  }
}

/** `@me` becomes the login. An e-mail address names nobody here: GitHub does not tell it. */
async function resolved(identity: () => Promise<Identity>, query: TicketQuery): Promise<TicketQuery> {
  if (query.assignee === "@me") return { ...query, assignee: (await identity()).name };
  if (query.assignee?.includes("@") === true)
    throw new Fault("usage", "GitHub finds no assignee by e-mail address.", {
      found: query.assignee,
      wanted: "a login, an account's number or @me",
    });
  return query;
}

/** Which of GitHub's two states can hold what is wanted, by the policy's map too. */
function stateParameter({ settings }: Api, { states = [] }: TicketQuery): QueryValue {
  if (states.length === 0) return "all";
  const names = Object.keys(STATES).filter((name) =>
    states.some((one) => isState(one, stateNamed(name, settings))),
  );
  if (names.length === 0) return "all";
  if (names.every((name) => name === "open")) return "open";
  return names.includes("open") ? "all" : "closed";
}

/** A number may be a login or an account: both are looked for here. */
function nativeLogin({ assignee }: TicketQuery): string | undefined {
  return assignee === undefined || /^\d+$/.test(assignee) ? undefined : assignee;
}

/** Labels that can be named in a list with commas between. */
function native(labels: readonly string[] | undefined): readonly string[] | undefined {
  const fit = labels?.filter((label) => !label.includes(","));
  return fit === undefined || fit.length === 0 ? undefined : fit;
}

/** What neither a list nor a search is sure to have narrowed. */
function isOf({ assignees, updatedAt }: Ticket, { assignee, updatedSince }: TicketQuery): boolean {
  return (
    (assignee === undefined ||
      assignees.some(({ name, account }) => isSame(name, assignee) || account === assignee)) &&
    (updatedSince === undefined || Date.parse(updatedAt ?? "") >= Date.parse(updatedSince))
  );
}

import type { Ticket } from "../../core/ticket.ts";
import type { TicketQuery } from "../../core/tracker.ts";
import { fits } from "../fits.ts";
import { isState } from "../states.ts";
import { trouble } from "../trouble.ts";
import { askJson, type Space } from "./ask.ts";
import { toTicket } from "./map.ts";
import { personIds } from "./people.ts";
import { nameOf, statesOf } from "./properties.ts";
import { type DataSource, type Page, pages } from "./schema.ts";
import { ownSources } from "./sources.ts";

type Filter = Readonly<Record<string, unknown>>;

/** Pages of the data source that a query wants, without their texts. `text`: part of the title, all that can be searched. */
export async function* list(space: Space, wanted: TicketQuery, text?: string): AsyncGenerator<Ticket> {
  const { assignee } = wanted;
  const [person = null] = assignee === undefined ? [] : await personIds(space, [assignee]);
  for (const source of await ownSources(space)) {
    const filters = filtersOf(space, source, { wanted, person, text });
    if (filters !== null) yield* query(space, source, { wanted, filters });
  }
}

/** A data source stops after ten thousand pages: the rest is asked for from the last one on. */
async function* query(
  space: Space,
  source: DataSource,
  { wanted, filters }: { wanted: TicketQuery; filters: readonly Filter[] },
): AsyncGenerator<Ticket> {
  const isOldest = wanted.order === "oldest-first";
  const seen = new Set<string>();
  let bound: readonly Filter[] = [];
  for (;;) {
    let last: string | null = null;
    let isEnd = true;
    const before = seen.size;
    for await (const { results, incomplete } of answers(space, source, {
      filters: [...filters, ...bound],
      isOldest,
    })) {
      isEnd = !incomplete;
      for (const page of results) {
        last = page.last_edited_time;
        const mark = `${page.id} ${page.last_edited_time}`;
        if (seen.has(mark) || (page.in_trash ?? page.archived)) continue;
        seen.add(mark);
        const ticket = await toTicket(space, page);
        if (fits(ticket, wanted)) yield ticket;
      }
    }
    if (isEnd) return;
    if (last === null || seen.size === before)
      throw trouble(
        "unavailable",
        `${space.remote} stopped listing before its end: too many pages were changed in one minute.`,
      );
    bound = [
      {
        timestamp: "last_edited_time",
        last_edited_time: { [isOldest ? "on_or_after" : "on_or_before"]: last },
      },
    ];
  }
}

async function* answers(
  space: Space,
  source: DataSource,
  { filters, isOldest }: { filters: readonly Filter[]; isOldest: boolean },
): AsyncGenerator<{ readonly results: readonly Page[]; readonly incomplete: boolean }> {
  let start_cursor: string | undefined;
  do {
    const json = {
      ...(filters.length === 0 ? {} : { filter: { and: filters } }),
      sorts: [{ timestamp: "last_edited_time", direction: isOldest ? "ascending" : "descending" }],
      page_size: 100,
      ...(start_cursor === undefined ? {} : { start_cursor }),
    };
    const path = `/data_sources/${encodeURIComponent(source.id)}/query`;
    const request = { method: "POST", path, json, reads: true } as const;
    const reply = await askJson(space, request, { shape: pages, about: "the data source's pages" });
    start_cursor = reply.next_cursor ?? undefined;
    const isLast = start_cursor === undefined;
    yield { results: reply.results, incomplete: isLast && reply.request_status?.type === "incomplete" };
  } while (start_cursor !== undefined);
}

/** What the tracker is asked; null: nothing can fit, there is no such state or property. */
function filtersOf(
  space: Space,
  source: DataSource,
  { wanted, person, text }: { wanted: TicketQuery; person: string | null; text: string | undefined },
): readonly Filter[] | null {
  const { states = [], labels = [], updatedSince } = wanted;
  const names = (role: Parameters<typeof nameOf>[1]) => nameOf(source.properties, role);
  const [people, tags] = [names("people"), names("labels")];
  const fitting = statesOf(source, space.settings.status_map).filter((state) =>
    states.some((one) => isState(one, state)),
  );
  const impossible =
    (states.length > 0 && fitting.length === 0) ||
    (person !== null && people === null) ||
    (labels.length > 0 && tags === null);
  if (impossible) return null;
  const [property, type] = [
    names("status") ?? names("choice"),
    names("status") === null ? "select" : "status",
  ];
  return [
    ...(fitting.length === 0
      ? []
      : [{ or: fitting.map(({ name }) => ({ property, [type]: { equals: name } })) }]),
    ...(person === null ? [] : [{ property: people, people: { contains: person } }]),
    ...labels.map((label) => ({ property: tags, multi_select: { contains: label } })),
    ...(updatedSince === undefined
      ? []
      : [{ timestamp: "last_edited_time", last_edited_time: { on_or_after: updatedSince } }]),
    ...(text === undefined ? [] : [{ property: names("title"), title: { contains: text } }]),
  ];
}

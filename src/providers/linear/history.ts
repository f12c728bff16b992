import type { TicketEvent } from "../../core/tracker.ts";
import { oldestFirst } from "../oldest-first.ts";
import { cleanLine, utc } from "../text.ts";
import { ask, type Client } from "./client.ts";
import { personOf } from "./map.ts";
import { nodesOf, type Page } from "./pages.ts";
import { CHANGE, type Change, changeShape, pageShape } from "./schema.ts";

/** Entries asked for at a time. */
const PAGE = 50;

/** Who changed what, oldest first. */
export async function historyOf(client: Client, id: string): Promise<readonly TicketEvent[]> {
  const events: TicketEvent[] = [];
  for await (const entry of changesOf(client, id)) events.push(...eventsOf(entry));
  return oldestFirst(events);
}

/** All entries of an issue's history. */
export function changesOf(client: Client, id: string): AsyncGenerator<Change> {
  return nodesOf((after) => entries(client, id, after));
}

async function entries(client: Client, id: string, after: string | null): Promise<Page<Change>> {
  const { issue } = await ask(client, {
    query: `query History($id: String!, $first: Int!, $after: String) {
      issue(id: $id) { history(first: $first, after: $after) { nodes { ${CHANGE} } pageInfo { hasNextPage endCursor } } }
    }`,
    variables: { id, first: PAGE, after },
    shape: (z) => z.object({ issue: z.object({ history: pageShape(changeShape)(z) }) }),
    about: id,
  });
  return issue.history;
}

type Pair = readonly [field: string, from: string | null | undefined, to: string | null | undefined];

/** One entry can hold changes of several fields; it names only those that changed. */
function eventsOf(entry: Change): readonly TicketEvent[] {
  const at = utc(entry.createdAt) ?? entry.createdAt;
  const by = entry.actor ? personOf(entry.actor) : null;
  const pairs: readonly Pair[] = [
    ["state", entry.fromState?.name, entry.toState?.name],
    ["assignees", entry.fromAssignee?.name, entry.toAssignee?.name],
    ["title", entry.fromTitle, entry.toTitle],
    ...(entry.removedLabels ?? []).map(({ name }): Pair => ["labels", name, null]),
    ...(entry.addedLabels ?? []).map(({ name }): Pair => ["labels", null, name]),
    ["parent", entry.fromParent?.identifier, entry.toParent?.identifier],
    ["project", entry.fromTeam?.key, entry.toTeam?.key],
  ];
  const told = pairs
    .filter(([, from, to]) => Boolean(from) || Boolean(to))
    .map(([field, from, to]) => ({ at, by, field, from: lineOf(from), to: lineOf(to) }));
  if (entry.updatedDescription !== true) return told;
  return [...told, { at, by, field: "description", from: null, to: null }];
}

function lineOf(text: string | null | undefined): string | null {
  return text ? cleanLine(text) : null;
}

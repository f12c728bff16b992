import type { TicketEvent } from "../../core/tracker.ts";
import { oldestFirst } from "../oldest-first.ts";
import { cleanLine, utc } from "../text.ts";
import { type Api, issuePath, pages } from "./api.ts";
import { personOf } from "./map.ts";
import { type Event, eventsShape, type Note, notesShape } from "./schema.ts";

type Change = Pick<TicketEvent, "field" | "from" | "to">;

const KINDS = ["resource_state_events", "resource_label_events", "resource_milestone_events"] as const;

/** Who changed what, oldest first: from GitLab's records, and from its notes for what it keeps no record of. */
export async function historyOf(api: Api, id: string): Promise<readonly TicketEvent[]> {
  const events: TicketEvent[] = [];
  for (const kind of KINDS) {
    const request = { path: `${issuePath(id)}/${kind}` };
    for await (const page of pages(api, id, { request, shape: eventsShape }))
      for (const event of page) events.push(...told(event.created_at, event.user, changeIn(event)));
  }
  const request = {
    path: `${issuePath(id)}/notes`,
    query: { activity_filter: "only_activity", sort: "asc" },
  };
  for await (const notes of pages(api, id, { request, shape: notesShape }))
    for (const note of notes) events.push(...told(note.created_at, note.author, noted(note)));
  return oldestFirst(events);
}

function told(at: string, by: Parameters<typeof personOf>[0], change: Change | null): readonly TicketEvent[] {
  const time = utc(at);
  if (time === null || change === null) return [];
  const clean = (text: string | null) => (text === null ? null : cleanLine(text));
  return [
    { at: time, by: personOf(by), field: change.field, from: clean(change.from), to: clean(change.to) },
  ];
}

/** A label or milestone that was deleted since has no name any more. */
function changeIn({ state, action, label, milestone }: Event): Change | null {
  if (state === "closed") return { field: "state", from: "opened", to: "closed" };
  if (state === "reopened" || state === "opened") return { field: "state", from: "closed", to: "opened" };
  const [field, name] = milestone
    ? (["milestone", milestone.title] as const)
    : (["labels", label?.name ?? null] as const);
  if (action === "add") return { field, from: null, to: name };
  return action === "remove" ? { field, from: name, to: null } : null;
}

function noted({ system, body }: Note): Change | null {
  if (!system) return null;
  if (body === "changed the description") return { field: "description", from: null, to: null };
  const [, from, to] = /^changed title from \*\*(.*)\*\* to \*\*(.*)\*\*$/s.exec(body) ?? [];
  if (from !== undefined && to !== undefined)
    return { field: "title", from: unmarked(from), to: unmarked(to) };
  const [, added] = /^assigned to (.+?)(?: and unassigned .+)?$/s.exec(body) ?? [];
  const [, removed] = /(?:^|and )unassigned (.+)$/s.exec(body) ?? [];
  if (added === undefined && removed === undefined) return null;
  return { field: "assignees", from: removed ?? null, to: added ?? null };
}

/** Without the marks of what is different: `{-old-}`, `{+new+}`. */
function unmarked(title: string): string {
  return title.replace(/\{[-+]|[-+]\}/g, "");
}

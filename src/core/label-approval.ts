import { normalised } from "./approval.ts";
import { isSameName } from "./states.ts";
import { type Approval, SNAPSHOT_FIELDS } from "./ticket.ts";
import type { TicketEvent } from "./tracker.ts";

/**
 * The approval that a label gives, by a ticket's history: whoever set it last, and what was changed since. Null: the history does not tell
 * who set it, or tells that it was taken away.
 */
export function labelApproval(label: string, history: readonly TicketEvent[]): Approval | null {
  const events = [...history].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const isIt = (name: string | null): boolean => name !== null && isSameName(name, label);
  const last = events.findLast(({ field, from, to }) => field === "labels" && isIt(from) !== isIt(to));
  if (last === undefined || last.by === null || !isIt(last.to)) return null;
  const { at, by } = last;
  // Of two changes of one moment nobody can say which came first.
  const later = events.filter((event) => Date.parse(event.at) >= Date.parse(at) && isChange(event));
  const changed = SNAPSHOT_FIELDS.filter((part) => later.some(({ field }) => field === part));
  return { by, at, of: { kind: "label", label, changed } };
}

/** A ticked box is none, where the tracker tells both texts. Two that are the same here differ in what was cut out of them. */
function isChange({ from, to }: TicketEvent): boolean {
  return from === to || from === null || to === null || normalised(from) !== normalised(to);
}

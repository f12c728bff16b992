import type { Terms } from "./terms.ts";
import type { StateCategory, Ticket } from "./ticket.ts";

/** Category names as a policy writes them; any other word in a list is a tracker's own name. */
const STATE_CATEGORIES: readonly StateCategory[] = ["open", "in_progress", "done", "canceled", "unknown"];
const DEFAULT_STATES = ["open", "in_progress"];

/** The states that authorise in a remote: categories, and names of its own. */
export function wantedStates(remote: string, states: Terms["authorise"]["states"]): readonly string[] {
  return listFor(remote, states) ?? DEFAULT_STATES;
}

/** Whether a state is among them. */
export function isStateAllowed(state: Ticket["state"], wanted: readonly string[]): boolean {
  const isCategory = (word: string): boolean => STATE_CATEGORIES.some((category) => category === word);
  return wanted.some((word) =>
    isCategory(word) ? word === state.category && word !== "unknown" : isSameName(word, state.name),
  );
}

/** Null: lists by remotes leave this one out. It keeps the default then, never everything. */
export function listFor(remote: string, lists: Terms["authorise"]["states"]): readonly string[] | null {
  if (isList(lists)) return lists;
  return Object.hasOwn(lists, remote) ? (lists[remote] ?? null) : null;
}

function isList(lists: Terms["authorise"]["states"]): lists is readonly string[] {
  return Array.isArray(lists);
}

/** Names are compared without case and blanks around them. */
export function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

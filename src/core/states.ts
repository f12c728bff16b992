import type { Terms } from "./terms.ts";
import type { StateCategory, Ticket } from "./ticket.ts";

/** Category names as a policy writes them; any other word in a list is a tracker's own name. */
const STATE_CATEGORIES: readonly StateCategory[] = ["open", "in_progress", "done", "canceled", "unknown"];
const DEFAULT_STATES = ["open", "in_progress"];

/** States of a remote's tickets that allow work. A remote that the policy's lists leave out keeps the default, never everything. */
export function wantedStates(
  remote: string,
  { states }: Pick<Terms["authorise"], "states">,
): readonly string[] {
  return listFor(remote, states) ?? DEFAULT_STATES;
}

/** Whether a state is among those. A category's word means the category alone, so that a tracker's state of the same name gains nothing by it. */
export function isWantedState({ name, category }: Ticket["state"], wanted: readonly string[]): boolean {
  const isCategory = (word: string): boolean => STATE_CATEGORIES.some((one) => one === word);
  return wanted.some((word) =>
    isCategory(word) ? word === category && word !== "unknown" : isSameName(word, name),
  );
}

/** A remote's own list; null: lists by remotes leave this one out. */
export function listFor(remote: string, lists: Terms["authorise"]["states"]): readonly string[] | null {
  if (isList(lists)) return lists;
  return Object.hasOwn(lists, remote) ? (lists[remote] ?? null) : null;
}

function isList(lists: Terms["authorise"]["states"]): lists is readonly string[] {
  return Array.isArray(lists);
}

/** Names in trackers are compared without case. */
export function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

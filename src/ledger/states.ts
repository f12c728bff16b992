import { authoriseOptions } from "../core/authorise-options.ts";
import { canonical } from "../core/canonical.ts";
import type { Law, PolicySections } from "../core/law.ts";
import { isWantedState, wantedStates } from "../core/states.ts";
import type { Ticket } from "../core/ticket.ts";

type States = PolicySections["authorise"]["states"];

/** Every list of states that a law or one of its scopes lets authorise; most laws have one. */
export function stateLists(law: Pick<Law, "rules" | "scopes" | "sections">): readonly States[] {
  const own = authoriseOptions(law).flatMap(({ states }) => (isStates(states) ? [states] : []));
  const lists = [law.sections.authorise.states, ...own];
  return [...new Map(lists.map((list) => [canonical(list), list])).values()];
}

/** Every label that a law or one of its scopes wants on a ticket that authorises. */
export function wantedLabels(law: Pick<Law, "rules" | "scopes" | "sections">): readonly string[] {
  const own = authoriseOptions(law).flatMap(({ labels }) => (isNames(labels) ? labels : []));
  return [...new Set([...law.sections.authorise.labels, ...own])].sort();
}

/** Whether one of those lists has a state of this remote. */
export function isInLists(lists: readonly States[], remote: string, state: Ticket["state"]): boolean {
  return lists.some((states) => isWantedState(state, wantedStates(remote, { states })));
}

function isStates(value: unknown): value is States {
  return (
    isNames(value) || (typeof value === "object" && value !== null && Object.values(value).every(isNames))
  );
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

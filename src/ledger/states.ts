import { canonical } from "../core/canonical.ts";
import type { Law, PolicySections } from "../core/law.ts";
import { isWantedState, wantedStates } from "../core/states.ts";
import type { Ticket } from "../core/ticket.ts";

type States = PolicySections["authorise"]["states"];

/** Every list of states that a law or one of its scopes lets authorise; most laws have one. */
export function stateLists({
  rules,
  scopes,
  sections,
}: Pick<Law, "rules" | "scopes" | "sections">): readonly States[] {
  const sets = [rules, ...scopes.filter(({ exempt }) => !exempt).map((scope) => scope.rules)];
  const own = sets.flatMap((set) => Object.values(set).flatMap(({ options }) => statesIn(options)));
  const lists = [sections.authorise.states, ...own];
  return [...new Map(lists.map((list) => [canonical(list), list])).values()];
}

/** Every label that a law or one of its scopes wants on a ticket that authorises. */
export function wantedLabels({
  rules,
  scopes,
  sections,
}: Pick<Law, "rules" | "scopes" | "sections">): readonly string[] {
  const sets = [rules, ...scopes.filter(({ exempt }) => !exempt).map((scope) => scope.rules)];
  const own = sets.flatMap((set) => Object.values(set).flatMap(({ options }) => labelsIn(options)));
  return [...new Set([...sections.authorise.labels, ...own])].sort();
}

/** Whether one of those lists has a state of this remote. */
export function isInLists(lists: readonly States[], remote: string, state: Ticket["state"]): boolean {
  return lists.some((states) => isWantedState(state, wantedStates(remote, { states })));
}

/** Options of a rule either are the terms, or hold them. */
function statesIn(options: unknown): readonly States[] {
  const { authorise, terms } = record(options);
  const { states } = record(authorise);
  if (isStates(states)) return [states];
  return terms === undefined ? [] : statesIn(terms);
}

function labelsIn(options: unknown): readonly string[] {
  const { authorise, terms } = record(options);
  const { labels } = record(authorise);
  if (Array.isArray(labels)) return labels.filter((one) => typeof one === "string");
  return terms === undefined ? [] : labelsIn(terms);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isStates(value: unknown): value is States {
  return (
    isNames(value) || (typeof value === "object" && value !== null && Object.values(value).every(isNames))
  );
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

import { approvalLaws } from "./approval-laws.ts";
import type { Law } from "./law.ts";
import { isSettled } from "./past.ts";
import { isAnywhereOn, isOn } from "./scope.ts";
import { isWantedState, wantedStates } from "./states.ts";
import type { Lookup, ToldPast } from "./ticket.ts";

/** The rule that asks who gave a ticket its state. */
export const AUTHORISER_RULE = "authoriser-is-not-author";

/** Whether the moment at which a change was decided can make a difference to what the tracker's ticket of a look-up is worth. */
export function timedUnder(law: Law): (lookup: Lookup | undefined) => boolean {
  const hasOneList = !isAnywhereOn(law, AUTHORISER_RULE) && hasOnlyItsOwnStates(law);
  const wantsApproval = approvalLaws(law).length > 0;
  return (lookup) => {
    if (lookup?.status !== "found" || lookup.source === "file") return false;
    const { past, approvals = [], remote } = lookup.ticket;
    if (wantsApproval && approvals.length > 0) return true;
    if (past?.status !== "told") return false;
    if (!hasOneList) return hasMoments(past);
    const wanted = wantedStates(remote, law.sections.authorise);
    return !isSettled(past, (state) => isWantedState(state, wanted));
  };
}

/** No rule of the law or of a scope names states of its own. */
function hasOnlyItsOwnStates({ rules, scopes, sections }: Law): boolean {
  const own = JSON.stringify(sections.authorise.states);
  const sets = [rules, ...scopes.filter(({ exempt }) => !exempt).map((scope) => scope.rules)];
  const named = sets.flatMap((set) =>
    Object.values(set)
      .filter(isOn)
      .flatMap(({ options }) => statesIn(options)),
  );
  return named.every((states) => JSON.stringify(states) === own);
}

/** Options of a rule either are the terms, or hold them. */
function statesIn(options: unknown): readonly unknown[] {
  const { authorise = null, terms = null } = record(options);
  const { states } = record(authorise);
  if (states !== undefined) return [states];
  return terms === null ? [] : statesIn(terms);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** More than one answer to what it was, whatever the law makes of them. */
function hasMoments({ spans, since }: ToldPast): boolean {
  return spans.length > 1 || since !== undefined || spans.some(({ until }) => until !== null);
}

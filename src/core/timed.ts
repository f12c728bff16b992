import { approvalLaws } from "./approval-laws.ts";
import { authoriseOptions } from "./authorise-options.ts";
import type { Law } from "./law.ts";
import { isSettled } from "./past.ts";
import { AUTHORISER_RULE } from "./rule-ids.ts";
import { isAnywhereOn } from "./scope.ts";
import { isWantedState, wantedStates } from "./states.ts";
import type { Lookup, ToldPast } from "./ticket.ts";

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
function hasOnlyItsOwnStates(law: Law): boolean {
  const own = JSON.stringify(law.sections.authorise.states);
  return authoriseOptions(law).every(({ states }) => states === undefined || JSON.stringify(states) === own);
}

/** More than one answer to what it was, whatever the law makes of them. */
function hasMoments({ spans, since }: ToldPast): boolean {
  return spans.length > 1 || since !== undefined || spans.some(({ until }) => until !== null);
}

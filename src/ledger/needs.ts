import { approvalLaws } from "../core/approval-laws.ts";
import type { Law } from "../core/law.ts";
import { parentLevels } from "../core/parents.ts";
import { isRiskLabel } from "../core/risk.ts";
import { ASSIGNEE_RULE, AUTHORISER_RULE, RELEASE_RULE } from "../core/rule-ids.ts";
import { isAnywhereOn } from "../core/scope.ts";
import { isSameName } from "../core/states.ts";
import type { Ticket } from "../core/ticket.ts";
import type { LedgerField } from "./format.ts";
import { isInLists, stateLists, wantedLabels } from "./states.ts";

/** What of a ticket the rules of a law read; the rest is kept out of its ledger. */
export interface LedgerNeeds {
  readonly fields: readonly LedgerField[];
  isLabel(label: string): boolean;
  /** Whether a state of a remote's tickets allows work, in whatever scope. */
  isAllowed(remote: string, state: Ticket["state"]): boolean;
}

/** Reads a law's needs once. */
export function ledgerNeeds(law: Pick<Law, "rules" | "scopes" | "sections">): LedgerNeeds {
  const { approval } = law.sections.authorise;
  const approvals = [...(approval === null ? [] : [approval]), ...approvalLaws(law)];
  const named = [...wantedLabels(law), ...approvals.flatMap(({ label }) => label ?? [])];
  const isByRisk = approvals.some(({ risk }) => risk !== null);
  const lists = stateLists(law);
  const needs: readonly (readonly [LedgerField, boolean])[] = [
    ["assignees", isAnywhereOn(law, ASSIGNEE_RULE)],
    ["authors", isAnywhereOn(law, AUTHORISER_RULE)],
    ["by", isAnywhereOn(law, AUTHORISER_RULE)],
    ["parent", parentLevels(law) > 0],
    ["plan", isAnywhereOn(law, RELEASE_RULE)],
    ["states", lists.length > 1],
  ];
  return {
    fields: needs.flatMap(([field, isNeeded]) => (isNeeded ? [field] : [])),
    isLabel: (label) => named.some((one) => isSameName(one, label)) || (isByRisk && isRiskLabel(label)),
    isAllowed: (remote, state) => isInLists(lists, remote, state),
  };
}

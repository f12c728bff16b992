import { approvalLaws } from "../core/approval-laws.ts";
import type { Law } from "../core/law.ts";
import { parentLevels } from "../core/parents.ts";
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

/** The rule that asks to whom a ticket is assigned. */
const ASSIGNEE_RULE = "author-is-assignee";
/** The rule that asks who let a ticket be worked on, and the one that asks what it is planned for. */
const AUTHORISER_RULE = "authoriser-is-not-author";
const RELEASE_RULE = "release-matches-branch";

/** Labels by which people say how much harm the work may do. */
const RISK_LABEL = /^risk(?::{1,2}|\/|-)/i;

/** Reads a law's needs once. */
export function ledgerNeeds(law: Pick<Law, "rules" | "scopes" | "sections">): LedgerNeeds {
  const { approval } = law.sections.authorise;
  const approvals = [...(approval === null ? [] : [approval]), ...approvalLaws(law)];
  const named = new Set([...wantedLabels(law), ...approvals.flatMap(({ label }) => label ?? [])].map(plain));
  const isByRisk = approvals.some(({ risk }) => risk !== null);
  const lists = stateLists(law);
  const needs: readonly (readonly [LedgerField, boolean])[] = [
    ["assignees", isOn(law, ASSIGNEE_RULE)],
    ["authors", isOn(law, AUTHORISER_RULE)],
    ["by", isOn(law, AUTHORISER_RULE)],
    ["parent", parentLevels(law) > 0],
    ["plan", isOn(law, RELEASE_RULE)],
    ["states", lists.length > 1],
  ];
  return {
    fields: needs.flatMap(([field, isNeeded]) => (isNeeded ? [field] : [])),
    isLabel: (label) => named.has(plain(label)) || (isByRisk && RISK_LABEL.test(label)),
    isAllowed: (remote, state) => isInLists(lists, remote, state),
  };
}

function isOn({ rules, scopes }: Pick<Law, "rules" | "scopes">, id: string): boolean {
  return [rules, ...scopes.map((scope) => scope.rules)].some((set) => (set[id]?.level ?? "off") !== "off");
}

function plain(label: string): string {
  return label.trim().toLowerCase();
}

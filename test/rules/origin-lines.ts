import type { Approval, Person } from "../../src/core/ticket.ts";
import { ADA, approved, asking, BOB, EVE, naming, remote, THEN, withApprovals } from "./approval-lines.ts";
import { found } from "./evidence.ts";
import type { Line } from "./table.ts";

const options = asking();

function labelled(by: Person, given: Partial<Extract<Approval["of"], { kind: "label" }>> = {}): Approval {
  return { by, at: "2026-03-02T09:00:00Z", of: { kind: "label", label: "Approved", changed: [], ...given } };
}

const risky = asking({ risk: ["high", "critical"] });

const risks: readonly Line[] = [
  {
    fear: "a ticket without risk needs an approval",
    evidence: withApprovals(),
    options: risky,
    codes: ["authorised"],
  },
  {
    fear: "a risky ticket needs none",
    evidence: naming(found(remote({ risk: "high", approvals: [] }))),
    options: risky,
    codes: ["unapproved"],
  },
  ...["risk:critical", "Risk/High", "risk::high", "risk-high"].map((label) => ({
    fear: `the label ${label} is overlooked`,
    evidence: naming(found(remote({ risk: "low", labels: ["risk:low", label], approvals: [] }))),
    options: risky,
    codes: ["unapproved"],
  })),
];

const byLabel = asking({ label: "approved" });

const labels: readonly Line[] = [
  {
    fear: "a label does not count",
    evidence: withApprovals(labelled(BOB)),
    options: byLabel,
    codes: ["approved"],
  },
  {
    fear: "a label counts where the policy names none",
    evidence: withApprovals(labelled(BOB)),
    options,
    codes: ["unapproved"],
  },
  {
    fear: "another label counts",
    evidence: withApprovals(labelled(BOB, { label: "reviewed" })),
    options: byLabel,
    codes: ["unapproved"],
  },
  {
    fear: "what changed since the label was set is approved with it",
    evidence: withApprovals(labelled(BOB, { changed: ["description"] })),
    options: byLabel,
    codes: ["approval-void"],
  },
  {
    fear: "an author sets the label",
    evidence: withApprovals(labelled(ADA)),
    options: byLabel,
    codes: ["self-approved"],
  },
];

const stranger = { outsider: true, vouchers: [] };

const origins: readonly Line[] = [
  {
    fear: "a stranger's ticket authorises",
    evidence: naming(found(remote({ origin: stranger, createdBy: EVE }))),
    codes: ["outsider"],
  },
  {
    fear: "a stranger's ticket never authorises",
    evidence: naming(found(remote({ origin: { outsider: true, vouchers: [BOB] } }))),
    codes: ["authorised"],
  },
  {
    fear: "a collaborator has to vouch for their own ticket",
    evidence: naming(found(remote({ origin: { outsider: false, vouchers: [] } }))),
    codes: ["authorised"],
  },
  {
    fear: "an approved ticket of a stranger has to be labelled too",
    evidence: naming(found(remote({ origin: stranger, approvals: [approved(BOB)] }))),
    options,
    codes: ["approved"],
  },
  {
    fear: "a stranger's risky ticket is let off, since only an approval would be asked",
    evidence: naming(found(remote({ origin: stranger, approvals: [approved(BOB, THEN)] }))),
    options,
    codes: ["approval-void"],
  },
];

/** What ticket-authorised has to say of risks, labels, and whoever opened a ticket. */
export const originLines: readonly Line[] = [...risks, ...labels, ...origins];

import { accountName, approvedFor } from "../core/approved.ts";
import { standingOf } from "../core/authorise.ts";
import type { Claim } from "../core/claims.ts";
import type { Evidence } from "../core/evidence.ts";
import { riskOf } from "../core/risk.ts";
import type { Terms } from "../core/terms.ts";
import type { Ticket } from "../core/ticket.ts";
import type { ThreadFacts } from "./render-block.ts";

/** A ticket as the gate weighs it now. */
export interface WeighedTicket {
  readonly facts: ThreadFacts;
  /** Null: nobody here could tell it. */
  readonly ticket: Ticket | null;
}

/** What a claim is worth, in the words of a block's footer. */
export function weighClaim(claim: Claim, evidence: Evidence, terms: Terms): WeighedTicket {
  const { outcome, tickets } = standingOf(claim, evidence, terms);
  const [ticket] = tickets;
  const authorisation = WORDS[outcome];
  if (ticket === undefined)
    return { ticket: null, facts: { authorisation, state: "not told", risk: null, approval: "not told" } };
  const approved = approvedFor(ticket, evidence, terms);
  const approval =
    approved.status === "approved"
      ? `${accountName(approved.approval.by)}, ${approved.approval.at.slice(0, 10)}`
      : APPROVAL[approved.status];
  return { ticket, facts: { authorisation, state: ticket.state.name, risk: riskOf(ticket), approval } };
}

const WORDS = { pass: "authorised", fail: "not authorised", unknown: "not known" } as const;

const APPROVAL = {
  "not-needed": "not needed",
  void: "for another text",
  own: "by an author alone",
  doubtful: "perhaps by an author",
  none: "missing",
  task: "missing",
  untold: "not told",
} as const;

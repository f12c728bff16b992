import { accountName, approvedFor } from "../core/approved.ts";
import { standingOf } from "../core/authorise.ts";
import type { Claim } from "../core/claims.ts";
import type { Evidence } from "../core/evidence.ts";
import { writtenId } from "../core/reference.ts";
import { riskOf } from "../core/risk.ts";
import { termsFrom } from "../core/terms.ts";
import { lookupKey, type Ticket } from "../core/ticket.ts";
import type { Gate } from "../gate.ts";
import { lookUp } from "../gather/lookups.ts";
import { readCommit } from "../git/read-commit.ts";
import type { ThreadFacts } from "../specs/render-block.ts";

/** A ticket as the gate weighs it now. */
export interface WeighedTicket {
  readonly facts: ThreadFacts;
  /** Null: nobody here could tell it. */
  readonly ticket: Ticket | null;
}

/** Asks for a ticket as a verdict does, and says what it is worth for the work that ends in a commit. */
export async function weighTicket(
  gate: Gate,
  { remote, id }: { readonly remote: string; readonly id: string },
  commit: string,
): Promise<WeighedTicket> {
  const lookups = await lookUp(gate.law, gate.anew, [{ remote, id }]);
  const evidence = evidenceOf(gate, lookups, [await readCommit(gate.repo, commit, { paths: false })]);
  const grammar = gate.law.remotes.find(({ name }) => name === remote)?.grammar ?? "tasks";
  const place = { place: "title", inherited: false, excused: false } as const;
  const claim: Claim = { key: lookupKey(remote, id), remote, id, written: writtenId(grammar, id), ...place };
  const terms = termsFrom(gate.law.sections);
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

function evidenceOf(
  { at }: Gate,
  lookups: Evidence["lookups"],
  commits: readonly Awaited<ReturnType<typeof readCommit>>[],
): Evidence {
  return {
    change: { kind: "commits", commits, ref: null, complete: true },
    at,
    references: [],
    lookups,
    facts: [],
    tasks: [],
    waivers: [],
    globs: {},
    lawPaths: [],
    defaultBranches: [],
  };
}

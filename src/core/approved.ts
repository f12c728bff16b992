import { differingFields, isApprover, needsApproval } from "./approval.ts";
import { changeAuthors, isOneOf } from "./authors.ts";
import type { Evidence } from "./evidence.ts";
import type { ApprovalLaw } from "./law.ts";
import type { Terms } from "./terms.ts";
import type { Approval, Person, SnapshotField, Ticket } from "./ticket.ts";

/** What a ticket's approvals are worth for a change. */
export type Approved =
  /** The law asks for none. */
  | { readonly status: "not-needed" }
  | { readonly status: "approved"; readonly approval: Approval }
  | { readonly status: "void"; readonly approval: Approval; readonly changed: readonly SnapshotField[] }
  /** By authors of the change alone. */
  | { readonly status: "own"; readonly approval: Approval }
  /** It would count, were it known that it is no author's. */
  | { readonly status: "doubtful"; readonly approval: Approval }
  | { readonly status: "none" }
  | { readonly status: "task" }
  | { readonly status: "untold"; readonly detail: string };

/** One approval, and which parts of the ticket are no longer what it was given for. */
interface Weighed {
  readonly approval: Approval;
  readonly own: boolean | null;
  readonly changed: readonly SnapshotField[];
}

/**
 * Weighs a ticket's approvals: of those by accounts that may approve and are no author of the change the newest counts,
 * as long as it is for what the ticket says now.
 */
export function approvedFor(
  ticket: Ticket,
  evidence: Pick<Evidence, "change" | "authors" | "decided">,
  terms: Terms,
): Approved {
  const law = terms.authorise.approval;
  if (law === null || !needsApproval(ticket, law)) return { status: "not-needed" };
  if (ticket.path !== null) return { status: "task" };
  const { approvals, untold = [] } = ticket;
  if (approvals === undefined) return { status: "untold", detail: ticket.untoldWhy ?? NOT_ASKED };
  const authors = changeAuthors(evidence);
  const given = approvals.filter(({ at }) => isGiven(at, evidence)).sort(byTime);
  const weighed = given.flatMap((approval): readonly Weighed[] => {
    const changed = isCounted(approval, law) ? changedSince(approval, ticket) : null;
    const own = isOneOf(approval.by, authors, { people: terms.people, url: ticket.url });
    return changed === null ? [] : [{ approval, own, changed }];
  });
  const answer = newestCounts(weighed);
  if (answer.status === "void" && evidence.decided !== undefined)
    return { status: "untold", detail: CHANGED };
  if (
    answer.status === "none" &&
    evidence.decided !== undefined &&
    !approvals.some((one) => isCounted(one, law))
  )
    return { status: "untold", detail: TAKEN_AWAY };
  const isOpen =
    answer.status !== "approved" && (untold.includes("approvals") || untold.includes("snapshot"));
  return isOpen ? { status: "untold", detail: ticket.untoldWhy ?? NOT_ASKED } : answer;
}

/** What was decided in the past, no later approval can have allowed. */
function isGiven(at: string, { decided }: Pick<Evidence, "decided">): boolean {
  return decided === undefined || Date.parse(at) <= Date.parse(decided.at);
}

const CHANGED = "it was approved, and changed after that; whether before this was decided, nobody tells.";
const TAKEN_AWAY = "nobody approves it now; whether an approval of then was taken away since, nobody tells.";
const NOT_ASKED = "nobody asked for its approvals.";

/** Whether it comes from somebody whom the law lets approve, in a way that the law knows. */
function isCounted({ by, of }: Approval, law: ApprovalLaw): boolean {
  const known = of.kind === "comment" || of.label.toLowerCase() === law.label?.toLowerCase();
  return known && isApprover(by, law);
}

/** Null: what the ticket says now is not known. */
function changedSince({ of }: Approval, { snapshot }: Ticket): readonly SnapshotField[] | null {
  if (of.kind === "label") return of.changed;
  return snapshot === undefined ? null : differingFields(of.snapshot, snapshot);
}

/** Oldest first. The newest that is surely no author's decides, unless a doubtful one would say otherwise. */
function newestCounts(weighed: readonly Weighed[]): Approved {
  const sure = answerOf(weighed.findLast(({ own }) => own === false));
  const newest = weighed.findLast(({ own }) => own !== true);
  const likely = answerOf(newest);
  if (newest !== undefined && isPass(sure) !== isPass(likely))
    return { status: "doubtful", approval: newest.approval };
  if (likely.status !== "none") return isPass(likely) ? sure : likely;
  const own = weighed.at(-1);
  return own === undefined ? likely : { status: "own", approval: own.approval };
}

function answerOf(one: Weighed | undefined): Approved {
  if (one === undefined) return { status: "none" };
  const { approval, changed } = one;
  return changed.length === 0 ? { status: "approved", approval } : { status: "void", approval, changed };
}

function isPass({ status }: Approved): boolean {
  return status === "approved";
}

function byTime(a: Approval, b: Approval): number {
  return Date.parse(a.at) - Date.parse(b.at);
}

/** A person as a report names them: by what nobody else bears, with the display name beside it. */
export function accountName({ name, email, login = "", account = "" }: Person): string {
  const handle = login || email || account;
  if (handle === "" || handle === name) return name || handle;
  return name === "" ? handle : `${name} (${handle})`;
}

import pLimit from "p-limit";
import { approvalIn, needsApproval } from "../core/approval.ts";
import { Fault } from "../core/fault.ts";
import { labelApproval } from "../core/label-approval.ts";
import type { ApprovalLaw } from "../core/law.ts";
import type { Source } from "../core/ports.ts";
import { isSameName } from "../core/states.ts";
import type { Approval, Lookup, Ticket } from "../core/ticket.ts";
import type { TicketComment, Tracker } from "../core/tracker.ts";
import { snapshotOf } from "./snapshot.ts";

/** What of a tracker is asked about approvals. */
export type ApprovalPort = Pick<Tracker, "one" | "comments" | "history" | "recordsText">;

/** How many tickets of one tracker are asked about at once; the same few as providers ask. */
const WIDTH = 5;

/**
 * A source whose tickets bring the approvals that a law may ask of them. Nothing more is asked where no law needs one. What can't be had is
 * told as such: it never hides the ticket.
 */
export function approving(
  source: Source,
  open: () => Promise<ApprovalPort>,
  laws: readonly ApprovalLaw[],
): Source {
  if (laws.length === 0) return source;
  return {
    ...source,
    async many(ids) {
      const answers = await source.many(ids);
      const told = await pLimit(WIDTH).map(answers, async ([id, lookup]) => {
        const needed =
          lookup.status === "found" ? laws.filter((one) => needsApproval(lookup.ticket, one)) : [];
        return [id, needed.length === 0 ? lookup : await withApprovals(lookup, open, needed)] as const;
      });
      return new Map(told);
    },
  };
}

async function withApprovals(
  lookup: Lookup,
  open: () => Promise<ApprovalPort>,
  laws: readonly ApprovalLaw[],
): Promise<Lookup> {
  if (lookup.status !== "found" || lookup.source !== "api") return lookup;
  const whole = lookup.ticket.untold?.includes("snapshot")
    ? await (await open()).one(lookup.ticket.id)
    : lookup;
  // A text that nobody told is no empty one.
  if (whole.status !== "found") return lookup;
  return { ...lookup, ticket: await approvedTicket(whole.ticket, open, laws) };
}

/** The ticket with its snapshot and everybody's approvals. */
async function approvedTicket(
  ticket: Ticket,
  open: () => Promise<ApprovalPort>,
  laws: readonly ApprovalLaw[],
): Promise<Ticket> {
  const snapshot = snapshotOf(ticket);
  const parts = [byComments(ticket, open), ...labelsOf(laws).map((label) => byLabel(ticket, open, label))];
  const told = await Promise.all(parts.map((part) => part.catch(asUntold)));
  const approvals = told.flatMap((one) => one.approvals).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const long = snapshot === null ? ["its description is longer than is read here."] : [];
  const [untoldWhy] = [...long, ...told.flatMap(({ untold }) => untold ?? [])];
  return {
    ...ticket,
    approvals,
    ...(snapshot === null ? {} : { snapshot }),
    ...(untoldWhy === undefined ? {} : { untoldWhy, untold: [...(ticket.untold ?? []), "approvals"] }),
  };
}

/** Approvals of one kind; `untold`: why there may be more. */
interface Told {
  readonly approvals: readonly Approval[];
  readonly untold: string | null;
}

async function byComments(ticket: Ticket, open: () => Promise<ApprovalPort>): Promise<Told> {
  const comments = await (await open()).comments(ticket.id);
  const found = comments.flatMap((comment) => approvalOf(comment));
  const doubtful = found.some(({ edited }) => edited === null);
  return {
    // Whoever may edit a comment could make anybody approve anything.
    approvals: found.filter(({ edited }) => edited === false).map(({ approval }) => approval),
    untold: doubtful ? "the tracker does not tell whether a comment was edited after it was posted." : null,
  };
}

function approvalOf({
  by,
  at,
  text,
  edited,
}: TicketComment): readonly { readonly approval: Approval; readonly edited: boolean | null }[] {
  const snapshot = approvalIn(text);
  if (snapshot === null || by === null) return [];
  return [{ approval: { by, at, of: { kind: "comment", snapshot } }, edited }];
}

async function byLabel(ticket: Ticket, open: () => Promise<ApprovalPort>, label: string): Promise<Told> {
  if (!ticket.labels.some((one) => isSameName(one, label))) return { approvals: [], untold: null };
  const port = await open();
  if (!port.recordsText)
    return { approvals: [], untold: `the tracker keeps no record of who set the label ${label}.` };
  const approval = labelApproval(label, await port.history(ticket.id));
  if (approval !== null) return { approvals: [approval], untold: null };
  return { approvals: [], untold: `its history does not tell who set the label ${label}.` };
}

function labelsOf(laws: readonly ApprovalLaw[]): readonly string[] {
  return [...new Set(laws.flatMap(({ label }) => label ?? []))];
}

function asUntold(thrown: unknown): Told {
  if (!(thrown instanceof Fault)) throw thrown;
  const { message, found } = thrown;
  return { approvals: [], untold: found === undefined ? message : `${message} Found: ${found}` };
}

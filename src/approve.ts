import { askableTracker } from "./connect/askable.ts";
import { approvalIn, approvalLine, differingFields, isApprover, needsApproval } from "./core/approval.ts";
import { approvalLaws } from "./core/approval-laws.ts";
import { Fault } from "./core/fault.ts";
import type { ApprovalLaw, Law } from "./core/law.ts";
import type { Approval, Person, Snapshot, SnapshotField, Ticket } from "./core/ticket.ts";
import type { Identity, TicketComment, Tracker } from "./core/tracker.ts";
import { type GateWorld, openGate } from "./gate.ts";
import { foundTicket } from "./gather/found-ticket.ts";
import { type FileRefusal, namedTicket } from "./gather/named-ticket.ts";
import {
  isSnapshotDigest,
  snapshotDigest,
  snapshotName,
  snapshotOf,
  unexpectedFields,
} from "./gather/snapshot.ts";

/** What somebody is to approve, as its tracker tells it now. */
export interface ToApprove {
  readonly ticket: Ticket;
  readonly snapshot: Snapshot;
  /** One text for all of the snapshot; whoever names it approves this and nothing else. */
  readonly digest: string;
  readonly by: Identity;
}

/** What approving a ticket came to. */
export interface Approving extends ToApprove {
  /**
   * `already`: this account's newest approval is of the very same text. Nothing was posted of what was only `shown`, as was asked, `declined`,
   * or `other` than was expected.
   */
  readonly outcome: "approved" | "already" | "shown" | "declined" | "other";
  /** Parts that are not what was expected. */
  readonly changed: readonly SnapshotField[];
  /** Where the approval stands; null: the tracker gives comments no address, or there is none yet. */
  readonly url: string | null;
  /** Why the gate will not count it; null: it will, for whatever this account did not write itself. */
  readonly doubt: string | null;
}

/** How an approval is consented to. */
export interface Consent {
  /** Posts nothing. */
  readonly dryRun: boolean;
  /** The `digest` of what was read before; null: nobody named one. */
  readonly expect: string | null;
  /** Whether to post it, asked of whoever has seen it just now. */
  agree(shown: ToApprove): Promise<boolean>;
}

/**
 * Approves a ticket from the credential's own account, by a comment that is bound to what the ticket says. Whatever nobody would count is
 * refused before it is posted: Fault("usage" | "forbidden"), and what the tracker's answers give. A ticket that changes after it was shown
 * gets an approval of what was shown, which counts for nothing else.
 */
export async function approveTicket(world: GateWorld, ref: string, consent: Consent): Promise<Approving> {
  const { expect } = consent;
  if (expect !== null) refuseNoDigest(expect);
  const { tracker, ...shown } = await readTicket(world, ref);
  const { ticket, snapshot, by } = shown;
  const answer = { ...shown, changed: [], url: null, doubt: null };
  const changed = expect === null ? [] : unexpectedFields(expect, snapshot);
  if (changed.length > 0) return { ...answer, outcome: "other", changed };
  const before = await tracker.comments(ticket.id);
  const known = newestOf(by, before);
  if (known !== null && isSame(known.snapshot, snapshot))
    return { ...answer, outcome: "already", url: known.url, doubt: doubtOf(known) };
  if (consent.dryRun) return { ...answer, outcome: "shown" };
  if (!(await consent.agree(shown))) return { ...answer, outcome: "declined" };
  return { ...answer, outcome: "approved", ...(await post(tracker, ticket, { by, snapshot, before })) };
}

/** Everything there is to be seen before anybody approves it. */
async function readTicket(world: GateWorld, ref: string): Promise<ToApprove & { readonly tracker: Tracker }> {
  const gate = await openGate(world, { place: "hook", haste: "command" });
  const { remote, id } = await namedTicket(gate, ref, REFUSAL);
  const { env, now } = world;
  const tracker = await askableTracker(remote, {
    commonDir: null,
    env,
    lawIsTrusted: false,
    haste: "command",
    now,
  });
  const ticket = foundTicket(remote.name, id, await tracker.one(id));
  const laws = lawsFor(gate.law, ticket);
  const by = await tracker.identity();
  refuseStranger(by, laws);
  const snapshot = snapshotOf(ticket);
  if (snapshot === null)
    throw new Fault(
      "usage",
      "The ticket's description is too long to be read to its end, so nobody can approve it.",
      {
        found: ticket.key,
        wanted: "a description that is read in whole",
        fix: "move parts of it into documents that it links to",
      },
    );
  return { ticket, snapshot, digest: snapshotDigest(snapshot), by, tracker };
}

function refuseNoDigest(text: string): void {
  if (isSnapshotDigest(text)) return;
  throw new Fault("usage", "This is no digest of a ticket's text.", {
    found: text,
    wanted: "what a dry run shows as expect",
    fix: "golden-thread ticket approve TICKET --dry-run",
  });
}

/** Whoever approves what nobody asks them to approve would think that it counts. */
function lawsFor(law: Law, ticket: Ticket): readonly ApprovalLaw[] {
  const laws = approvalLaws(law);
  const needed = laws.filter((one) => needsApproval(ticket, one));
  if (needed.length > 0) return needed;
  const risks = laws.flatMap(({ risk }) => risk ?? []);
  throw new Fault(
    "usage",
    "The policy asks nobody to approve this ticket, so an approval would count for nothing.",
    {
      found: ticket.key,
      wanted:
        laws.length === 0 ? "authorise.approval in the policy" : `a ticket of risk ${risks.join(" or ")}`,
      fix: "golden-thread config explain authorise.approval",
    },
  );
}

function refuseStranger(by: Identity, laws: readonly ApprovalLaw[]): void {
  const person: Person = { ...by, email: by.email ?? "" };
  if (laws.some((law) => isApprover(person, law))) return;
  const approvers = [...new Set(laws.flatMap((law) => law.approvers))].join(", ");
  const own = [by.login, by.email, by.account].filter(
    (one) => one !== undefined && one !== null && one !== "",
  );
  throw new Fault("forbidden", "This account is none of those that may approve, so nobody would count it.", {
    found: `${by.name} (${[...new Set(own)].join(", ")})`,
    wanted: approvers === "" ? "an account under authorise.approval.approvers, which is empty" : approvers,
    fix: "golden-thread config explain authorise.approval",
  });
}

interface Given {
  readonly by: Identity;
  readonly snapshot: Snapshot;
  readonly before: readonly TicketComment[];
}

/** Posts it, and looks at what the tracker then shows of it: that is what the gate will see. */
async function post(
  tracker: Tracker,
  { id }: Ticket,
  { by, snapshot, before }: Given,
): Promise<Pick<Approving, "url" | "doubt">> {
  const own = before.filter((comment) => comment.by?.account === by.account);
  const mark = `approval-${snapshotName(snapshot)}-${own.length + 1}`;
  const posted = await tracker.comment(id, `${SENTENCE}\n\n${approvalLine(snapshot)}`, mark);
  const seen = newestOf(by, await tracker.comments(id));
  if (seen === null || !isSame(seen.snapshot, snapshot))
    return { url: posted.url, doubt: "the tracker does not show the comment as it was posted." };
  return { url: posted.url, doubt: doubtOf(seen) };
}

const REFUSAL: FileRefusal = {
  message: "A task of this repository can't be approved: its file proves nobody's account.",
  fix: (upstream) =>
    upstream === null
      ? "golden-thread config explain authorise.approval"
      : `golden-thread ticket approve ${upstream}`,
};

const SENTENCE =
  "I approve this ticket as it stands now: its title, its description and its acceptance criteria.";

interface Own {
  readonly at: Approval["at"];
  readonly snapshot: Snapshot;
  readonly url: string | null;
  readonly edited: boolean | null;
}

/** This account's newest approval that was not edited, as far as the tracker tells. */
function newestOf(by: Identity, comments: readonly TicketComment[]): Own | null {
  const own = comments.flatMap((comment): readonly Own[] => {
    const snapshot = approvalIn(comment.text);
    const counts = comment.by?.account === by.account && comment.edited !== true;
    return snapshot === null || !counts ? [] : [{ ...comment, snapshot }];
  });
  return own.at(-1) ?? null;
}

function doubtOf({ edited }: Own): string | null {
  return edited === false ? null : "the tracker does not tell whether the comment was edited afterwards.";
}

function isSame(one: Snapshot, other: Snapshot): boolean {
  return differingFields(one, other).length === 0;
}

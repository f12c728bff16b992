import { accountName, approvedFor } from "./approved.ts";
import type { Claim } from "./claims.ts";
import { isNoProof, isTimeUnproved, TIME_SOURCES, timeArgs } from "./decided.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { type KnownTicket, knownTickets } from "./known-ticket.ts";
import { isSettled } from "./past.ts";
import { STANDING_CODES, type StandingCode } from "./standing-codes.ts";
import { isSameName, isWantedState, listFor, wantedStates } from "./states.ts";
import type { Terms } from "./terms.ts";
import type { Approval, Moment, Ticket, TypeCategory } from "./ticket.ts";

/** A claim weighed by the evidence. `grants`: it authorises, if only with a warning. */
export interface Standing {
  readonly claim: Claim;
  readonly outcome: "pass" | "fail" | "unknown";
  readonly code: StandingCode;
  readonly args: Finding["args"];
  readonly grants: boolean;
  /** A new task that names an upstream leaves the answer to it, and a pull request to any ticket. */
  readonly defers: boolean;
  /** The command that would let it be known. */
  readonly fix?: readonly string[];
  /** Present for tickets that were found, and for those that the change brings. */
  readonly tickets: readonly Ticket[];
}

interface Answer {
  readonly code: StandingCode;
  readonly args?: Finding["args"];
  readonly fix?: readonly string[];
}

/** What claims are weighed by. */
interface Ground {
  readonly evidence: Evidence;
  readonly terms: Terms;
}

const TYPES_THAT_PLAN: readonly TypeCategory[] = ["epic", "idea"];

/** Whether a claim authorises, by what is known of its ticket. Nothing is granted to a ticket that was not found. */
export function standingOf(claim: Claim, evidence: Evidence, terms: Terms): Standing {
  const known = knownTickets(claim, evidence);
  const { code, args, fix = known.fix } = answerFor(claim, known, { evidence, terms });
  const { outcome } = STANDING_CODES[code];
  const names = {
    ticket: known.tickets[0]?.key ?? claim.written,
    remote: claim.remote,
    ...shown(known.tickets),
  };
  const grants = outcome === "pass" || code === "new-task";
  const defers = code === "new-task-linked" || known.isChange;
  return {
    claim,
    outcome,
    code,
    args: { ...names, ...args },
    grants,
    defers,
    tickets: known.tickets,
    ...(fix === null ? {} : { fix }),
  };
}

/** What a tracker's ticket is known by to people, and where they find it. */
function shown([ticket]: readonly Ticket[]): Finding["args"] {
  return ticket === undefined || ticket.url === null ? {} : { title: ticket.title, url: ticket.url };
}

function answerFor(claim: Claim, known: KnownTicket, ground: Ground): Answer {
  switch (known.status) {
    case "absent":
      return known.detail === ""
        ? { code: "not-found" }
        : { code: "no-ticket", args: { detail: known.detail } };
    case "forbidden":
      return { code: "no-access", args: { detail: known.detail } };
    case "credentials":
    case "unavailable":
      return { code: known.status, args: { detail: known.detail } };
    case "claimed":
      return firstObjection(known, claim, ground.terms) ?? ofNewTask(claim, known, ground);
    case "found":
      return firstObjection(known, claim, ground.terms) ?? ofTicket(claim, known, ground);
  }
}

/** A task that may authorise at once still has to be approved where the policy wants that. */
function ofNewTask(claim: Claim, known: KnownTicket, ground: Ground): Answer {
  const code = newTask(known, ground.terms);
  if (code !== "new-task-allowed" && code !== "new-task") return { code };
  return firstOf(known.tickets, (ticket) => objectionTo(ticket, claim, ground)) ?? { code };
}

function ofTicket(claim: Claim, known: KnownTicket, ground: Ground): Answer {
  const objection = firstOf(known.tickets, (ticket) => objectionTo(ticket, claim, ground));
  if (objection !== null) return objection;
  const answer = byAuthority(known, claim, ground.terms);
  const [ticket] = known.tickets;
  const approved = ticket === undefined ? null : approvedFor(ticket, ground.evidence, ground.terms);
  if (approved?.status !== "approved") return answer;
  const code = answer.code === "authorised" ? "approved" : answer.code;
  return { code, args: { ...answer.args, ...timeArgs(ground.evidence), ...approvalArgs(approved.approval) } };
}

function firstOf(tickets: readonly Ticket[], ask: (ticket: Ticket) => Answer | null): Answer | null {
  for (const ticket of tickets) {
    const answer = ask(ticket);
    if (answer !== null) return answer;
  }
  return null;
}

function newTask({ linked }: KnownTicket, { authorise }: Terms): StandingCode {
  if (linked) return "new-task-linked";
  switch (authorise.new_tasks) {
    case "allow":
      return "new-task-allowed";
    case "warn":
      return "new-task";
    case "deny":
      return "new-task-denied";
  }
}

/** A tracker and its ledger speak with authority; a task file alone only where the policy leaves it to task files. */
function byAuthority(
  { tickets, source, linked, staleSince, moment }: KnownTicket,
  claim: Claim,
  terms: Terms,
): Answer {
  const { authority } = terms;
  const enough = source !== "file" || authority === "local" || (authority === "linked" && linked);
  if (!enough) return { code: "upstream-unknown", args: { authority } };
  const [ticket] = tickets;
  const state = ticket?.state.name ?? "";
  if (moment !== null && !isAlwaysSame(ticket, claim, terms))
    return { code: "was-authorised", args: { state: `"${state}"`, timeSource: TIME_SOURCES[moment.source] } };
  return staleSince === null
    ? { code: "authorised", args: { state } }
    : { code: "authorised-then", args: { state, asOf: staleSince } };
}

function firstObjection({ tickets, moment }: KnownTicket, claim: Claim, terms: Terms): Answer | null {
  return firstOf(
    tickets,
    (ticket) =>
      byPlace(ticket) ??
      byProject(ticket, claim, terms) ??
      byType(ticket, claim, terms) ??
      (moment === null ? byState(ticket, claim, terms) : byPastState(ticket, moment, claim, terms)) ??
      byLabels(ticket, moment, terms) ??
      byFilter(ticket),
  );
}

function byPlace(ticket: Ticket): Answer | null {
  if (ticket.archived) return { code: "archived" };
  return ticket.path !== null && isSameName(ticket.state.name, "draft") ? { code: "draft" } : null;
}

function byProject({ project }: Ticket, { remote }: Claim, { projects }: Terms): Answer | null {
  const wanted = projects[remote] ?? [];
  if (wanted.length === 0 || wanted.some((name) => isSameName(name, project ?? ""))) return null;
  return { code: "wrong-project", args: { project: project ?? "unknown", wanted: wanted.join(", ") } };
}

/** A ticket without a type passes; without a list for its remote every type but the planning ones does. */
function byType({ type }: Ticket, { remote }: Claim, { authorise }: Terms): Answer | null {
  if (type === null) return null;
  const wanted = authorise.types === null ? null : listFor(remote, authorise.types);
  const allowed =
    wanted?.some((name) => name === type.category || isSameName(name, type.name)) ??
    !TYPES_THAT_PLAN.includes(type.category);
  if (allowed) return null;
  const shown = wanted?.join(", ") ?? `any but ${TYPES_THAT_PLAN.join(" and ")}`;
  return { code: "wrong-type", args: { type: type.name, wanted: shown } };
}

function byState({ state }: Ticket, { remote }: Claim, { authorise }: Terms): Answer | null {
  const wanted = wantedStates(remote, authorise);
  if (isWantedState(state, wanted)) return null;
  const args = { state: state.name, category: state.category, wanted: wanted.join(", ") };
  return { code: state.category === "unknown" ? "unmapped-state" : "wrong-state", args };
}

/** The same for the moment at which the change was decided, as far as anybody can tell that and the ticket's state of then. */
function byPastState(ticket: Ticket, moment: Moment, claim: Claim, terms: Terms): Answer | null {
  const { authorise } = terms;
  if (moment.untold !== undefined) return { code: "past-untold", args: { detail: moment.untold } };
  const wanted = wantedStates(claim.remote, authorise);
  if (isNoProof(moment.source, terms) && !isAlwaysSame(ticket, claim, terms))
    return { code: "time-unproved" };
  const { state } = ticket;
  if (moment.since !== null && isWantedState(state, wanted)) return null;
  const known = moment.since === null ? "not open for work" : `"${state.name}" (${state.category})`;
  const shown = moment.unmade === true ? "not made yet" : known;
  const args = { state: shown, wanted: wanted.join(", "), timeSource: TIME_SOURCES[moment.source] };
  return { code: "was-wrong-state", args };
}

/** No date makes a difference to a ticket that was never anything but open, or never open at all. */
function isAlwaysSame(ticket: Ticket | undefined, { remote }: Claim, { authorise }: Terms): boolean {
  const wanted = wantedStates(remote, authorise);
  return isSettled(ticket?.past, (state) => isWantedState(state, wanted));
}

/** Of a past moment the labels of now tell nothing: one that is there may be younger, one that is not may have been taken away. */
function byLabels({ labels }: Ticket, moment: Moment | null, { authorise }: Terms): Answer | null {
  if (moment !== null && authorise.labels.length > 0)
    return { code: "past-labels-untold", args: { wanted: authorise.labels.join(", ") } };
  const missing = authorise.labels.filter((wanted) => !labels.some((label) => isSameName(label, wanted)));
  return missing.length === 0 ? null : { code: "missing-label", args: { wanted: missing.join(", ") } };
}

/** The remote's own `filter`, in the tracker's words. */
function byFilter({ excludedBy }: Ticket): Answer | null {
  return excludedBy === undefined ? null : { code: "excluded", args: { wanted: excludedBy } };
}

/** Who stands behind it. An approval that counts is a collaborator's word, so a stranger's ticket needs no other. */
function objectionTo(ticket: Ticket, { written }: Claim, { evidence, terms }: Ground): Answer | null {
  const approved = approvedFor(ticket, evidence, terms);
  const fix = ["golden-thread", "ticket", "approve", written];
  const approvers = terms.authorise.approval?.approvers.join(", ") || NOBODY;
  if (isTimeUnproved(evidence, terms) && isEverApproved(ticket, evidence, terms))
    return { code: "time-unproved" };
  switch (approved.status) {
    case "approved":
      return null;
    case "not-needed":
      return byOrigin(ticket);
    case "none":
      return { code: "unapproved", args: { approvers }, fix };
    case "void": {
      const changed = approved.changed.join(", ");
      return { code: "approval-void", args: { ...approvalArgs(approved.approval), changed }, fix };
    }
    case "own":
      return { code: "self-approved", args: { ...approvalArgs(approved.approval), approvers }, fix };
    case "doubtful":
      return { code: "approver-unknown", args: approvalArgs(approved.approval) };
    case "untold":
      return { code: "approval-untold", args: { detail: approved.detail } };
    case "task":
      return { code: "approval-of-task" };
  }
}

/** No approval counts at every moment: before it was given it did not. */
function isEverApproved(ticket: Ticket, { change, authors }: Evidence, terms: Terms): boolean {
  const ever = { change, ...(authors === undefined ? {} : { authors }) };
  return approvedFor(ticket, ever, terms).status === "approved";
}

const NOBODY = "the policy names nobody under authorise.approval.approvers";

function approvalArgs({ by, at }: Approval): Finding["args"] {
  return { approver: accountName(by), approvedAt: at };
}

/** Where anybody at all may open a ticket, somebody with rights has to take it up. */
function byOrigin({ origin, createdBy, project, remote }: Ticket): Answer | null {
  if (origin === undefined || !origin.outsider || origin.vouchers.length > 0) return null;
  const author = createdBy === null ? "somebody" : accountName(createdBy);
  return { code: "outsider", args: { author, project: project ?? remote } };
}

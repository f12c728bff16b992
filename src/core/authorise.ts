import { isSameName, isStateAllowed, listFor, wantedStates } from "./allowed-state.ts";
import type { Claim } from "./claims.ts";
import { TIME_SOURCES } from "./decided.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { type KnownTicket, knownTickets } from "./known-ticket.ts";
import { isSettled, type Moment } from "./past.ts";
import { STANDING_CODES, type StandingCode } from "./standing-codes.ts";
import type { Terms } from "./terms.ts";
import type { Ticket, TypeCategory } from "./ticket.ts";

/** A claim weighed by the evidence. `grants`: it authorises, if only with a warning. */
export interface Standing {
  readonly claim: Claim;
  readonly outcome: "pass" | "fail" | "unknown";
  readonly code: StandingCode;
  readonly args: Finding["args"];
  readonly grants: boolean;
  /** A new task that names an upstream leaves the answer to it. */
  readonly defers: boolean;
  /** The command that would let it be known. */
  readonly fix?: readonly string[];
  /** Present for tickets that were found, and for those that the change brings. */
  readonly tickets: readonly Ticket[];
}

interface Answer {
  readonly code: StandingCode;
  readonly args?: Finding["args"];
}

const TYPES_THAT_PLAN: readonly TypeCategory[] = ["epic", "idea"];

/** Whether a claim authorises, by what is known of its ticket. Nothing is granted to a ticket that was not found. */
export function standingOf(claim: Claim, evidence: Evidence, terms: Terms): Standing {
  const known = knownTickets(claim, evidence);
  const { code, args } = answerFor(claim, known, terms);
  const { outcome } = STANDING_CODES[code];
  const names = {
    ticket: known.tickets[0]?.key ?? claim.written,
    remote: claim.remote,
    ...shown(known.tickets),
  };
  const grants = outcome === "pass" || code === "new-task";
  const defers = code === "new-task-linked";
  const fix = known.fix === null ? {} : { fix: known.fix };
  return {
    claim,
    outcome,
    code,
    args: { ...names, ...args },
    grants,
    defers,
    tickets: known.tickets,
    ...fix,
  };
}

/** What a tracker's ticket is known by to people, and where they find it. */
function shown([ticket]: readonly Ticket[]): Finding["args"] {
  return ticket === undefined || ticket.url === null ? {} : { title: ticket.title, url: ticket.url };
}

function answerFor(claim: Claim, known: KnownTicket, terms: Terms): Answer {
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
      return firstObjection(known, claim, terms) ?? { code: newTask(known, terms) };
    case "found":
      return firstObjection(known, claim, terms) ?? byAuthority(known, claim, terms);
  }
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
  for (const ticket of tickets) {
    const objection =
      byPlace(ticket) ??
      byProject(ticket, claim, terms) ??
      byType(ticket, claim, terms) ??
      (moment === null ? byState(ticket, claim, terms) : byPastState(ticket, moment, claim, terms));
    const answer = objection ?? byLabels(ticket, terms) ?? byFilter(ticket);
    if (answer !== null) return answer;
  }
  return null;
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

/** A category's word means the category alone, so that a tracker's state of the same name gains nothing by it. */
function byState({ state }: Ticket, { remote }: Claim, { authorise }: Terms): Answer | null {
  const wanted = wantedStates(remote, authorise.states);
  if (isStateAllowed(state, wanted)) return null;
  const args = { state: state.name, category: state.category, wanted: wanted.join(", ") };
  return { code: state.category === "unknown" ? "unmapped-state" : "wrong-state", args };
}

/** The same for the moment at which the change was decided, as far as anybody can tell that and the ticket's state of then. */
function byPastState(ticket: Ticket, moment: Moment, claim: Claim, terms: Terms): Answer | null {
  const { state } = ticket;
  const { authorise } = terms;
  if (moment.untold !== undefined) return { code: "past-untold", args: { detail: moment.untold } };
  const wanted = wantedStates(claim.remote, authorise.states);
  const isDoubtful = moment.source === "committer-date" && authorise.decision_time === "recorded";
  if (isDoubtful && !isAlwaysSame(ticket, claim, terms)) return { code: "time-unproved" };
  if (moment.since !== null && isStateAllowed(state, wanted)) return null;
  const shown = moment.since === null ? "not open for work" : `"${state.name}" (${state.category})`;
  const args = { state: shown, wanted: wanted.join(", "), timeSource: TIME_SOURCES[moment.source] };
  return { code: "was-wrong-state", args };
}

/** No date makes a difference to a ticket that was never anything but open, or never open at all. */
function isAlwaysSame(ticket: Ticket | undefined, { remote }: Claim, { authorise }: Terms): boolean {
  const wanted = wantedStates(remote, authorise.states);
  return isSettled(ticket?.past, (state) => isStateAllowed(state, wanted));
}

function byLabels({ labels }: Ticket, { authorise }: Terms): Answer | null {
  const missing = authorise.labels.filter((wanted) => !labels.some((label) => isSameName(label, wanted)));
  return missing.length === 0 ? null : { code: "missing-label", args: { wanted: missing.join(", ") } };
}

/** The remote's own `filter`, in the tracker's words. */
function byFilter({ excludedBy }: Ticket): Answer | null {
  return excludedBy === undefined ? null : { code: "excluded", args: { wanted: excludedBy } };
}

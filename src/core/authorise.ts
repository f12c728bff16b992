import type { Claim } from "./claims.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { type KnownTicket, knownTickets } from "./known-ticket.ts";
import type { CodeMeta } from "./rule.ts";
import type { Terms } from "./terms.ts";
import type { StateCategory, Ticket, TypeCategory } from "./ticket.ts";

/** What a claim may turn out to be worth. */
export const STANDING_CODES = {
  authorised: { outcome: "pass", message: "{ticket} authorises this: {state}." },
  "new-task-allowed": {
    outcome: "pass",
    message: "{ticket} comes with this very change, and the policy allows new tasks to authorise.",
  },
  "new-task": {
    outcome: "fail",
    advisory: true,
    message: "{ticket} comes with this very change: whoever approves the change approves the task with it.",
    fix: "Have the reviewer read the task too, or bring the task in by a change of its own first.",
  },
  "new-task-denied": {
    outcome: "fail",
    message: "{ticket} comes with this very change, and a change may not bring its own authority.",
    fix: "Bring the task in by a change of its own first, then refer to it.",
  },
  "new-task-linked": {
    outcome: "fail",
    message: "{ticket} comes with this very change; not the task but the upstream it names can authorise.",
    fix: "Name the upstream ticket in the message as well.",
  },
  "authorised-then": {
    outcome: "pass",
    message:
      "{ticket} authorised this when {remote} was last asked, at {asOf}: {state}. It has no answer now.",
  },
  "no-ticket": {
    outcome: "fail",
    message: "{ticket} is no ticket of {remote}, so it authorises nothing: {detail}.",
  },
  excluded: {
    outcome: "fail",
    message: "{ticket} is not among the tickets that may authorise here; wanted: {wanted}.",
    fix: "Refer to a ticket that the remote's filter finds, or have this one brought under it.",
  },
  "not-found": {
    outcome: "fail",
    message: "{ticket} is not to be found in {remote}, so it authorises nothing.",
  },
  "no-access": {
    outcome: "fail",
    message: "{remote} refuses to show {ticket}, so it authorises nothing: {detail}",
  },
  archived: {
    outcome: "fail",
    message: "{ticket} is archived; archived tickets never authorise.",
    fix: "Refer to a ticket that is open, or restore this one by a change of its own.",
  },
  draft: {
    outcome: "fail",
    message: "{ticket} is a draft; drafts never authorise.",
    fix: "Promote the draft to a task by a change of its own, or refer to another ticket.",
  },
  "wrong-state": {
    outcome: "fail",
    message: '{ticket} is "{state}" ({category}); wanted: {wanted}.',
    fix: "Refer to a ticket that is open for work, or have this one reopened by whoever may.",
  },
  "unmapped-state": {
    outcome: "fail",
    message: '{ticket} is "{state}", a state that the policy does not know; wanted: {wanted}.',
    fix: "Map the state's name under the remote's status_map, or list it in authorise.states.",
  },
  "wrong-type": {
    outcome: "fail",
    message: "{ticket} is of type {type}; wanted: {wanted}.",
    fix: "Refer to a ticket of a type that authorises work, such as a task below it.",
  },
  "wrong-project": {
    outcome: "fail",
    message: "{ticket} belongs to project {project}; wanted: {wanted}.",
    fix: "Refer to a ticket of a configured project, or add the project to the remote.",
  },
  "missing-label": {
    outcome: "fail",
    message: "{ticket} lacks the label {wanted}.",
    fix: "Have the label set by whoever may authorise work.",
  },
  credentials: {
    outcome: "unknown",
    message: "Whether {ticket} authorises this is not known, since {remote} can't be asked: {detail}",
    fix: "Give golden-thread a token for this remote, and see what it may do: golden-thread remote check",
  },
  unavailable: {
    outcome: "unknown",
    message: "Whether {ticket} authorises this is not known: {detail}",
    fix: "Try again when the tracker answers (golden-thread remote check), or mend the task file that is named here.",
  },
  "upstream-unknown": {
    outcome: "unknown",
    message: "{ticket} is a local task; authority is {authority}, and nothing here tells of its upstream.",
    fix: "Name the upstream ticket in the message, or check where its tracker can be asked.",
  },
} as const satisfies Readonly<Record<string, CodeMeta>>;

/** The codes of a standing. */
export type StandingCode = keyof typeof STANDING_CODES;

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

/** Category names as a policy writes them; any other word in a list is a tracker's own name. */
const STATE_CATEGORIES: readonly StateCategory[] = ["open", "in_progress", "done", "canceled", "unknown"];
const TYPES_THAT_PLAN: readonly TypeCategory[] = ["epic", "idea"];
const DEFAULT_STATES = ["open", "in_progress"];

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
      return firstObjection(known.tickets, claim, terms) ?? { code: newTask(known, terms) };
    case "found":
      return firstObjection(known.tickets, claim, terms) ?? byAuthority(known, terms);
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
function byAuthority({ tickets, source, linked, staleSince }: KnownTicket, { authority }: Terms): Answer {
  const enough = source !== "file" || authority === "local" || (authority === "linked" && linked);
  if (!enough) return { code: "upstream-unknown", args: { authority } };
  const state = tickets[0]?.state.name ?? "";
  return staleSince === null
    ? { code: "authorised", args: { state } }
    : { code: "authorised-then", args: { state, asOf: staleSince } };
}

function firstObjection(tickets: readonly Ticket[], claim: Claim, terms: Terms): Answer | null {
  for (const ticket of tickets) {
    const objection =
      byPlace(ticket) ??
      byProject(ticket, claim, terms) ??
      byType(ticket, claim, terms) ??
      byState(ticket, claim, terms);
    const answer = objection ?? byLabels(ticket, terms) ?? byFilter(ticket);
    if (answer !== null) return answer;
  }
  return null;
}

function byPlace(ticket: Ticket): Answer | null {
  if (ticket.archived) return { code: "archived" };
  return ticket.path !== null && same(ticket.state.name, "draft") ? { code: "draft" } : null;
}

function byProject({ project }: Ticket, { remote }: Claim, { projects }: Terms): Answer | null {
  const wanted = projects[remote] ?? [];
  if (wanted.length === 0 || wanted.some((name) => same(name, project ?? ""))) return null;
  return { code: "wrong-project", args: { project: project ?? "unknown", wanted: wanted.join(", ") } };
}

/** A ticket without a type passes; without a list for its remote every type but the planning ones does. */
function byType({ type }: Ticket, { remote }: Claim, { authorise }: Terms): Answer | null {
  if (type === null) return null;
  const wanted = authorise.types === null ? null : listFor(remote, authorise.types);
  const allowed =
    wanted?.some((name) => name === type.category || same(name, type.name)) ??
    !TYPES_THAT_PLAN.includes(type.category);
  if (allowed) return null;
  const shown = wanted?.join(", ") ?? `any but ${TYPES_THAT_PLAN.join(" and ")}`;
  return { code: "wrong-type", args: { type: type.name, wanted: shown } };
}

/**
 * Whether a state of a remote's ticket allows work under a policy's `authorise.states`. A category's word means the category
 * alone, so that a tracker's state of the same name gains nothing by it.
 */
export function allowsState(
  state: Ticket["state"],
  remote: string,
  states: Terms["authorise"]["states"],
): boolean {
  const wanted = listFor(remote, states) ?? DEFAULT_STATES;
  const isCategory = (word: string): boolean => STATE_CATEGORIES.some((category) => category === word);
  return wanted.some((word) =>
    isCategory(word) ? word === state.category && word !== "unknown" : same(word, state.name),
  );
}

function byState({ state }: Ticket, { remote }: Claim, { authorise }: Terms): Answer | null {
  const wanted = listFor(remote, authorise.states) ?? DEFAULT_STATES;
  if (allowsState(state, remote, authorise.states)) return null;
  const args = { state: state.name, category: state.category, wanted: wanted.join(", ") };
  return { code: state.category === "unknown" ? "unmapped-state" : "wrong-state", args };
}

/** Null: lists by remotes leave this one out. It keeps the default then, never everything. */
function listFor(remote: string, lists: Terms["authorise"]["states"]): readonly string[] | null {
  if (isList(lists)) return lists;
  return Object.hasOwn(lists, remote) ? (lists[remote] ?? null) : null;
}

function isList(lists: Terms["authorise"]["states"]): lists is readonly string[] {
  return Array.isArray(lists);
}

function byLabels({ labels }: Ticket, { authorise }: Terms): Answer | null {
  const missing = authorise.labels.filter((wanted) => !labels.some((label) => same(label, wanted)));
  return missing.length === 0 ? null : { code: "missing-label", args: { wanted: missing.join(", ") } };
}

/** The remote's own `filter`, in the tracker's words. */
function byFilter({ excludedBy }: Ticket): Answer | null {
  return excludedBy === undefined ? null : { code: "excluded", args: { wanted: excludedBy } };
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

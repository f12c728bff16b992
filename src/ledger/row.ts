import { type Approval, lookupKey, type StateSpan, type Ticket, type ToldPast } from "../core/ticket.ts";
import { secondsOf } from "../core/time.ts";
import type { LedgerApproval, LedgerField, LedgerRow, LedgerSpan } from "./format.ts";
import { impliedBy } from "./members.ts";
import type { LedgerNeeds } from "./needs.ts";
import { projectIn } from "./numbers.ts";
import type { LedgerTables } from "./tables.ts";

/** A ticket and the times in which its state allowed work. */
export interface LedgerTicket {
  /** The id that was asked for, where the tracker now has it under another; left out: the ticket's own. */
  readonly asked?: string;
  readonly ticket: Ticket;
  readonly past: ToldPast;
}

/** The row of a ticket: what a law's rules read of it and nothing else; no title, no text, no address. */
export function rowOf(
  { ticket, past, asked }: LedgerTicket,
  needs: LedgerNeeds,
  tables: LedgerTables,
): LedgerRow {
  const has = (field: LedgerField): boolean => needs.fields.includes(field);
  const kept = has("states") ? past.spans : runsOf(past.spans);
  const spans = kept.map((span): LedgerSpan => {
    const from = seconds(span.from) ?? 0;
    const until = span.until === null ? null : seconds(span.until);
    const lasted = until === null ? null : Math.max(until - from, 0);
    const plain = [from, lasted, tables.state(span.state)] as const;
    return has("by") && span.by !== null ? [...plain, tables.person(span.by)] : plain;
  });
  return {
    id: lookupKey(ticket.remote, asked ?? ticket.id),
    ...standing(ticket, spans, tables),
    spans,
    ...(asked === undefined ? {} : { moved: ticket.id }),
    ...ownMembers(ticket, needs),
    ...(past.since === undefined ? {} : { since: seconds(past.since) ?? 0 }),
    ...(past.begins === undefined ? {} : { begins: seconds(past.begins) ?? 0 }),
    ...peopleOf(ticket, has, tables),
    ...planOf(ticket, has),
    ...approvalOf(ticket, tables),
  };
}

/** Spans without a gap between them as one: who began the first, and the state of the last. */
function runsOf(spans: readonly StateSpan[]): readonly StateSpan[] {
  const runs: StateSpan[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last === undefined || last.until !== span.from) runs.push(span);
    else runs[runs.length - 1] = { ...last, until: span.until, state: span.state };
  }
  return runs;
}

/** State, type and times, as far as spans and tables do not tell them. */
function standing(ticket: Ticket, spans: readonly LedgerSpan[], tables: LedgerTables): Partial<LedgerRow> {
  const implied = impliedBy({ spans });
  const [state, at, created] = [
    tables.state(ticket.state),
    seconds(ticket.updatedAt),
    seconds(ticket.createdAt),
  ];
  const type = ticket.type === null ? null : tables.type(ticket.type);
  return {
    ...(state === implied.state ? {} : { state }),
    ...(type === 0 ? {} : { type }),
    ...(at === implied.at ? {} : { at }),
    ...(created === implied.created ? {} : { created }),
  };
}

function ownMembers(ticket: Ticket, needs: LedgerNeeds): Partial<LedgerRow> {
  const { id, project, archived, excludedBy, risk, untold = [] } = ticket;
  const labels = ticket.labels.filter(needs.isLabel);
  return {
    ...(project === projectIn(id) ? {} : { scope: project }),
    ...(archived ? { archived } : {}),
    ...(labels.length === 0 ? {} : { labels }),
    ...(excludedBy === undefined ? {} : { excludedBy }),
    ...(risk === undefined ? {} : { risk }),
    ...(untold.length === 0 ? {} : { untold }),
  };
}

function peopleOf(
  { origin, createdBy, assignees }: Ticket,
  has: (field: LedgerField) => boolean,
  tables: LedgerTables,
): Partial<LedgerRow> {
  const vouchers = origin?.vouchers.map(tables.person) ?? [];
  return {
    ...(origin?.outsider === true ? { outsider: true } : {}),
    ...(origin?.outsider !== true || vouchers.length === 0 ? {} : { vouchers }),
    ...(has("authors") && createdBy !== null ? { author: tables.person(createdBy) } : {}),
    ...(has("assignees") && assignees.length > 0 ? { assignees: assignees.map(tables.person) } : {}),
  };
}

function planOf(
  { parent, versions, iteration }: Ticket,
  has: (field: LedgerField) => boolean,
): Partial<LedgerRow> {
  return {
    ...(has("parent") && parent !== null ? { parent } : {}),
    ...(has("plan") && versions !== undefined ? { versions } : {}),
    ...(has("plan") && iteration !== undefined ? { iteration } : {}),
  };
}

function approvalOf({ snapshot, approvals }: Ticket, tables: LedgerTables): Partial<LedgerRow> {
  return {
    ...(snapshot === undefined
      ? {}
      : { snapshot: [snapshot.title, snapshot.description, snapshot.criteria] as const }),
    ...(approvals === undefined ? {} : { approvals: approvals.map((one) => approval(one, tables)) }),
  };
}

function approval({ by, at, of }: Approval, tables: LedgerTables): LedgerApproval {
  const given = { by: tables.person(by), at: seconds(at) ?? 0 };
  return of.kind === "comment"
    ? { ...given, of: [of.snapshot.title, of.snapshot.description, of.snapshot.criteria] }
    : { ...given, label: of.label, changed: of.changed };
}

function seconds(text: string | null): number | null {
  return text === null ? null : secondsOf(text);
}

import { type Approval, lookupKey, type Ticket, type ToldPast } from "../core/ticket.ts";
import { secondsOf } from "../core/time.ts";
import type { LedgerApproval, LedgerField, LedgerRow, LedgerSpan } from "./format.ts";
import type { LedgerNeeds } from "./needs.ts";
import { projectIn } from "./numbers.ts";
import type { LedgerTables } from "./tables.ts";

/** A ticket and the times in which its state allowed work. */
export interface LedgerTicket {
  readonly ticket: Ticket;
  readonly past: ToldPast;
}

/** The row of a ticket: what a law's rules read of it and nothing else; no title, no text, no address. */
export function rowOf({ ticket, past }: LedgerTicket, needs: LedgerNeeds, tables: LedgerTables): LedgerRow {
  const has = (field: LedgerField): boolean => needs.fields.includes(field);
  const spans = past.spans.map((span): LedgerSpan => {
    const until = span.until === null ? null : seconds(span.until);
    const plain = [seconds(span.from) ?? 0, until, tables.state(span.state)] as const;
    return has("by") && span.by !== null ? [...plain, tables.person(span.by)] : plain;
  });
  const { type, updatedAt } = ticket;
  return {
    id: lookupKey(ticket.remote, ticket.id),
    state: tables.state(ticket.state),
    type: type === null ? null : tables.type(type),
    at: seconds(updatedAt),
    spans,
    ...ownMembers(ticket, needs, spans),
    ...(past.since === undefined ? {} : { since: seconds(past.since) ?? 0 }),
    ...peopleOf(ticket, has, tables),
    ...planOf(ticket, has),
    ...approvalOf(ticket, tables),
  };
}

function ownMembers(ticket: Ticket, needs: LedgerNeeds, [first]: readonly LedgerSpan[]): Partial<LedgerRow> {
  const { id, project, archived, excludedBy, risk, untold = [] } = ticket;
  const labels = ticket.labels.filter(needs.isLabel);
  const created = seconds(ticket.createdAt);
  return {
    ...(project === projectIn(id) ? {} : { scope: project }),
    ...(created === (first?.[0] ?? null) ? {} : { created }),
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

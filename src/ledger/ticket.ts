import { type GrammarId, writtenId } from "../core/reference.ts";
import {
  type Approval,
  type Person,
  SNAPSHOT_FIELDS,
  type Snapshot,
  type StateSpan,
  type Ticket,
} from "../core/ticket.ts";
import type { LedgerApproval, LedgerField, LedgerHeader, LedgerRemote, LedgerRow } from "./format.ts";
import { endOf, wholeRow } from "./members.ts";
import { projectIn } from "./numbers.ts";

/** The ticket that a row tells of: without title, text and address, which no ledger holds. */
export function ticketOf(row: LedgerRow, remote: LedgerRemote, header: LedgerHeader): Ticket {
  const asked = row.id.slice(remote.name.length + 1);
  const id = row.moved ?? asked;
  const { state, type, at, created } = wholeRow(row);
  return {
    remote: remote.name,
    id,
    key: writtenId(grammarOf(remote.kind), id),
    url: null,
    title: "",
    type: type === null ? null : (header.types[type] ?? null),
    state: stateAt(state, header),
    project: row.scope === undefined ? projectIn(id) : row.scope,
    assignees: peopleAt(row.assignees ?? [], header),
    createdBy: personAt(row.author, header),
    labels: row.labels ?? [],
    parent: row.parent ?? null,
    createdAt: timeOf(created),
    updatedAt: timeOf(at),
    archived: row.archived ?? false,
    movedFrom: row.moved === undefined ? null : asked,
    description: "",
    criteria: [],
    affected: [],
    path: null,
    past: { status: "told", spans: spansOf(row, header), ...recordOf(row) },
    ...planOf(row, header),
    ...marksOf(row, header),
  };
}

function marksOf(row: LedgerRow, header: LedgerHeader): Partial<Ticket> {
  const untold = [...(row.untold ?? []), ...unread(header.fields)];
  return {
    ...(untold.length === 0 ? {} : { untold }),
    ...(row.excludedBy === undefined ? {} : { excludedBy: row.excludedBy }),
    ...(row.risk === undefined ? {} : { risk: row.risk }),
    ...(row.snapshot === undefined ? {} : { snapshot: snapshotOf(row.snapshot) }),
    ...(row.approvals === undefined
      ? {}
      : { approvals: row.approvals.map((one) => approvalOf(one, header)) }),
    ...(row.outsider === undefined
      ? {}
      : { origin: { outsider: true, vouchers: peopleAt(row.vouchers ?? [], header) } }),
  };
}

/** A rule that came on after the ledger was made must not take "not written down" for "none". */
function unread(fields: readonly LedgerField[]): readonly ("assignees" | "parent")[] {
  return (["assignees", "parent"] as const).filter((field) => !fields.includes(field));
}

function planOf({ versions, iteration }: LedgerRow, { fields }: LedgerHeader): Partial<Ticket> {
  if (!fields.includes("plan")) return {};
  return {
    ...(versions === undefined ? {} : { versions }),
    ...(iteration === undefined ? {} : { iteration }),
  };
}

function spansOf({ spans }: LedgerRow, header: LedgerHeader): readonly StateSpan[] {
  return spans.map((span) => ({
    from: timeOf(span[0]) ?? "",
    until: timeOf(endOf(span)),
    state: stateAt(span[2], header),
    by: personAt(span[3], header),
  }));
}

/** From when on there is a record of it, and what came before its first span. */
function recordOf({ since, begins }: LedgerRow): { readonly since?: string; readonly begins?: string } {
  const [told, made] = [timeOf(since ?? null), timeOf(begins ?? null)];
  return { ...(told === null ? {} : { since: told }), ...(made === null ? {} : { begins: made }) };
}

function approvalOf(row: LedgerApproval, header: LedgerHeader): Approval {
  const by = personAt(row.by, header) ?? NOBODY;
  const at = timeOf(row.at) ?? "";
  if ("of" in row) return { by, at, of: { kind: "comment", snapshot: snapshotOf(row.of) } };
  const changed = SNAPSHOT_FIELDS.filter((field) => row.changed.includes(field));
  return { by, at, of: { kind: "label", label: row.label, changed } };
}

function snapshotOf([title, description, criteria]: readonly [string, string, string]): Snapshot {
  return { title, description, criteria };
}

/** A place that the table does not have is no state that allows anything. */
function stateAt(place: number, { states }: LedgerHeader): Ticket["state"] {
  return states[place] ?? { name: "", category: "unknown" };
}

function peopleAt(places: readonly number[], header: LedgerHeader): readonly Person[] {
  return places.flatMap((place) => personAt(place, header) ?? []);
}

function personAt(place: number | null | undefined, { people }: LedgerHeader): Person | null {
  const found = place === null || place === undefined ? undefined : people[place];
  return found === undefined ? null : { ...found, email: found.email ?? "" };
}

const NOBODY: Person = { name: "", email: "" };

/** RFC 3339 in UTC of seconds since 1970. */
function timeOf(seconds: number | null): string | null {
  return seconds === null ? null : new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

function grammarOf(kind: LedgerRemote["kind"]): GrammarId {
  if (kind === "azure-devops") return "azure";
  return kind === "markdown" ? "tasks" : kind;
}

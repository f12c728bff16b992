import { type Lookup, lookupKey, type Ticket } from "../core/ticket.ts";
import type { LedgerHeader, LedgerRemote, LedgerRow } from "./format.ts";
import type { RowLines } from "./lines.ts";
import { numberOf } from "./numbers.ts";
import { isRow, parsedLine } from "./shape.ts";
import { ticketOf } from "./ticket.ts";

/** The row of a line; null: there is no such line, or it is no row. */
export function rowAt(line: string | null): LedgerRow | null {
  const value = line === null ? null : parsedLine(line);
  return isRow(value) ? value : null;
}

/** What a ledger that counts `until` then knows of a ticket. What it does not hold is absent only where it lists everything up to that number. */
export function lookUpIn(header: LedgerHeader, lines: RowLines, key: string, until: string): Lookup {
  const sign = key.indexOf(":");
  const remote = header.remotes.find(({ name }) => name === key.slice(0, sign));
  if (remote === undefined)
    return { status: "unavailable", detail: "the ledger holds no ticket of this remote" };
  const line = lines.find(key);
  if (line === null) return missing(remote, key.slice(sign + 1), header);
  const row = rowAt(line);
  if (row === null) return { status: "unavailable", detail: "the ledger's row for it can't be read" };
  const ticket = ticketOf(row, remote, header);
  return { status: "found", ticket, source: "ledger", asOf: header.issuedAt, until };
}

/** Every ticket that a ledger holds of a remote. */
export function* ticketsIn(header: LedgerHeader, lines: RowLines, name: string): Iterable<Ticket> {
  const remote = header.remotes.find((one) => one.name === name);
  const start = lookupKey(name, "");
  for (let index = 0; remote !== undefined && index < lines.count; index++) {
    const row = rowAt(lines.at(index));
    if (row?.id.startsWith(start)) yield ticketOf(row, remote, header);
  }
}

function missing(
  { kind, complete, through, untold = [] }: LedgerRemote,
  id: string,
  { issuedAt }: LedgerHeader,
): Lookup {
  if (!complete)
    return {
      status: "unavailable",
      detail: `the ledger of ${issuedAt} holds only some tickets, and not this one`,
    };
  if (untold.includes(id))
    return {
      status: "unavailable",
      detail: `the tracker would not tell of it when the ledger of ${issuedAt} was made`,
    };
  const place = numberOf(kind, id);
  const highest =
    place !== null && Object.hasOwn(through, place.project) ? through[place.project] : undefined;
  if (place === null || highest === undefined || place.number > highest)
    return {
      status: "unavailable",
      detail: `the ledger of ${issuedAt} does not hold it; it may be newer, or hidden among too many numbers`,
    };
  return { status: "absent", detail: `the ledger of ${issuedAt} lists every ticket up to number ${highest}` };
}

import type { LedgerRow, LedgerSpan } from "./format.ts";

/** What a row says where it leaves a member out. The writer leaves out exactly what these tell. */
export function impliedBy({ spans }: Pick<LedgerRow, "spans">): {
  readonly state: number | null;
  readonly at: number | null;
  readonly created: number | null;
} {
  const last = spans.at(-1);
  const end = last === undefined ? null : endOf(last);
  return {
    // A span without an end is in the state that the ticket has.
    state: last === undefined || end !== null ? null : last[2],
    at: last === undefined ? null : (end ?? last[0]),
    created: spans[0]?.[0] ?? null,
  };
}

/** A row with all of those. `state` is -1, which no table has, where nothing tells it. */
export function wholeRow(row: LedgerRow): LedgerRow & {
  readonly state: number;
  readonly type: number | null;
  readonly at: number | null;
  readonly created: number | null;
} {
  const implied = impliedBy(row);
  return {
    ...row,
    state: row.state ?? implied.state ?? -1,
    type: row.type === undefined ? 0 : row.type,
    at: row.at === undefined ? implied.at : row.at,
    created: row.created === undefined ? implied.created : row.created,
  };
}

/** When a span ended, in seconds since 1970; null: it goes on. */
export function endOf([from, lasted]: LedgerSpan): number | null {
  return lasted === null ? null : from + lasted;
}

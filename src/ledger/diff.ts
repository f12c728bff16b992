import { canonical } from "../core/canonical.ts";
import type { LedgerRow } from "./format.ts";
import { byRowKey, rowKey } from "./lines.ts";
import { wholeRow } from "./members.ts";
import type { Ledger } from "./read.ts";

/** What became of one ticket between two ledgers. */
export interface LedgerChange {
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  /** State names; null: it is not there. */
  readonly from: string | null;
  readonly to: string | null;
  /** Members of the row that differ. */
  readonly members: readonly string[];
}

/** Everything that differs between two ledgers, by id. Rows are compared by what they mean, not by their places in tables. */
export function* ledgerChanges(before: Ledger, after: Ledger): Generator<LedgerChange> {
  const [left, right] = [before.rows()[Symbol.iterator](), after.rows()[Symbol.iterator]()];
  let [one, other] = [left.next(), right.next()];
  while (one.done !== true || other.done !== true) {
    const order =
      one.done === true
        ? 1
        : other.done === true
          ? -1
          : byRowKey(rowKey(one.value.id), rowKey(other.value.id));
    const old = order <= 0 && one.done !== true ? one.value : null;
    const fresh = order >= 0 && other.done !== true ? other.value : null;
    const change = changeOf(old, fresh, before, after);
    if (change !== null) yield change;
    if (old !== null) one = left.next();
    if (fresh !== null) other = right.next();
  }
}

function changeOf(
  old: LedgerRow | null,
  fresh: LedgerRow | null,
  before: Ledger,
  after: Ledger,
): LedgerChange | null {
  const from = old === null ? null : stateOf(old, before);
  const to = fresh === null ? null : stateOf(fresh, after);
  if (old === null) return fresh === null ? null : { id: fresh.id, change: "added", from, to, members: [] };
  if (fresh === null) return { id: old.id, change: "removed", from, to, members: [] };
  const [was, is] = [toldBy(old, before), toldBy(fresh, after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const members = names.filter((name) => canonical(was[name] ?? null) !== canonical(is[name] ?? null));
  return members.length === 0 ? null : { id: old.id, change: "changed", from, to, members };
}

function stateOf(row: LedgerRow, { header }: Ledger): string {
  return header.states[wholeRow(row).state]?.name ?? "";
}

/** A row with its places in tables filled in. */
function toldBy(told: LedgerRow, { header }: Ledger): Readonly<Record<string, unknown>> {
  const row = wholeRow(told);
  const { states, types, people } = header;
  const person = (place: number | null | undefined) => (place == null ? null : (people[place] ?? null));
  return {
    ...row,
    state: states[row.state],
    type: row.type === null ? null : types[row.type],
    spans: row.spans.map(([from, lasted, state, by]) => [from, lasted, states[state], person(by)]),
    author: person(row.author),
    assignees: row.assignees?.map(person),
    vouchers: row.vouchers?.map(person),
    approvals: row.approvals?.map((one) => ({ ...one, by: person(one.by) })),
  };
}

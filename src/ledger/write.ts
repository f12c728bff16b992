import { createHash, type KeyObject } from "node:crypto";
import { lookupKey, type Ticket } from "../core/ticket.ts";
import { seal } from "./dsse.ts";
import { LEDGER_TYPE, type LedgerHeader, type LedgerRemote } from "./format.ts";
import { byRowKey, rowKey } from "./lines.ts";
import type { LedgerNeeds } from "./needs.ts";
import { type LedgerTicket, rowOf } from "./row.ts";
import { openTables } from "./tables.ts";

/** What a ledger is issued with. */
export interface LedgerIssue
  extends Pick<LedgerHeader, "audience" | "seq" | "issuedAt" | "expiresAt" | "policyDigest"> {
  readonly remotes: readonly LedgerRemote[];
  readonly tickets: readonly LedgerTicket[];
  readonly needs: LedgerNeeds;
  readonly key: { readonly id: string; readonly key: KeyObject };
}

/** Types that tickets have, the most frequent first. */
function byFrequency(tickets: readonly LedgerTicket[]): readonly NonNullable<Ticket["type"]>[] {
  const counts = new Map<string, { readonly type: NonNullable<Ticket["type"]>; readonly count: number }>();
  for (const { ticket } of tickets) {
    if (ticket.type === null) continue;
    const key = JSON.stringify([ticket.type.name, ticket.type.category]);
    counts.set(key, { type: ticket.type, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const inOrder = [...counts].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
  return inOrder.map(([, { type }]) => type);
}

/** The bytes of a signed ledger, and their header. The same tickets give the same rows. */
export function writeLedger(issue: LedgerIssue): {
  readonly bytes: Uint8Array;
  readonly header: LedgerHeader;
} {
  const { tickets, needs, key, audience, seq, issuedAt, expiresAt, policyDigest, remotes } = issue;
  const tables = openTables();
  for (const type of byFrequency(tickets)) tables.type(type);
  const inOrder = tickets
    .map((one) => ({ key: rowKey(lookupKey(one.ticket.remote, one.asked ?? one.ticket.id)), one }))
    .sort((a, b) => byRowKey(a.key, b.key));
  const rows = inOrder.map(({ one }) => `${JSON.stringify(rowOf(one, needs, tables))}\n`);
  const body = Buffer.from(rows.join(""), "utf8");
  const header: LedgerHeader = {
    schemaVersion: 1,
    kind: "ledger",
    audience,
    seq,
    issuedAt,
    expiresAt,
    count: rows.length,
    policyDigest,
    bodySha256: createHash("sha256").update(body).digest("hex"),
    fields: needs.fields,
    remotes,
    ...tables.lists(),
  };
  const line = Buffer.from(JSON.stringify(header), "utf8");
  const envelope = JSON.stringify(seal(LEDGER_TYPE, line, key));
  return { bytes: Buffer.concat([line, Buffer.from(`\n${envelope}\n`, "utf8"), body]), header };
}

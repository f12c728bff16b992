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
}

/** A ledger that nobody has signed yet. */
export interface LedgerDraft {
  readonly header: LedgerHeader;
  /** The first line, which is what is signed. */
  readonly line: Uint8Array;
  /** The rows. */
  readonly body: Uint8Array;
}

/** What a ledger is issued with by a key. */
export interface KeyedIssue extends LedgerIssue {
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

/** The bytes of a ledger that a key signs, and their header. */
export function writeLedger(issue: KeyedIssue): {
  readonly bytes: Uint8Array;
  readonly header: LedgerHeader;
} {
  const draft = draftLedger(issue);
  const envelope = JSON.stringify(seal(LEDGER_TYPE, draft.line, issue.key));
  return { bytes: sealedLedger(draft, envelope), header: draft.header };
}

/** A draft and the line that signs it, as bytes. */
export function sealedLedger({ line, body }: LedgerDraft, signature: string): Uint8Array {
  return Buffer.concat([line, Buffer.from(`\n${signature}\n`, "utf8"), body]);
}

/** What is to be signed. The same tickets give the same rows. */
export function draftLedger(issue: LedgerIssue): LedgerDraft {
  const { tickets, needs, audience, seq, issuedAt, expiresAt, policyDigest, remotes } = issue;
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
  return { header, line: Buffer.from(JSON.stringify(header), "utf8"), body };
}

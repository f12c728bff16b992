import type { Ticket } from "../../src/core/ticket.ts";
import { privateKeyOf } from "../../src/ledger/dsse.ts";
import type { LedgerRemote } from "../../src/ledger/format.ts";
import type { LedgerNeeds } from "../../src/ledger/needs.ts";
import { newKey } from "../../src/ledger/new-key.ts";
import type { LedgerTerms } from "../../src/ledger/read.ts";
import type { LedgerTicket } from "../../src/ledger/row.ts";
import { type KeyedIssue, writeLedger } from "../../src/ledger/write.ts";

/** A key as a policy names it and as it signs. */
export interface TestKey {
  readonly id: string;
  readonly spki: string;
  readonly pem: string;
  readonly until: string | null;
}

export function testKey(id: string, until: string | null = null): TestKey {
  return { id, until, ...newKey() };
}

export const AUDIENCE = "github.com/acme/shop";
export const DIGEST = "ab".repeat(32);
const ISSUED = "2026-11-22T10:00:00.000Z";
const EXPIRES = "2026-11-23T10:00:00.000Z";
export const NOON = Date.parse("2026-11-22T12:00:00Z");

/** Everything that any rule reads. */
const ALL: LedgerNeeds = {
  fields: ["assignees", "authors", "by", "parent", "plan"],
  isLabel: () => true,
  isAllowed: () => true,
};

export function ticket(id: string, more: Partial<Ticket> = {}): Ticket {
  return {
    remote: "jira",
    id,
    key: id,
    url: `https://acme.atlassian.net/browse/${id}`,
    title: `Title of ${id}`,
    type: { name: "Story", category: "story" },
    state: { name: "In Progress", category: "in_progress" },
    project: id.replace(/-\d+$/, ""),
    assignees: [],
    createdBy: null,
    labels: [],
    parent: null,
    createdAt: "2026-01-05T08:00:00.000Z",
    updatedAt: "2026-11-20T08:00:00.000Z",
    archived: false,
    movedFrom: null,
    description: "a secret description",
    criteria: [{ text: "it works", done: false }],
    affected: [],
    path: null,
    ...more,
  };
}

/** Open since it was made. */
export function open(id: string, more: Partial<Ticket> = {}): LedgerTicket {
  const one = ticket(id, more);
  const span = { from: one.createdAt ?? ISSUED, until: null, state: one.state, by: null };
  return { ticket: one, past: { status: "told", spans: [span] } };
}

export function issue(
  key: TestKey,
  tickets: readonly LedgerTicket[],
  more: Partial<KeyedIssue> = {},
): Uint8Array {
  const opened = privateKeyOf(key.pem);
  if (opened === null) throw new Error("no key");
  const through: LedgerRemote["through"] = { PROJ: 1000 };
  const { bytes } = writeLedger({
    audience: AUDIENCE,
    seq: 7,
    issuedAt: ISSUED,
    expiresAt: EXPIRES,
    policyDigest: DIGEST,
    remotes: [{ name: "jira", kind: "jira", complete: true, through }],
    tickets,
    needs: ALL,
    key: { id: key.id, key: opened.key },
    ...more,
  });
  return bytes;
}

export function terms(keys: readonly TestKey[], more: Partial<LedgerTerms> = {}): LedgerTerms {
  return {
    keys: keys.map(({ id, spki, until }) => ({ id, spki, until })),
    audience: AUDIENCE,
    maxAgeMs: 24 * 3_600_000,
    now: NOON,
    policyDigest: DIGEST,
    highestSeq: null,
    ...more,
  };
}

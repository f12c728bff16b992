import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ticketsOf } from "../../src/core/report-tickets.ts";
import type { Lookup, Ticket } from "../../src/core/ticket.ts";
import { ticketDigest } from "../../src/gather/ticket-digest.ts";

const ticket: Ticket = {
  remote: "jira",
  id: "PROJ-7",
  key: "PROJ-7",
  url: "https://acme.example/browse/PROJ-7",
  title: "Lock accounts",
  type: { name: "Story", category: "story" },
  state: { name: "In Arbeit", category: "in_progress" },
  project: "PROJ",
  assignees: [],
  createdBy: null,
  labels: ["b", "a"],
  parent: null,
  createdAt: null,
  updatedAt: "2026-11-01T00:00:00Z",
  archived: false,
  movedFrom: null,
  description: "After 5 attempts",
  criteria: [{ text: "locked", done: false }],
  affected: [],
  path: null,
};

const answers: Readonly<Record<string, Lookup>> = {
  "jira:PROJ-7": { status: "found", ticket, source: "ledger", asOf: "2026-11-02T00:00:00Z" },
  "tasks:TASK-1": { status: "claimed", ticket: { ...ticket, remote: "tasks", id: "TASK-1", key: "TASK-1" } },
  "jira:PROJ-8": { status: "absent" },
};

const names = [
  { provider: "tasks", remote: "tasks", id: "TASK-1" },
  { provider: "jira", remote: "jira", id: "PROJ-8" },
  { provider: "jira", remote: "jira", id: "PROJ-7" },
  { provider: "jira", remote: "jira", id: "PROJ-7" },
  { provider: "github", remote: null, id: "other/repo#1" },
  { provider: "azure", remote: "boards", id: "12" },
] as const;

const listed = ticketsOf({
  names,
  lookup: (remote, id) => answers[`${remote}:${id}`],
  specs: { "jira:PROJ-8": { status: "none" } },
  digest: ticketDigest,
});

describe("the tickets of a report", () => {
  test("one is listed twice, out of order, or though nobody's", () => {
    expect(listed.map(({ at, key, status }) => [at, key, status])).toEqual([
      ["boards:12", "AB#12", "unavailable"],
      ["jira:PROJ-7", "PROJ-7", "found"],
      ["jira:PROJ-8", "PROJ-8", "absent"],
      ["tasks:TASK-1", "TASK-1", "claimed"],
    ]);
  });

  test("what nobody found seems to be known, or a claim seems to be a fact", () => {
    const [unasked, found, absent, claimed] = listed;
    expect(unasked).toMatchObject({ title: null, state: null, digest: null, source: null });
    expect(absent).toMatchObject({ title: null, state: null, digest: null, source: null });
    expect(claimed).toMatchObject({ title: "Lock accounts", digest: null, source: null, asOf: null });
    expect(found).toMatchObject({ source: "ledger", asOf: "2026-11-02T00:00:00Z", type: "Story" });
  });

  test("nobody else can make the digest again, or it follows what tells nothing new", () => {
    const text =
      '{"criteria":[{"done":false,"text":"locked"}],"description":"After 5 attempts","labels":["a","b"],"project":"PROJ","state":{"category":"in_progress","name":"In Arbeit"},"title":"Lock accounts","type":{"category":"story","name":"Story"}}';
    expect(ticketDigest(ticket)).toBe(createHash("sha256").update(text).digest("hex"));
    expect(ticketDigest({ ...ticket, labels: ["a", "b"], updatedAt: null })).toBe(ticketDigest(ticket));
    expect(ticketDigest({ ...ticket, description: "After 50 attempts" })).not.toBe(ticketDigest(ticket));
  });
});

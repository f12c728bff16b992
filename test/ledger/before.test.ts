import { describe, expect, test } from "vitest";
import { isSettled, lookupThen } from "../../src/core/past.ts";
import type { DecisionSource, StateSpan, ToldPast } from "../../src/core/ticket.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { allowedPast } from "../../src/ledger/spans.ts";
import { issue, terms, testKey, ticket } from "./made.ts";

const key = testKey("k1");
const proposed = { name: "Proposed", category: "unknown" } as const;
const todo = { name: "To Do", category: "open" } as const;
const isOpen = ({ category }: StateSpan["state"]) => category === "open";

const past: ToldPast = {
  status: "told",
  spans: [
    { from: "2026-01-01T00:00:00Z", until: "2026-03-01T00:00:00Z", state: proposed, by: null },
    { from: "2026-03-01T00:00:00Z", until: null, state: todo, by: null },
  ],
};

/** What a ledger tells of a ticket with this past. */
function offline(told: ToldPast) {
  const one = ticket("PROJ-7", { state: todo, createdAt: "2026-01-01T00:00:00Z" });
  const ledger = readLedger(issue(key, [{ ticket: one, past: allowedPast(told, isOpen) }]), terms([key]));
  if (ledger.status !== "valid") throw new Error(ledger.detail);
  const found = ledger.lookup("jira:PROJ-7");
  if (found.status !== "found") throw new Error(found.status);
  return found;
}

function momentOf(told: ToldPast, at: string, source: DecisionSource = "record") {
  const then = lookupThen(offline(told), Date.parse(at) / 1000, source);
  return then.status === "found" ? then.moment : null;
}

describe("before its first span a ticket was not open for work", () => {
  test("an audit without network passes what the tracker's own past fails", () => {
    expect(momentOf(past, "2026-02-01T00:00:00Z")).toEqual({ source: "record", since: null });
    expect(momentOf(past, "2026-03-01T00:00:00Z")?.since).toBe("2026-03-01T00:00:00Z");
    expect(momentOf(past, "2025-12-31T00:00:00Z", "committer-date")).toEqual({
      source: "committer-date",
      since: null,
    });
    expect(momentOf(past, "2025-12-31T00:00:00Z")).toEqual({ source: "record", since: null, unmade: true });
  });

  test("the allowed times that a ledger holds are taken for all that ever was", () => {
    expect(isSettled(offline(past).ticket.past, isOpen)).toBe(false);
    const always = { ...past, spans: past.spans.slice(1) };
    expect(isSettled(offline(always).ticket.past, isOpen)).toBe(true);
  });

  test("a ticket that was never open for work is one whose past nobody asked for", () => {
    const never = { ...past, spans: past.spans.slice(0, 1) };
    expect(momentOf(never, "2026-02-01T00:00:00Z")).toEqual({ source: "record", since: null });
  });

  test("what was not seen open counts as open from the moment of the first look", () => {
    const seen: ToldPast = { ...past, since: "2026-01-01T00:00:00Z", spans: past.spans.slice(1) };
    expect(momentOf(seen, "2026-02-01T00:00:00Z")).toEqual({ source: "record", since: null });
    expect(momentOf(seen, "2025-12-01T00:00:00Z")?.untold).toContain("nothing is on record");
  });
});

import { describe, expect, test } from "vitest";
import type { ToldPast } from "../../src/core/ticket.ts";
import { allowedPast, seenPast } from "../../src/ledger/spans.ts";

const isAllowed = ({ category }: ToldPast["spans"][number]["state"]) =>
  category === "open" || category === "in_progress";
const open = { name: "Open", category: "open" } as const;
const doing = { name: "Doing", category: "in_progress" } as const;
const done = { name: "Done", category: "done" } as const;
const bob = { name: "Bob", email: "" };
const NOW = "2026-11-22T12:00:00Z";
const BEFORE = "2026-11-21T12:00:00Z";

const told = (...spans: ToldPast["spans"]): ToldPast => ({ status: "told", spans });
const seen = (state: typeof open | typeof done | typeof doing, past: ToldPast | null) =>
  seenPast({ state }, past === null ? null : { past, issuedAt: BEFORE }, isAllowed, NOW);
const span = (from: string, until: string | null, state: typeof open | typeof doing = open) => ({
  from,
  until,
  state,
  by: null,
});

describe("of a tracker that keeps no past, nothing is told that nobody saw", () => {
  test("a ticket that is open at first sight is open from then on, and nothing is known of before", () => {
    expect(seen(open, null)).toEqual({ status: "told", since: NOW, spans: [span(NOW, null)] });
    expect(seen(done, null)).toEqual({ status: "told", since: NOW, spans: [] });
  });

  test("open then and now is open between", () => {
    const before = { ...told(span("2026-11-01T00:00:00Z", null)), since: "2026-11-01T00:00:00Z" };
    expect(seen(open, before)).toEqual(before);
  });

  test("open then and closed now was open as long as it was seen so", () => {
    const before = { ...told(span("2026-11-01T00:00:00Z", null)), since: "2026-11-01T00:00:00Z" };
    expect(seen(done, before).spans).toEqual([span("2026-11-01T00:00:00Z", BEFORE)]);
    const young = { ...told(span("2026-11-21T13:00:00Z", null)), since: "2026-11-21T13:00:00Z" };
    expect(seen(done, young).spans).toEqual([span("2026-11-21T13:00:00Z", "2026-11-21T13:00:00Z")]);
  });

  test("closed then and open now begins anew", () => {
    const before = {
      ...told(span("2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z")),
      since: "2026-11-01T00:00:00Z",
    };
    expect(seen(open, before)).toEqual({ ...before, spans: [...before.spans, span(NOW, null)] });
  });

  test("another state that allows work too is no gap", () => {
    const before = { ...told(span("2026-11-01T00:00:00Z", null)), since: "2026-11-01T00:00:00Z" };
    expect(seen(doing, before).spans).toEqual([span("2026-11-01T00:00:00Z", NOW), span(NOW, null, doing)]);
  });

  test("a state that the policy has ceased to allow counts for nothing any more", () => {
    const before = told(span("2026-11-01T00:00:00Z", null, doing));
    const past = seenPast(
      { state: doing },
      { past: before, issuedAt: BEFORE },
      ({ category }) => category === "open",
      NOW,
    );
    expect(past.spans).toEqual([]);
  });
});

test("of a past that is told, only the times that allow work are kept, and who began each run of them", () => {
  const past = told(
    { ...span("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"), by: null },
    { ...span("2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z", doing), by: bob },
    { from: "2026-01-03T00:00:00Z", until: "2026-01-04T00:00:00Z", state: done, by: bob },
    { ...span("2026-01-04T00:00:00Z", null, doing), by: bob },
  );
  expect(allowedPast(past, isAllowed).spans.map(({ from, by }) => [from.slice(0, 10), by?.name])).toEqual([
    ["2026-01-01", undefined],
    ["2026-01-02", undefined],
    ["2026-01-04", "Bob"],
  ]);
});

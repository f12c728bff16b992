import { expect, test } from "vitest";
import type { Ticket } from "../../src/core/ticket.ts";
import { type Move, pastOf, untoldBy } from "../../src/providers/past-of.ts";

const OPEN: Ticket["state"] = { name: "To Do", category: "open" };
const DONE: Ticket["state"] = { name: "Done", category: "done" };
const DROPPED: Ticket["state"] = { name: "Dropped", category: "canceled" };
const MADE = "2026-11-01T08:00:00.000Z";

function move(hour: number, to: Ticket["state"]): Move {
  return { at: `2026-11-02T${String(hour).padStart(2, "0")}:00:00.000Z`, by: null, to };
}

function told(moves: readonly Move[], now: Ticket["state"], createdAt: string | null = MADE): unknown {
  const past = pastOf("jira", { createdAt, first: OPEN, moves, now });
  return past.status === "untold"
    ? past.detail
    : past.spans.map(({ from, until, state }) => [
        from.slice(8, 13),
        until?.slice(8, 13) ?? null,
        state.name,
      ]);
}

test.each([
  ["that was never moved", [], OPEN, [["01T08", null, "To Do"]]],
  [
    "that was moved, whatever the order of its record",
    [move(12, OPEN), move(10, DONE)],
    OPEN,
    [
      ["01T08", "02T10", "To Do"],
      ["02T10", "02T12", "Done"],
      ["02T12", null, "To Do"],
    ],
  ],
  [
    "that was moved to where it stood",
    [move(9, OPEN), move(10, DONE), move(11, DONE)],
    DONE,
    [
      ["01T08", "02T10", "To Do"],
      ["02T10", null, "Done"],
    ],
  ],
  [
    "that was in a state for no time at all",
    [move(10, DONE), move(10, OPEN)],
    OPEN,
    [["01T08", null, "To Do"]],
  ],
  [
    "whose end has another name by now",
    [move(10, DONE)],
    DROPPED,
    [
      ["01T08", "02T10", "To Do"],
      ["02T10", null, "Dropped"],
    ],
  ],
] as const)("a ticket %s is told wrongly", (_, moves, now, spans) => {
  expect(told(moves, now)).toEqual(spans);
});

test.each([
  ["it is closed, and nobody closed it", [], DONE, MADE],
  ["it is open, and its record ends closed", [move(10, DONE)], OPEN, MADE],
  ["it was moved before it was made", [move(10, DONE)], DONE, "2026-11-03T00:00:00.000Z"],
])("a record with a hole is taken for whole: %s", (_, moves, now, createdAt) => {
  expect(told(moves, now, createdAt)).toBe("jira has a gap in its record of the ticket's states.");
});

test("a ticket without a beginning is told from nowhere", () => {
  expect(told([], OPEN, null)).toBe("jira does not tell when it was made.");
});

test("why nothing is told of a ticket is lost", () => {
  const detail = "jira answers 503.";
  expect(untoldBy("jira", "P-1", { status: "unavailable", detail })).toEqual({ status: "untold", detail });
  expect(untoldBy("jira", "P-1", { status: "absent" })).toEqual({
    status: "untold",
    detail: "jira has no record of P-1.",
  });
});

import { describe, expect, test } from "vitest";
import type { Lookup, StateCategory, Ticket, ToldPast } from "../../src/core/ticket.ts";
import { citedClasses } from "../../src/history/classes.ts";
import type { Cited } from "../../src/history/table.ts";
import { ticket } from "../rules/evidence.ts";

const [MAY, JULY] = ["2026-05-02T00:00:00Z", "2026-07-02T00:00:00Z"].map((at) => Date.parse(at) / 1000);

/** Spans from January on, each of another state, that begin at these times. */
function past(...spans: readonly (readonly [string, StateCategory])[]): ToldPast {
  return {
    status: "told",
    spans: spans.map(([from, category], at) => ({
      from,
      until: spans[at + 1]?.[0] ?? null,
      state: { name: category, category },
      by: null,
    })),
  };
}

const BEGAN = "2026-01-01T00:00:00Z";
const ever = past([BEGAN, "open"]);
const untilJune = past([BEGAN, "open"], ["2026-06-01T00:00:00Z", "done"]);

function tracked(id: string, given: Partial<Ticket>): Ticket {
  return ticket(id, "open", { path: null, createdAt: BEGAN, ...given });
}

const tickets: Readonly<Record<string, Ticket>> = {
  P: tracked("P", { past: untilJune }),
  K: tracked("K", { past: ever, parent: "P" }),
  A: tracked("A", { past: ever, labels: ["a"] }),
  B: tracked("B", { past: ever, labels: ["a"], createdAt: "2026-04-30T00:00:00Z" }),
  C: tracked("C", { past: ever, labels: ["c"], createdAt: "2026-04-30T00:00:00Z" }),
  D: tracked("D", { past: ever, labels: ["c"] }),
};

function cited(id: string): Cited {
  return { provider: "tasks", id, remote: "tasks", place: "subject", role: "mentions" };
}

function lookup(_: string, id: string): Lookup | undefined {
  const known = tickets[id];
  return known === undefined ? undefined : { status: "found", source: "api", ticket: known };
}

/** What tells two commits of these sets apart. */
function keysOf(
  sets: readonly (readonly string[])[],
  { levels = 0, around = [] }: { readonly levels?: number; readonly around?: readonly string[] } = {},
) {
  const citedSets = sets.map((ids) => ids.map(cited));
  const classes = citedClasses({ citedSets }, { lookup, levels, around: around.map(cited) });
  return (set: number, at: number | undefined) =>
    `${classes.ofSet(set)} ${classes.timeOf(set, at ?? 0, { at: at ?? 0, source: "record" })}`;
}

describe("two commits share a judgement that they must not", () => {
  test("one was decided while the ticket's parent was open, the other after it was closed", () => {
    const key = keysOf([["K"]], { levels: 1 });
    expect(key(0, MAY)).not.toBe(key(0, JULY));
    const alone = keysOf([["K"]]);
    expect(alone(0, MAY)).toBe(alone(0, JULY));
  });

  test("their tickets stand to their times as each other's do, but crosswise", () => {
    const key = keysOf([
      ["C", "A"],
      ["D", "B"],
    ]);
    expect(key(0, MAY)).not.toBe(key(1, MAY));
  });

  test("the ticket of the branch's name was closed between them", () => {
    const key = keysOf([["A"]], { around: ["P"] });
    expect(key(0, MAY)).not.toBe(key(0, JULY));
  });
});

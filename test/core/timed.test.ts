import { describe, expect, test } from "vitest";
import type { ApprovalLaw, Law } from "../../src/core/law.ts";
import type { Lookup, Past, StateCategory, StateSpan } from "../../src/core/ticket.ts";
import { timedUnder } from "../../src/core/timed.ts";
import { rules } from "../../src/rules/index.ts";
import { ticket } from "../rules/evidence.ts";
import { law, ruleSet, SECTIONS } from "./law.ts";

function span(from: number, until: number | null, category: StateCategory): StateSpan {
  const at = (day: number): string => `2026-01-0${day}T00:00:00Z`;
  const state = { name: category, category };
  return { from: at(from), until: until === null ? null : at(until), state, by: null };
}

const PASTS = {
  open: { status: "told", spans: [span(1, null, "open")] },
  worked: { status: "told", spans: [span(1, 2, "open"), span(2, null, "in_progress")] },
  closed: { status: "told", spans: [span(1, 2, "open"), span(2, null, "done")] },
  gap: { status: "told", spans: [span(1, 2, "open"), span(3, null, "open")] },
  cut: { status: "told", spans: [span(2, null, "open")], since: "2026-01-02T00:00:00Z" },
  untold: { status: "untold", detail: "nobody keeps it" },
} as const satisfies Record<string, Past>;

const APPROVAL: ApprovalLaw = { label: null, risk: null, approvers: ["1"] };
const others = rules.filter(({ meta }) => meta.id !== "authoriser-is-not-author");
const plain = law({ rules: ruleSet(others) });
const doneToo = { ...SECTIONS, authorise: { ...SECTIONS.authorise, states: ["done"] } };
const approving = { ...SECTIONS, authorise: { ...SECTIONS.authorise, approval: APPROVAL } };
const scoped: Law["scopes"] = [
  { paths: ["docs/"], globs: [], exempt: false, rules: ruleSet(others, {}, doneToo) },
];

const LAWS = {
  plain,
  "with a scope of other states": law({ rules: ruleSet(others), scopes: scoped }),
  "with an exempt scope": law({
    rules: ruleSet(others),
    scopes: scoped.map((one) => ({ ...one, exempt: true })),
  }),
  "that asks who moved it": law(),
} as const;

function timed(of: Law, past: Past, more: Partial<Extract<Lookup, { status: "found" }>> = {}): boolean {
  return timedUnder(of)({ status: "found", source: "api", ticket: { ...ticket("TASK-1"), past }, ...more });
}

describe("a moment that decides is not asked for, or one that decides nothing is", () => {
  test.each([
    ["plain", ["closed", "gap", "cut"]],
    ["with a scope of other states", ["worked", "closed", "gap", "cut"]],
    ["with an exempt scope", ["closed", "gap", "cut"]],
    ["that asks who moved it", ["worked", "closed", "gap", "cut"]],
  ] as const)("under a law %s", (name, wanted) => {
    const found = Object.entries(PASTS).filter(([, past]) => timed(LAWS[name], past));
    expect(found.map(([key]) => key)).toEqual(wanted);
  });

  test("an approval has a time of its own, where the law asks for one", () => {
    const by = { name: "Lead", email: "", account: "1" };
    const label = { kind: "label", label: "approved", changed: [] } as const;
    const approved = {
      ...ticket("TASK-1"),
      past: PASTS.open,
      approvals: [{ by, at: "2026-01-02T00:00:00Z", of: label }],
    };
    const strict = law({ rules: ruleSet(others, {}, approving), sections: approving });
    expect(timed(strict, PASTS.open, { ticket: approved })).toBe(true);
    expect(timed(strict, PASTS.open)).toBe(false);
    expect(timed(plain, PASTS.open, { ticket: approved })).toBe(false);
  });

  test("a task file has its own history, and what was not found has none", () => {
    expect(timed(plain, PASTS.closed, { source: "file" })).toBe(false);
    expect(timedUnder(plain)({ status: "absent" })).toBe(false);
    expect(timedUnder(plain)(undefined)).toBe(false);
  });
});

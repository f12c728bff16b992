import { expect, test } from "vitest";
import { workTree } from "../../src/git/tree.ts";
import { ledgerNeeds } from "../../src/ledger/needs.ts";
import { ledgerPolicyDigest } from "../../src/ledger/policy-digest.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { rules } from "../../src/rules/index.ts";
import { issue, terms, testKey, ticket } from "./made.ts";
import { ledgerRepository } from "./scene.ts";

const key = testKey("k1");
const open = { name: "Open", category: "open" } as const;
const doing = { name: "Doing", category: "in_progress" } as const;
const review = { name: "Review", category: "done" } as const;
const bob = { name: "Bob", email: "" };

async function lawWith(rest: string) {
  const { root } = ledgerRepository([key], { rest });
  const detected = { originUrl: null, tasks: null };
  return loadPolicy({ tree: workTree(root), place: "ci", detected, rules, today: "2026-11-22" });
}

const past = {
  status: "told",
  spans: [
    { from: "2026-01-05T08:00:00Z", until: "2026-01-06T08:00:00Z", state: open, by: bob },
    { from: "2026-01-06T08:00:00Z", until: "2026-01-07T08:00:00Z", state: doing, by: null },
    { from: "2026-02-01T08:00:00Z", until: null, state: open, by: bob },
  ],
} as const;

function spansUnder(law: Awaited<ReturnType<typeof lawWith>>) {
  const needs = ledgerNeeds(law);
  const bytes = issue(key, [{ ticket: ticket("PROJ-7", { state: open }), past }], { needs });
  const ledger = readLedger(bytes, terms([key]));
  const found = ledger.status === "valid" ? ledger.lookup("jira:PROJ-7") : ledger;
  if (found.status !== "found" || found.ticket.past?.status !== "told") throw new Error("not found");
  return found.ticket.past.spans.map(({ from, until, state, by }) => [from, until, state.name, by?.name]);
}

test("one state after another is one time of work, told by who began it, where every scope allows both", async () => {
  expect(spansUnder(await lawWith(""))).toEqual([
    ["2026-01-05T08:00:00Z", "2026-01-07T08:00:00Z", "Doing", "Bob"],
    ["2026-02-01T08:00:00Z", null, "Open", "Bob"],
  ]);
});

test("a scope that allows other states loses none of them, and makes another ledger", async () => {
  const [plain, scoped] = [
    await lawWith(""),
    await lawWith("scopes: [{ paths: [docs/**], authorise: { states: [open, done] } }]\n"),
  ];
  expect(ledgerPolicyDigest(scoped)).not.toBe(ledgerPolicyDigest(plain));
  expect(spansUnder(scoped)).toHaveLength(3);
  const allowed = (law: typeof plain) =>
    [open, doing, review].map((state) => ledgerNeeds(law).isAllowed("jira", state));
  expect([allowed(plain), allowed(scoped)]).toEqual([
    [true, true, false],
    [true, true, true],
  ]);
});

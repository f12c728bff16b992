import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { workTree } from "../../src/git/tree.ts";
import { ledgerPolicyDigest } from "../../src/ledger/policy-digest.ts";
import type { LedgerTicket } from "../../src/ledger/row.ts";
import type { LedgerIssue } from "../../src/ledger/write.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { rules } from "../../src/rules/index.ts";
import { seenLedgers } from "../../src/store/ledger-seen.ts";
import { issue, open, testKey } from "./made.ts";
import { type LedgerRepository, ledgerRepository } from "./scene.ts";

const key = testKey("k1");
const REF = "refs/golden-thread/ledger";

async function digestIn(repo: LedgerRepository): Promise<string> {
  const detected = { originUrl: "git@github.com:Acme/shop.git", tasks: null };
  return ledgerPolicyDigest(
    await loadPolicy({ tree: workTree(repo.root), place: "ci", detected, rules, today: "2026-11-22" }),
  );
}

async function put(
  repo: LedgerRepository,
  tickets: readonly LedgerTicket[],
  more: Partial<LedgerIssue> = {},
  ref = REF,
): Promise<void> {
  const bytes = issue(key, tickets, { policyDigest: await digestIn(repo), ...more });
  const blob = repo.run(["hash-object", "-w", "--stdin"], { input: bytes }).stdout;
  const tree = repo.run(["mktree"], { input: `100644 blob ${blob}\tledger.jsonl\n` }).stdout;
  repo.git("update-ref", ref, repo.git("commit-tree", "-m", "ledger", tree));
}

describe("ledger verify", () => {
  test("of the one in the policy's ref says that it is good, or by which mark it is not", async () => {
    const repo = ledgerRepository([key]);
    expect(await repo.golden("ledger verify")).toMatchObject({
      code: 3,
      stdout: expect.stringContaining("(none)"),
    });
    await put(repo, [open("PROJ-7")]);
    const good = await repo.golden("ledger verify");
    expect(good).toMatchObject({ code: 0, stderr: "" });
    expect(good.stdout).toContain("ledger 7 of 1 ticket for github.com/acme/shop");
    const late = await repo.golden("ledger verify", { now: () => new Date("2026-11-24T12:00:00Z") });
    expect(late).toMatchObject({ code: 3, stdout: expect.stringContaining("(expired)") });
    repo.git("remote", "set-url", "origin", "https://github.com/acme/other");
    expect((await repo.golden("ledger verify --json")).stdout).toContain('"foreign"');
  });

  test("remembers the highest number: an older one that is put back is refused", async () => {
    const repo = ledgerRepository([key]);
    await put(repo, [open("PROJ-7")], { seq: 9 });
    expect((await repo.golden("ledger verify")).code).toBe(0);
    expect(seenLedgers(repo.path(".git")).highest("GitHub.com/acme/shop")).toBe(9);
    await put(repo, [open("PROJ-7")], { seq: 8 });
    expect(await repo.golden("ledger verify")).toMatchObject({
      code: 3,
      stdout: expect.stringContaining("(rolled-back): The ledger has the number 8, and number 9 was seen"),
    });
  });

  test("of a file by name; a policy that authorises otherwise makes it another's", async () => {
    const repo = ledgerRepository([key]);
    repo.write("old.jsonl", issue(key, [open("PROJ-7")]));
    expect(await repo.golden("ledger verify old.jsonl")).toMatchObject({
      code: 3,
      stdout: expect.stringContaining("(other-policy)"),
    });
    repo.write("old.jsonl", issue(key, [open("PROJ-7")], { policyDigest: await digestIn(repo) }));
    expect((await repo.golden("ledger verify old.jsonl")).code).toBe(0);
    expect((await repo.golden("ledger verify nowhere.jsonl")).code).toBe(2);
  });

  test("of a file that the policy names", async () => {
    const repo = ledgerRepository([key], { more: "  from: ops/ledger.jsonl\n" });
    expect((await repo.golden("ledger verify")).code).toBe(3);
    repo.write("ops/ledger.jsonl", issue(key, [open("PROJ-7")], { policyDigest: await digestIn(repo) }));
    expect((await repo.golden("ledger verify")).code).toBe(0);
  });

  test("without a ledger in the policy says what to write there", async () => {
    const ran = await ledgerRepository([]).golden("ledger verify");
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining("golden-thread key new") });
  });
});

describe("ledger show and diff", () => {
  test("tell of tickets by their ids, found or not", async () => {
    const repo = ledgerRepository([key]);
    await put(repo, [
      open("PROJ-7"),
      open("PROJ-8", { state: { name: "Done\u001b[31m", category: "done" } }),
    ]);
    const ran = await repo.golden("ledger show PROJ-7 jira:PROJ-8 PROJ-9 PROJ-4000");
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(
      "jira:PROJ-7     In Progress (in_progress)  Story  2026-01-05T08:00:00Z to now",
    );
    expect(ran.stdout).toContain("Done\\x1b[31m (done)");
    expect(ran.stdout).toMatch(/jira:PROJ-9 +absent/);
    expect(ran.stdout).toMatch(/jira:PROJ-4000 +unavailable/);
    expect((await repo.golden("ledger show")).stdout).toMatch(/1 {2}In Progress \(in_progress\)/);
    const told = JSON.parse((await repo.golden("ledger show PROJ-7 --json")).stdout);
    expect(told).toMatchObject({ status: "valid", tickets: [{ lookup: { status: "found" } }] });
  });

  test("what was added, taken away and changed, whatever places the tables gave", async () => {
    const repo = ledgerRepository([key]);
    const done = { name: "Done", category: "done" } as const;
    await put(
      repo,
      [open("PROJ-7"), open("PROJ-8"), open("PROJ-9", { state: done })],
      {},
      "refs/ledgers/old",
    );
    await put(
      repo,
      [open("PROJ-10", { state: done }), open("PROJ-8", { state: done }), open("PROJ-9", { state: done })],
      {
        seq: 8,
      },
    );
    const ran = await repo.golden(`ledger diff refs/ledgers/old ${REF}`);
    expect(ran.stdout.split("\n")).toEqual([
      "+ jira:PROJ-10  Done",
      "- jira:PROJ-7  In Progress",
      "~ jira:PROJ-8  In Progress -> Done  (spans)",
      "",
    ]);
    expect((await repo.golden(`ledger diff ${REF} ${REF}`)).stdout).toBe(
      "Both tell the same of every ticket.\n",
    );
    expect((await repo.golden(`ledger diff ${REF}`)).code).toBe(2);
    expect((await repo.golden("ledger diff HEAD HEAD")).code).toBe(2);
  });
});

test("a policy's digest is the same at every door, and another for whatever the rows rest on", async () => {
  const repo = ledgerRepository([key]);
  const first = await digestIn(repo);
  const policy = readFileSync(repo.path("golden-thread.yml"), "utf8");
  repo.write("golden-thread.yml", `${policy}unknown: { ci: warn }\n`);
  expect(await digestIn(repo)).toBe(first);
  repo.write("golden-thread.yml", `${policy}authorise: { states: [open] }\n`);
  expect(await digestIn(repo)).not.toBe(first);
  repo.write("golden-thread.yml", policy.replace("site: acme.", "site: other."));
  expect(await digestIn(repo)).not.toBe(first);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
});

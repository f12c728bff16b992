import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { renderer as mapRenderer } from "../../src/reports/audit-trace.ts";
import { badge } from "../../src/reports/badge.ts";
import { traceSchema } from "../../src/reports/trace-schema.ts";
import { chunkToItems, itemToChunks } from "../../src/trace/map.ts";
import { backlogRepository, task } from "../history/judged.ts";
import { auditFixture } from "../reports/audit-fixture.ts";
import { golden } from "./world.ts";

const schema = traceSchema();
const valid = new Ajv.default({ strict: true, allowUnionTypes: true }).compile(
  typeof schema === "object" && schema !== null ? schema : false,
);

function checked(text: string) {
  const value = JSON.parse(text);
  valid(value);
  expect(valid.errors).toBeNull();
  return value;
}

/** Work for one task in two commits, for another that is reverted, and a commit without a ticket. */
function history() {
  const made = backlogRepository("version: 1\nremotes:\n  tasks: { kind: markdown }\n");
  const first = made.commit("Count attempts (TASK-1)", { "src/a.ts": "// TASK-1: attempts\nlet a = 0;\n" });
  const rogue = made.commit("Rogue", { "src/a.ts": "// TASK-1: attempts\nlet a = 1;\n", "src/b.ts": "b\n" });
  const second = made.commit("Forget attempts (TASK-1)", { "src/c.ts": "// see TASK-2\n" });
  made.commit("Close (TASK-2)", { "backlog/tasks/task-2 - Work-2.md": task(2, "Done") });
  const ask = async (...argv: readonly string[]) => golden(argv, { cwd: made.root, env: made.env });
  return { made, ask, first, rogue, second };
}

describe("a thread that leads nowhere, or somewhere else", () => {
  test("from a ticket to its commits and files, and from each of them back", async () => {
    const { ask, first, rogue, second } = history();
    const ticket = checked((await ask("trace", "task-1", "--json")).stdout);
    expect(ticket.asked).toEqual({ kind: "ticket", text: "task-1" });
    const ids = ticket.commits.map(({ id }: { id: string }) => id);
    expect(ids.slice(0, 2)).toEqual([second, first]);
    expect(ids).not.toContain(rogue);
    expect(ticket.commits[0]).toMatchObject({
      standing: "authorised",
      verdict: "pass",
      tickets: ["tasks:TASK-1"],
    });
    expect(ticket.files.find(({ path }: { path: string }) => path === "src/a.ts")).toMatchObject({
      named: [{ ticket: "tasks:TASK-1", line: 1, where: "comment" }],
    });

    const back = checked((await ask("trace", first.slice(0, 10), "--json")).stdout);
    expect(back.asked.kind).toBe("commit");
    expect(back.tickets.map(({ at }: { at: string }) => at)).toEqual(["tasks:TASK-1"]);
    expect(back.files.map(({ path }: { path: string }) => path)).toEqual(["src/a.ts"]);

    const line = checked((await ask("trace", "src/a.ts:2", "--json")).stdout);
    expect(line.asked.kind).toBe("line");
    expect(line.commits.map(({ id }: { id: string }) => id)).toEqual([rogue, first]);
    expect(line.commits[0].standing).toBe("unreferenced");

    const file = checked((await ask("trace", "./src/c.ts", "--json")).stdout);
    expect(file.tickets.map(({ at }: { at: string }) => at)).toEqual(["tasks:TASK-1", "tasks:TASK-2"]);
  });

  test("of a file that only a merge wrote, before it was renamed, as of its lines", async () => {
    const { made, ask } = history();
    made.git("checkout", "--quiet", "-b", "side", "HEAD~1");
    made.commit("Beside (TASK-1)", { side: "1\n" });
    made.git("merge", "--quiet", "--no-commit", "main");
    const merge = made.commit("Merge (TASK-1)", { smuggled: "1\n" });
    made.git("mv", "smuggled", "moved");
    const rename = made.commit("Move (TASK-1)");
    // Another file has the name by now.
    made.git("checkout", "--quiet", "main");
    made.commit("Go on (TASK-1)", { on: "1\n" });
    made.git("merge", "--quiet", "--no-commit", "side");
    const later = made.commit("Merge again (TASK-1)", { smuggled: "2\n" });
    const wanted = { moved: [rename, merge], "moved:1": [merge], smuggled: [later, rename, merge] };
    for (const [asked, ids] of Object.entries(wanted)) {
      const { commits } = checked((await ask("trace", asked, "--json")).stdout);
      expect(
        commits.map(({ id }: { id: string }) => id),
        asked,
      ).toEqual(ids);
    }
  });

  test("for people: four links of a chain, and what can be traced where nothing is called so", async () => {
    const { ask, rogue } = history();
    const { code, stdout } = await ask("trace", "TASK-1");
    expect([code, stdout.split("\n").filter((line) => /^ {2}\S/.test(line))]).toEqual([
      0,
      ["  Intent", "  Plan", "  Implementation", "  Evidence"],
    ]);
    expect(stdout).toContain("src/a.ts:1");
    expect((await ask("trace", "HEAD~2")).stdout).toContain(rogue.slice(0, 10));
    const nothing = await ask("trace", "TASK-12");
    expect(nothing.code).toBe(2);
    expect(nothing.stderr).toContain('did you mean "TASK-1"?');
    expect((await ask("trace", "#12")).code).toBe(2);
  });
});

describe("a minimum that is met by not looking", () => {
  test("1 where it is missed, 0 where it is met, 3 where nobody looked", async () => {
    const { ask } = history();
    const missed = await ask("coverage", "--min", "commits=100", "--json");
    expect(missed.code).toBe(1);
    const answer = checked(missed.stdout);
    expect(answer.minimums).toMatchObject([{ name: "commits", wanted: 100, met: false }]);
    expect(answer.gaps).toContainEqual({ code: "commit-without-ticket", of: "commit", count: 1 });
    expect((await ask("coverage", "--min", "commits=50", "--min", "tickets=100")).code).toBe(0);
    const unseen = await ask("coverage", "--min", "specs=1", "--json");
    expect([unseen.code, checked(unseen.stdout).minimums[0].met]).toEqual([3, null]);
    for (const told of ["commits=101", "commits", "lines=1", "commits=-1"])
      expect((await ask("coverage", "--min", told)).code).toBe(2);
  });

  test("files, folders and lines that stand today are looked at where they are asked for, and the badge says the same", async () => {
    const { ask, made } = history();
    const ran = await ask(
      "coverage",
      "--min",
      "live-lines=10",
      "--min",
      "files=10",
      "--by",
      "folder",
      "--badge",
      "b.svg",
      "--json",
    );
    expect(ran.code).toBe(0);
    const { by, coverage } = checked(ran.stdout);
    expect(by.groups.find(({ name }: { name: string }) => name === "src")).toMatchObject({
      files: 3,
      covered: 2,
    });
    expect(coverage.liveLines.covered).toBeLessThan(coverage.liveLines.total);
    const svg = readFileSync(made.path("b.svg"), "utf8");
    expect(svg).toContain(`<title>live-lines traced: ${coverage.liveLines.percent} %</title>`);
    expect((await ask("coverage", "--by", "month")).stdout).toContain("By month");
  });
});

describe("a map with holes", () => {
  const audit = auditFixture({ commits: 300 });

  test("both ways say the same, of tickets that exist alone", () => {
    const [there, back] = [itemToChunks(audit), chunkToItems(audit)];
    const pairs = [...there].flatMap(([item, chunks]) => chunks.map((chunk) => `${item} ${chunk}`)).sort();
    expect(pairs.length).toBeGreaterThan(100);
    expect([...back].flatMap(([chunk, items]) => items.map((item) => `${item} ${chunk}`)).sort()).toEqual(
      pairs,
    );
    for (const shape of [/:\d+$/, /^commit:[0-9a-f]{40}$/, /^pr:\d+$/])
      expect([...back.keys()].some((chunk) => shape.test(chunk))).toBe(true);
    const gone = audit.tickets.filter(({ status }) => status !== "found").map(({ key }) => key);
    expect(gone.filter((key) => there.has(key))).toEqual([]);
  });

  test("trace.json is the same map", () => {
    const options = { metas: new Map(), color: false, columns: 80, repair: null, subject: () => null };
    const written = checked([...mapRenderer(options)(audit).body].join(""));
    expect(new Map(Object.entries(written.itemToChunks))).toEqual(itemToChunks(audit));
    expect(new Map(Object.entries(written.chunkToItems))).toEqual(chunkToItems(audit));
  });

  test("a badge can't be made to say more than is true, or to hold markup", () => {
    const almost = badge({ label: '"><script>', ratio: { covered: 9999, total: 10_000, percent: 99.9 } });
    expect(almost).toContain("99.9 %");
    expect(almost).not.toContain("<script>");
    expect(badge({ label: "files", ratio: null })).toContain("files: unknown");
  });
});

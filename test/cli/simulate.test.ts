import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { jsonSchema } from "../../src/reports/json-schema.ts";
import { backlogRepository } from "../history/judged.ts";
import { golden } from "./world.ts";

const schema = jsonSchema();
const valid = new Ajv.default({ strict: true, allowUnionTypes: true }).compile(
  typeof schema === "object" && schema !== null ? schema : false,
);

function repository() {
  const made = backlogRepository();
  made.commit("Rogue", { "a.txt": "1" });
  return made;
}

describe("simulate on the command line", () => {
  test("ends 0 whatever it finds, and counts like check range", async () => {
    const { root: cwd, env } = repository();
    const simulated = await golden(["simulate", "--json"], { cwd, env });
    const checked = await golden(["check", "range", "HEAD", "--json"], { cwd, env });
    expect([simulated.code, checked.code]).toEqual([0, 1]);
    const [simulation, report] = [JSON.parse(simulated.stdout), JSON.parse(checked.stdout)];
    valid(simulation);
    expect(valid.errors).toBeNull();
    const { passed, failed, undecided } = report.counts;
    expect(simulation.today).toEqual({ passed, failed, undecided });
    expect(simulation.counts.blocked).toBe(failed);
    expect(simulation.proposal.enforceFrom).toBe("2026-12-06");
  });

  test("text to the reader and JSON to a file come from one look", async () => {
    const made = repository();
    const ran = await golden(["simulate", "--all", "--format", "json=out.json", "--format", "text"], {
      cwd: made.root,
      env: made.env,
    });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("Proposal");
    expect(made.run(["hash-object", "out.json"]).code).toBe(0);
  });

  test.each([
    [["simulate", "HEAD"], "options alone"],
    [["simulate", "--all", "--since", "2024-01-01"], "one history"],
    [["simulate", "--since", "tomorrow"], "day"],
    [["simulate", "--depth", "0"], "levels"],
    [["simulate", "--preset", "mild"], "preset"],
    [["simulate", "--place", "moon"], "place"],
    [["simulate", "--range", "no-such"], "no-such"],
    [["simulate", "--policy-ref", "no-such"], "no-such"],
    [["simulate", "--rnage", "HEAD"], "--range"],
  ])("%j ends 2 and says why", async (argv, why) => {
    const { root: cwd, env } = repository();
    const ran = await golden(argv, { cwd, env });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(why);
    expect(ran.stdout).toBe("");
  });
});

describe("every warning names its day", () => {
  test("in a history whose commits differ, and in the last line", async () => {
    const made = backlogRepository(
      "version: 1\nremotes:\n  tasks: { kind: markdown }\nenforce_from: 2027-01-15\n",
    );
    made.commit("Work (TASK-8)", { "a.txt": "1" });
    made.commit("Work (TASK-9)", { "a.txt": "2" });
    const ran = await golden(["check", "range", "HEAD"], { cwd: made.root, env: made.env });
    expect(ran.code).toBe(0);
    const blocks = ran.stdout.split("\n\n").filter((block) => /^ {2}! ticket-exists/mu.test(block));
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toContain("2027-01-15");
    expect(ran.stdout).toMatch(/^WARNED .*enforced from 2027-01-15 on/mu);
  });
});

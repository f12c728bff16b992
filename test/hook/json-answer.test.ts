import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { jsonSchema } from "../../src/reports/json-schema.ts";
import { guardedRepository, POLICY } from "./guarded.ts";

const schema = jsonSchema();
const valid = new Ajv.default({ strict: true, allowUnionTypes: true }).compile(
  typeof schema === "object" && schema !== null ? schema : false,
);

const env = { GOLDEN_THREAD_FORMAT: "json" };

describe("GOLDEN_THREAD_FORMAT=json: the hook answers as the schema promises", () => {
  test.each([
    ["an accepted message", POLICY, "Do TASK-1\n", 0, { kind: "check", verdict: "pass" }],
    ["a rejected one", POLICY, "no ticket\n", 1, { kind: "check", verdict: "fail" }],
    ["a warned one", `${POLICY}enforce_from: 2999-01-01\n`, "no ticket\n", 0, { statement: "WARNED" }],
    ["an empty one", POLICY, "\n", 1, { kind: "check" }],
    [
      "a policy that can't be used",
      "version: 1\nx: 1\n",
      "Do TASK-1\n",
      2,
      { kind: "error", code: "policy" },
    ],
  ])("%s", (_name, policy, message, code, wanted) => {
    const repository = guardedRepository({ files: { "golden-thread.yml": policy } });
    const ran = repository.hookRun(message, { env });
    expect(ran).toMatchObject({ code, stdout: "" });
    // One document and nothing around it, or a program could not read it.
    const answer: unknown = JSON.parse(ran.stderr);
    valid(answer);
    expect(valid.errors).toBeNull();
    expect(answer).toMatchObject(wanted);
  });

  test("a warning names the day from which it blocks", () => {
    const policy = `${POLICY}enforce_from: 2999-01-01\n`;
    const { stderr } = guardedRepository({ files: { "golden-thread.yml": policy } }).hookRun("none\n", {
      env,
    });
    const { findings } = JSON.parse(stderr);
    const fails = findings.filter(({ outcome }: { outcome: string }) => outcome === "fail");
    expect(fails.map(({ args }: { args: object }) => args)).toEqual([
      expect.objectContaining({ enforce_from: "2999-01-01" }),
    ]);
  });
});

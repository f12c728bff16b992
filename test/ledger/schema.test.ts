import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { jsonSchema } from "../../src/reports/json-schema.ts";
import { ledgerSchema } from "../../src/reports/ledger-file-schema.ts";
import { temporaryFolder } from "../git/repo.ts";
import { issue, open, testKey, ticket } from "./made.ts";
import { ledgerRepository } from "./scene.ts";

const ajv = new Ajv.default({ strict: true, allowUnionTypes: true, formats: { "date-time": true } });
const compiled = (schema: unknown) =>
  ajv.compile(typeof schema === "object" && schema !== null ? schema : false);
const line = compiled(ledgerSchema());
const output = compiled(jsonSchema());
const key = testKey("k1");

describe("what is written is what the schemas say", () => {
  test("every line of a ledger", () => {
    const ada = { name: "Ada", email: "a@example.test", account: "1", login: "ada" };
    const snapshot = { title: "a".repeat(64), description: "b".repeat(64), criteria: "c".repeat(64) };
    const whole = ticket("PROJ-7", {
      project: null,
      createdBy: ada,
      assignees: [ada],
      labels: ["x"],
      parent: "PROJ-1",
      versions: ["1"],
      iteration: null,
      snapshot,
      approvals: [
        { by: ada, at: "2026-01-01T00:00:00Z", of: { kind: "comment", snapshot } },
        { by: ada, at: "2026-01-01T00:00:00Z", of: { kind: "label", label: "ok", changed: ["title"] } },
      ],
      origin: { outsider: true, vouchers: [ada] },
    });
    const span = { from: "2026-02-01T00:00:00Z", until: null, state: whole.state, by: ada };
    const seen = { status: "told", spans: [span], since: "2026-02-01T00:00:00Z" } as const;
    const bytes = Buffer.from(issue(key, [open("PROJ-1"), { ticket: whole, past: seen }]));
    const wrong = bytes
      .toString("utf8")
      .trimEnd()
      .split("\n")
      .filter((text) => !line(JSON.parse(text)));
    expect(wrong).toEqual([]);
    expect(line({ id: "jira:PROJ-7" })).toBe(false);
  });

  test.each(["ledger verify --json", "ledger show PROJ-1 --json", "ledger diff a.jsonl a.jsonl --json"])(
    "%s, of a ledger that is good and of one that is not",
    async (argv) => {
      const repo = ledgerRepository([key], { more: "  from: a.jsonl\n" });
      for (const bytes of [issue(key, [open("PROJ-1")]), Buffer.from("nothing")]) {
        repo.write("a.jsonl", bytes);
        output(JSON.parse((await repo.golden(argv)).stdout));
        expect(output.errors).toBeNull();
      }
    },
  );

  test("key new --json", async () => {
    const repo = ledgerRepository([key]);
    const home = temporaryFolder();
    const ran = await repo.golden("key new --json", { cwd: home, env: { XDG_CONFIG_HOME: home } });
    output(JSON.parse(ran.stdout));
    expect(output.errors).toBeNull();
  });
});

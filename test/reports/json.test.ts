import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Waiver } from "../../src/core/evidence.ts";
import { Fault } from "../../src/core/fault.ts";
import type { Report } from "../../src/core/report.ts";
import { errorJson, faultOf } from "../../src/reports/error.ts";
import { formatNames, formats } from "../../src/reports/index.ts";
import { renderer } from "../../src/reports/json.ts";
import { jsonSchema } from "../../src/reports/json-schema.ts";
import { columns, done, historyReport, idOf, messageReport, missing, options } from "./reports.ts";

const ajv = new Ajv.default({ strict: true, allowUnionTypes: true });
const schema = jsonSchema();
const valid = ajv.compile(typeof schema === "object" && schema !== null ? schema : false);

const waiver: Waiver = {
  id: "W-1",
  rules: ["reference-required"],
  for: { commits: ["0000001"], paths: ["docs/**"] },
  reason: "The tracker was down",
  incident: "INC-7",
  approver: "alice",
  created: "2026-03-01",
  expires: "2026-03-07",
  proof: "declared",
};

const pull: Partial<Report> = {
  proposal: {
    ...{ number: 7, url: "https://github.com/o/r/pull/7", author: "octocat", draft: false },
    base: { branch: "main", commit: idOf(9) },
    head: { branch: "feature", commit: idOf(0), isFork: true },
  },
  tickets: () => [
    {
      ...{ at: "jira:PROJ-7", remote: "jira", id: "PROJ-7", key: "PROJ-7", status: "found", source: "api" },
      ...{ title: "Lock accounts", url: null, type: "Story", path: null, asOf: null },
      state: { name: "Open", category: "open" },
      digest: "a".repeat(64),
      spec: { source: "path", path: "specs/7/spec.md", digest: "b".repeat(64) },
    },
    {
      ...{ at: "jira:PROJ-8", remote: "jira", id: "PROJ-8", key: "PROJ-8", status: "absent", source: null },
      ...{
        title: null,
        url: null,
        type: null,
        path: null,
        asOf: null,
        state: null,
        digest: null,
        spec: null,
      },
    },
  ],
};

function render(report: Report): string {
  return [...renderer(options)(report).body].join("");
}

describe("the report as JSON", () => {
  test.each([
    ["a message", messageReport()],
    ["a history", historyReport()],
    ["a waived message", messageReport({ waivers: [waiver] })],
    ["a pull request", historyReport(pull)],
    ["an empty history", historyReport({ commits: columns([]), keys: [] })],
    ["a column longer than one chunk", historyReport({ commits: columns(new Array(10_000).fill(1)) })],
  ])("%s is one valid document", (_name, report) => {
    const parsed: unknown = JSON.parse(render(report));
    valid(parsed);
    expect(valid.errors).toBeNull();
  });
  test("keeps every commit with its facts", () => {
    const parsed = JSON.parse(render(historyReport()));
    expect(parsed.commits.id).toEqual([0, 1, 2, 3, 4, 5, 6].map(idOf));
    expect(parsed.commits.key).toEqual([0, 1, 1, 2, 1, 1, 3]);
    expect(parsed.keys).toHaveLength(4);
  });
  test("tells the pull request and every ticket", () => {
    const parsed = JSON.parse(render(historyReport(pull)));
    expect(parsed.proposal).toEqual(pull.proposal);
    expect(parsed.tickets).toEqual(pull.tickets?.());
  });
  test("tells every waiver whole, once", () => {
    expect(JSON.parse(render(messageReport({ waivers: [waiver] }))).waivers).toEqual([waiver]);
  });
  test("gives an agent the command to run, and none for what passed", () => {
    const parsed = JSON.parse(
      render(messageReport({ findings: [missing, done, { ...done, outcome: "pass", blocking: false }] })),
    );
    expect(parsed.findings[0].fix.argv).toEqual(missing.fix.argv);
    expect(parsed.findings[1].fix).toEqual({ argv: [], note: "Name an authorised ticket in the message." });
    expect(parsed.findings[2].fix).toBeUndefined();
  });
  test("holds hostile text unchanged, and shows none of it to a terminal or a CI runner", () => {
    const evil = "\u009b2J\u202e\u2028##[error]x ##vso[y]";
    const text = render(messageReport({ notices: [evil] }));
    expect(JSON.parse(text).notices).toEqual([evil]);
    expect(text).not.toMatch(/[\u007f-\u009f\u2028-\u202e]|##(\[|vso)/u);
  });
});

describe("an error as JSON", () => {
  const problem = {
    file: "golden-thread.yml",
    line: 3,
    column: 5,
    key: "presett",
    message: "Unknown key.",
    suggestion: "preset",
  };
  test.each([
    ["bare", new Fault("usage", "No such command.")],
    [
      "full",
      new Fault("policy", "The policy can't be used.", {
        found: "a",
        wanted: "b",
        fix: "c",
        problems: [problem],
      }),
    ],
    ["of something thrown that is no fault", faultOf(new TypeError("x is undefined"))],
    ["of something thrown that is no error", faultOf("text")],
  ])("%s is valid", (_name, fault) => {
    valid(JSON.parse(errorJson(fault)));
    expect(valid.errors).toBeNull();
  });
  test("never holds a stack", () => {
    expect(errorJson(faultOf(new TypeError("x")))).not.toContain("json.test");
  });
});

test("every registered format renders a report", async () => {
  const ofSystems = ["azure", "bitbucket", "github", "gitlab", "junit", "sarif", "teamcity"];
  expect(formatNames).toEqual([...ofSystems, "csv", "html", "json", "markdown", "text"].sort());
  for (const load of Object.values(formats)) {
    const { name, mediaType, body } = (await load())(options)(messageReport());
    expect([name, mediaType, [...body].join("")].every((part) => part.length > 0)).toBe(true);
  }
});

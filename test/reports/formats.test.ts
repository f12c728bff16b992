import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/core/report.ts";
import { annotationsOf } from "../../src/reports/annotations.ts";
import { commentMarkdown } from "../../src/reports/comment.ts";
import { type FormatName, formats } from "../../src/reports/index.ts";
import { workflowCommands } from "../../src/reports/workflow-commands.ts";
import { answers, manyReport, passedReport, pullOptions, pullReport } from "./pulls.ts";
import { isWellFormed } from "./xml.ts";

async function render(format: FormatName, report: Report): Promise<string> {
  return [...(await formats[format]())(pullOptions)(report).body].join("");
}

const reports = {
  failed: pullReport({ findings: [answers.large, answers.task] }),
  passed: passedReport(),
} as const;

describe("what a pull request reads", () => {
  test.each(["failed", "passed"] as const)("%s", async (name) => {
    const report = reports[name];
    await expect(await render("markdown", report)).toMatchFileSnapshot(`golden/pull-${name}.golden.md`);
    const comment = commentMarkdown(report, pullOptions, 65_536);
    await expect(comment).toMatchFileSnapshot(`golden/pull-${name}-comment.golden.md`);
  });
  test("a comment is one line and a link where all is well", () => {
    const comment = commentMarkdown(passedReport(), pullOptions, 65_536);
    expect(comment.trimEnd().split("\n")).toHaveLength(1);
    expect(comment).toContain("](https://github.com/acme/shop/actions/runs/99)");
  });
});

describe("what a CI system reads", () => {
  test.each(["azure", "csv", "github", "junit"] as const)("%s", async (format) => {
    const text = await render(format, reports.failed);
    expect(text.match(/\r/g)?.length ?? 0).toBe(format === "csv" ? 6 : 0);
    // git keeps the files of this repository with line feeds alone.
    await expect(text.replaceAll("\r\n", "\n")).toMatchFileSnapshot(`golden/pull-failed.golden.${format}`);
  });

  test("GitHub shows ten of a level, and the last says how many it does not show", () => {
    const commands = workflowCommands(annotationsOf(manyReport(40), pullOptions));
    const errors = commands.filter((line) => line.startsWith("::error "));
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)).toContain("::31 more errors.");
  });
  test("a task's line is marked in its file", () => {
    const [first] = annotationsOf(pullReport({ findings: [answers.task] }), pullOptions);
    expect(first).toMatchObject({
      path: "backlog/tasks/task-9 - Lock.md",
      line: 4,
      commit: null,
      level: "error",
    });
  });
  test("what does not block is no error, and what a waiver lifts is none either", () => {
    const lifted = { ...answers.closed, outcome: "skip", blocking: false, waiver: "W-1" } as const;
    const unproved = { ...answers.missing, code: "unproved", blocking: false, level: "warn" } as const;
    const report = pullReport({ findings: [unproved, lifted, answers.large], keys: [] });
    expect(annotationsOf(report, pullOptions).map(({ level, title }) => `${level} ${title}`)).toEqual([
      "warning change-size",
      "notice reference-required",
      "notice ticket-authorised",
    ]);
  });
  test("Azure fails the task for what nobody knows, too", async () => {
    expect(await render("azure", pullReport({ verdict: "undecided" }))).toContain(
      "##vso[task.complete result=Failed;]",
    );
    expect(await render("azure", passedReport())).toMatch(/^##vso\[task\.complete result=Succeeded;\]/);
  });
  test("GitLab keeps every finding apart, and finds a file for each", async () => {
    const issues: readonly { fingerprint: string; location: { path: string; lines: { begin: number } } }[] =
      JSON.parse(await render("gitlab", manyReport(300)));
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(300);
    expect(new Set(issues.map(({ location }) => location.path))).toEqual(new Set(["golden-thread.yml"]));
  });
  test("Bitbucket takes what it is given: short summaries, a thousand annotations", async () => {
    const { report, annotations } = JSON.parse(await render("bitbucket", manyReport(1200)));
    expect(annotations).toHaveLength(1000);
    expect(report).toMatchObject({ result: "FAILED", report_type: "TEST" });
    expect(report.details).toContain("200 more findings");
    const sizes = annotations.map((one: { summary: string }) => one.summary.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(450);
  });
  test("JUnit has a test case for each commit, one for each rule of the whole, and the right sums", async () => {
    const xml = await render("junit", reports.failed);
    expect(isWellFormed(xml)).toBe(true);
    expect(xml.match(/<testcase /g)).toHaveLength(7);
    expect(xml).toContain('<testsuites name="golden-thread" tests="7" failures="3" errors="0" skipped="1"');
    expect(xml.match(/<failure /g)).toHaveLength(3);
  });
});

describe("SARIF", () => {
  const schema = JSON.parse(readFileSync(new URL("fixtures/sarif-2.1.0.json", import.meta.url), "utf8"));
  const { id: _, $schema: __, ...draft } = schema;
  const valid = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    draft,
  );

  test.each([
    ["a failing pull request", reports.failed],
    ["a passing one", reports.passed],
    ["6,000 findings", manyReport(6000)],
  ])("of %s is valid and has what code scanning asks for", async (_name, report) => {
    const log = JSON.parse(await render("sarif", report));
    valid(log);
    expect(valid.errors).toBeNull();
    const [{ results, tool }] = log.runs;
    expect(results.length).toBeLessThanOrEqual(5000);
    for (const rule of tool.driver.rules)
      expect(
        [rule.id, rule.shortDescription.text, rule.fullDescription.text, rule.help.text].every(Boolean),
      ).toBe(true);
    const hashes = results.map(
      (one: { partialFingerprints: { primaryLocationLineHash: string } }) =>
        one.partialFingerprints.primaryLocationLineHash,
    );
    expect(new Set(hashes).size).toBe(results.length);
    for (const { locations, ruleIndex, ruleId, message } of results.slice(0, 50)) {
      expect(locations[0].physicalLocation.region).toMatchObject({ startColumn: 1 });
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(message.text).not.toBe("");
    }
  });
});

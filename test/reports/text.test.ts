import { describe, expect, test } from "vitest";
import type { Report } from "../../src/core/report.ts";
import type { RenderOptions } from "../../src/reports/options.ts";
import { renderer } from "../../src/reports/text.ts";
import {
  columns,
  done,
  down,
  finding,
  historyReport,
  messageReport,
  metas,
  missing,
  named,
  options,
} from "./reports.ts";

function render(report: Report, more: Partial<RenderOptions> = {}): string {
  return [...renderer({ ...options, ...more })(report).body].join("");
}

const large = finding({
  rule: "change-size",
  code: "large",
  outcome: "fail",
  blocking: false,
  args: { files: 31, limit: 30 },
});

const golden: readonly (readonly [string, Report, Partial<RenderOptions>])[] = [
  ["rejected", messageReport(), {}],
  ["rejected-colour", messageReport(), { color: true }],
  ["rejected-twice", messageReport({ findings: [large, done, missing, named] }), {}],
  ["accepted", messageReport({ verdict: "pass", findings: [named] }), {}],
  ["warned", messageReport({ verdict: "pass", findings: [named, large], enforceFrom: "2027-01-15" }), {}],
  ["undecided", messageReport({ verdict: "undecided", findings: [down], policySources: [] }), {}],
  [
    "waived",
    messageReport({
      verdict: "pass",
      findings: [{ ...missing, outcome: "skip", blocking: false, waiver: "W-1" }],
    }),
    {},
  ],
  [
    "commit",
    historyReport({
      commits: columns([0]),
      keys: [{ count: 1, example: 0, verdict: "fail", findings: [done, named], tickets: [] }],
      notices: ["trusted-tree: working tree", "no-policy-file"],
    }),
    {
      subject: () => "Mail it (TASK-3)",
      repair: ["git", "rebase", "--interactive", "0000000000^"],
    },
  ],
  [
    "history",
    historyReport({ notices: ["Jira can't be asked from here, so its tickets are unknown."] }),
    {
      subject: (id) => `Subject of ${id.slice(0, 4)}`,
      repair: ["git", "rebase", "--interactive", "0006000600^"],
    },
  ],
  ["history-whole", historyReport({ subject: { ...historyReport().subject, label: "HEAD" }, keys: [] }), {}],
  [
    "history-passed",
    historyReport({
      verdict: "pass",
      keys: [],
      commits: null,
      counts: { ...historyReport().counts, commits: 12345, referenced: 12344, passed: 12345, failed: 0 },
    }),
    {},
  ],
];

describe("what people read", () => {
  test.each(golden)("%s", async (name, report, more) => {
    await expect(render(report, more)).toMatchFileSnapshot(`golden/${name}.golden.txt`);
  });
});

describe("text from outside", () => {
  const evil = "\u001b]0;owned\u0007\r::set-output name=x::y\u202e ##[error]x";
  const report = messageReport({
    subject: { ...messageReport().subject, subject: evil },
    policySources: [evil],
    notices: [evil],
    findings: [
      {
        ...missing,
        args: { places: evil, found: evil, wanted: evil },
        fix: { argv: ["git", evil], note: evil },
      },
      { ...missing, rule: evil, waiver: evil, outcome: "skip" },
    ],
  });
  test.each([
    ["a message", report],
    [
      "a history",
      historyReport({
        ...report,
        subject: { ...report.subject, kind: "commits", label: evil },
        keys: [{ count: 1, example: 0, verdict: "fail", findings: report.findings, tickets: [] }],
      }),
    ],
  ])("reaches the terminal escaped in %s", (_name, shown) => {
    const text = render(shown, { subject: () => evil });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e]/u);
    expect(text).not.toMatch(/^\s*::/mu);
    expect(text).not.toContain("##[");
    expect(text).toContain("\\x1b]0;owned");
  });
});

describe("a history", () => {
  test("of 300,000 commits names only a few of them", () => {
    const keys = new Int32Array(300_000).fill(1);
    const commits = {
      count: keys.length,
      id: String,
      key: (index: number) => keys[index] ?? 0,
      time: () => 0,
      author: () => "",
      recordedAt: null,
    };
    expect(render(historyReport({ commits })).split("\n").length).toBeLessThan(60);
  });
  test("never says 100 % for almost all", () => {
    expect(
      render(
        historyReport({ counts: { ...historyReport().counts, commits: 1_000_000, referenced: 999_999 } }),
      ),
    ).toContain("99.9 %");
  });
  test("shows a rule whose prose is missing by its codes", () => {
    const odd = finding({ rule: "house-rule", code: "odd", outcome: "fail" });
    expect(metas.has(odd.rule)).toBe(false);
    expect(render(messageReport({ findings: [odd] }))).toContain("house-rule: odd");
  });
});

describe("one unknown is told once for each rule that rests on it", () => {
  const resting = finding({ rule: "ticket-predates-change", code: "not-known", outcome: "unknown" });

  test("in full, and the others by name", () => {
    const text = render(messageReport({ verdict: "undecided", findings: [down, resting] }));
    expect(text).toContain("Not known for that reason either: ticket-predates-change.");
    expect(text.match(/^ {2}\? /gm)).toHaveLength(2);
  });

  test("not by name where nothing else says why", () => {
    const text = render(messageReport({ verdict: "undecided", findings: [resting] }));
    expect(text).not.toContain("for that reason");
    expect(text).toContain("ticket-predates-change ·");
  });
});

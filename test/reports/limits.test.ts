import { describe, expect, test } from "vitest";
import { commentMarkdown } from "../../src/reports/comment.ts";
import { formats } from "../../src/reports/index.ts";
import { summaryMarkdown } from "../../src/reports/summary.ts";
import { answers, manyReport, pullOptions, pullReport, ticket } from "./pulls.ts";
import { finding } from "./reports.ts";

const bytes = (text: string): number => Buffer.byteLength(text);

describe("a summary that is too long is dropped as a whole, so it is cut", () => {
  test.each([8192, 20_000, 1_000_000])("below %i bytes", (limit) => {
    const options = { ...pullOptions, subject: () => "Ä|`😀".repeat(60) };
    const tickets = Array.from({ length: 3000 }, (_, index) => ticket({ key: `PROJ-${index}` }));
    const notices = Array.from({ length: 3000 }, (_, index) => `Something to know, number ${index}.`);
    const summary = summaryMarkdown({ ...manyReport(5000), tickets: () => tickets, notices }, options, limit);
    expect(bytes(summary)).toBeLessThanOrEqual(limit);
    expect(summary.match(/^[\d,]+ more in report\.json\.$/gm)).toHaveLength(3);
    expect(summary).toContain("digest `5f1d0c2ab4e6");
  });
  test("and says of every row that is not there that it is not", () => {
    const summary = summaryMarkdown(manyReport(1300), pullOptions);
    expect(summary.match(/^\| ❌ \|/gm)).toHaveLength(1000);
    expect(summary).toContain("300 more in report.json.");
  });
});

describe("a comment that is too long is refused, so it is cut", () => {
  const kinds = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      finding({ rule: `house-rule-${index}`, code: "odd", outcome: "fail" }),
    );
  test.each([2048, 65_536])("below %i characters", (limit) => {
    const comment = commentMarkdown(pullReport({ findings: kinds(900), keys: [] }), pullOptions, limit);
    expect(comment.length).toBeLessThanOrEqual(limit);
    expect(comment).toMatch(/^[\d,]+ more in report\.json\.$/m);
    expect(comment).toContain("The whole report");
  });
  test("and more than five problems are folded away", () => {
    const comment = commentMarkdown(pullReport({ findings: kinds(8), keys: [] }), pullOptions, 65_536);
    expect(comment).toContain("<details><summary>3 more</summary>");
    expect(comment.split("<details>")[0]?.match(/^- /gm)).toHaveLength(5);
  });
  test("and what does not block is folded away as a whole", () => {
    const report = pullReport({ verdict: "pass", findings: [answers.large], keys: [] });
    const comment = commentMarkdown(report, pullOptions, 65_536);
    expect(comment.split("<details>")[0]).not.toContain("change-size");
    expect(comment).toContain("<summary>1 warning</summary>");
  });
});

test("a page of 6,000 commits shows 5,000 of them and says where the others are", async () => {
  const page = [...(await formats.html())(pullOptions)(manyReport(6000)).body].join("");
  expect(page.match(/<tr><td class="whole">/g)).toHaveLength(5000);
  expect(page).toContain("1,000 more in commits.csv.");
});

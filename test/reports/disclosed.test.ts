import { describe, expect, test } from "vitest";
import { disclosureOf } from "../../src/core/disclosure.ts";
import type { Report } from "../../src/core/report.ts";
import type { Lookup } from "../../src/core/ticket.ts";
import { annotationsOf } from "../../src/reports/annotations.ts";
import { commentMarkdown } from "../../src/reports/comment.ts";
import { disclosed, disclosedHere } from "../../src/reports/disclosed.ts";
import { formats } from "../../src/reports/index.ts";
import { summaryMarkdown } from "../../src/reports/summary.ts";
import { answers, passedReport, pullOptions, pullReport, ticket } from "./pulls.ts";
import { SECRET, secretReport, secretTicket } from "./secret.ts";

const found = (parts: Parameters<typeof secretTicket>[1] = {}): Lookup => ({
  status: "found",
  ticket: secretTicket("PROJ-7", parts),
  source: "api",
});

const answersOfTrackers: Readonly<Record<string, Lookup>> = {
  found: found(),
  "found, done": found({ state: { name: SECRET, category: "done" } }),
  "found, in no known state": found({ state: { name: SECRET, category: "unknown" } }),
  "found, archived": found({ archived: true }),
  "found, assigned to nobody": found({ assignees: [], versions: [], affected: ["docs/**"] }),
  "found, below another": found({ parent: "PROJ-1", excludedBy: "project = SHOP" }),
  "found, younger than the commit": found({ createdAt: "2027-01-01T00:00:00Z" }),
  "found, opened by a stranger": found({ origin: { outsider: true, vouchers: [] } }),
  "found, approved by nobody": found({ approvals: [] }),
  "found, of untold approvals": found({ approvals: [], untold: ["approvals"], untoldWhy: SECRET }),
  "in a ledger": {
    ...found(),
    status: "found",
    source: "ledger",
    ticket: secretTicket("PROJ-7"),
    stale: true,
    asOf: "2026-03-01T00:00:00Z",
  },
  "claimed by the change": { status: "claimed", ticket: secretTicket("PROJ-7") },
  absent: { status: "absent" },
  "absent, as it is something else": { status: "absent", detail: SECRET },
  forbidden: { status: "forbidden", detail: SECRET },
  "without credentials": { status: "credentials", detail: SECRET },
  unavailable: { status: "unavailable", detail: SECRET },
};

async function everything(report: Report): Promise<string> {
  const texts = [summaryMarkdown(report, pullOptions), commentMarkdown(report, pullOptions, 60_000)];
  for (const load of Object.values(formats)) texts.push(...(await load())(pullOptions)(report).body);
  return [...texts, JSON.stringify(annotationsOf(report, pullOptions))].join("\n");
}

const KINDS = ["any", "plain", "labels", "projects", "types", "approval"] as const;

function linesWith(word: string, text: string): readonly string[] {
  return text.split("\n").filter((line) => line.includes(word));
}

const id = { disclosure: "id", own: null } as const;
const title = { disclosure: "title", own: null } as const;

describe("nothing that a tracker tells stands in any output under id", () => {
  test.each(Object.entries(answersOfTrackers))("where the ticket is %s", (_name, answer) => {
    for (const sections of KINDS) {
      const report = disclosed(secretReport(answer, sections), id);
      const told = [...report.findings, ...report.keys, ...report.tickets()].map((one) =>
        JSON.stringify(one),
      );
      expect(told.filter((text) => text.includes(SECRET))).toEqual([]);
    }
  });

  test("in any format", async () => {
    for (const answer of [found(), found({ approvals: [] }), answersOfTrackers.unavailable])
      for (const sections of ["plain", "approval"] as const)
        if (answer !== undefined)
          expect(linesWith(SECRET, await everything(disclosed(secretReport(answer, sections), id)))).toEqual(
            [],
          );
  });

  test("and the same reports are full of it without", async () => {
    const codes = new Set<string>();
    for (const answer of Object.values(answersOfTrackers))
      for (const sections of KINDS)
        for (const { rule, code, args } of secretReport(answer, sections).findings)
          if (JSON.stringify(args).includes(SECRET)) codes.add(`${rule} ${code}`);
    expect(codes.size).toBeGreaterThan(25);
    const report = secretReport(found());
    expect(disclosed(report, { disclosure: "full", own: null })).toBe(report);
  });

  test("but the title and its page under title", async () => {
    const report = disclosed(
      secretReport(found({ title: "A title", url: "https://jira.example.com/7" })),
      title,
    );
    const text = await everything(report);
    expect(linesWith("A title", text)).not.toEqual([]);
    expect(linesWith("https://jira.example.com/7", text)).not.toEqual([]);
    // What else says a title is the one of the upstream that a local task differs from.
    const other = report.findings.filter(({ args }) => JSON.stringify(args).includes(SECRET));
    expect(other.map(({ rule, code }) => `${rule} ${code}`)).toEqual(["upstream-consistent title-differs"]);
  });
});

describe("who may not see a ticket does not learn that there is one", () => {
  const asked = (answer: Lookup) => {
    const report = disclosed(secretReport(answer), id);
    // Whether a local task and what it follows say the same is a verdict of its own.
    const findings = report.findings.filter(({ rule }) => rule !== "upstream-consistent");
    return { findings, tickets: report.tickets() };
  };
  const gone = asked({ status: "absent" });

  test.each<[string, Lookup]>([
    ["forbidden", { status: "forbidden", detail: "403" }],
    ["something else", { status: "absent", detail: "it is a pull request" }],
  ])("%s reads as absent does", (_name, answer) => {
    expect(asked(answer)).toEqual(gone);
    expect(gone.findings.map(({ code }) => code)).toContain("unseen");
  });

  test("and the sentence says so", async () => {
    const text = await everything(disclosed(secretReport({ status: "forbidden", detail: "403" }), id));
    const wanted =
      "PROJ-7 can't be seen in jira: there is no such ticket, or it is not for everybody's eyes.";
    expect(linesWith(wanted, text)).not.toEqual([]);
    expect(linesWith("refuses", text)).toEqual([]);
  });
});

describe("what is public already is not hidden", () => {
  const own = { disclosure: "id", own: "jira" } as const;

  test("the repository's own issues", () => {
    expect(disclosed(pullReport(), own).keys).toEqual(pullReport().keys);
    expect(disclosed(pullReport(), own).tickets()).toEqual(pullReport().tickets());
  });
  test("tasks that are files of the repository", () => {
    const file = { ...ticket({ key: "PROJ-3" }), path: "backlog/tasks/3.md" };
    const report = pullReport({ findings: [answers.closed], keys: [], tickets: () => [file] });
    expect(disclosed(report, id).findings).toEqual([answers.closed]);
  });
  test("unless another remote has one of the same name", () => {
    const report = pullReport({
      tickets: () => [ticket({ key: "PROJ-3" }), ticket({ key: "PROJ-3", remote: "boards" })],
    });
    expect(JSON.stringify(disclosed(report, own).keys)).not.toContain("Shipped");
  });
  test("what is said of the change alone", () => {
    const findings = [answers.large, answers.missing, answers.task];
    expect(disclosed(pullReport({ findings }), id).findings).toEqual(findings);
  });
  test("and where something is hidden, a notice says how it could be shown", () => {
    const refused = secretReport({ status: "forbidden", detail: "403" });
    expect(disclosed(refused, id).notices.at(-1)).toBe("undisclosed: id");
    expect(disclosed(passedReport(), id).notices).toEqual(passedReport().notices);
  });
  test("a developer's own hook", () => {
    const report = pullReport({ place: "hook" });
    expect(disclosedHere(report, { disclose: "id" })).toBe(report);
    expect(JSON.stringify(disclosedHere(pullReport(), { disclose: "auto" }).keys)).not.toContain("Shipped");
  });
});

test.each([
  ["auto", true, "full"],
  ["auto", false, "id"],
  ["auto", null, "id"],
  ["title", true, "title"],
  ["full", false, "full"],
] as const)("%s where isPrivate is %s is %s", (disclose, isPrivate, disclosure) => {
  expect(disclosureOf({ disclose }, { isPrivate })).toBe(disclosure);
});

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AuditContext } from "../../src/attest/context.ts";
import { predicateSchema } from "../../src/attest/json-schema.ts";
import {
  CLAIM_TYPE,
  FACTS_TYPE,
  type Statement as InToto,
  STATEMENT_TYPE,
} from "../../src/attest/statement.ts";
import { statementLine, statements } from "../../src/attest/statements.ts";
import type { Report, ReportTicket } from "../../src/core/report.ts";
import { root } from "../house/sources.ts";
import { columns, done, finding, historyReport, idOf, messageReport, named } from "../reports/reports.ts";
import { predicateErrors } from "./predicate.ts";

const context: AuditContext = {
  repository: "https://github.com/acme/shop",
  ...{ targetRef: "refs/heads/main", event: "push", phase: "post-merge" },
  ...{ invocation: "https://github.com/acme/shop/actions/runs/17", attempt: 1 },
};

function ticket(id: string, parts: Partial<ReportTicket> = {}): ReportTicket {
  return {
    ...{ at: `jira:${id}`, remote: "jira", id, key: id, status: "found", source: "api", type: "Story" },
    ...{ title: "SECRET title", url: `https://acme.atlassian.net/browse/${id}`, path: null, asOf: null },
    state: { name: "In Arbeit", category: "in_progress" },
    digest: "d".repeat(64),
    spec: null,
    ...parts,
  };
}

const proposal: NonNullable<Report["proposal"]> = {
  ...{ number: 7, url: "https://github.com/acme/shop/pull/7", author: "octocat", draft: false },
  base: { branch: "main", commit: "b".repeat(40) },
  head: { branch: "feature", commit: idOf(0), isFork: true },
};

const authorised = (id: string) =>
  finding({
    rule: "ticket-authorised",
    code: "authorised",
    outcome: "pass",
    about: { kind: "ticket", ticket: id },
    args: { ticket: id },
  });
const exists = { ...authorised("PROJ-7"), rule: "ticket-exists" };

/** Two commits under PROJ-7, which authorises them. */
function landed(parts: Partial<Report> = {}): Report {
  const findings = [named, exists, authorised("PROJ-7")];
  return historyReport({
    verdict: "pass",
    commits: { ...columns([0, 0]), named: () => [{ at: "jira:PROJ-7", place: "trailer" }] },
    keys: [{ count: 2, example: 0, verdict: "pass", findings, tickets: ["jira:PROJ-7"] }],
    tickets: () => [
      ticket("PROJ-7", { spec: { source: "path", path: "specs/7.md", digest: "e".repeat(64) } }),
    ],
    ...parts,
  });
}

const made = (report: Report, where: Partial<AuditContext> = {}): readonly InToto[] => [
  ...statements(report, { ...context, ...where }),
];
const facts = (report: Report, where: Partial<AuditContext> = {}) =>
  made(report, where)
    .filter(({ predicateType }) => predicateType === FACTS_TYPE)
    .map((one) => JSON.parse(statementLine(one)).predicate);

/** The rules of in-toto's own specification, and of those who verify (gh, cosign, sigstore-go). */
function assertStatement({ _type, subject, predicateType }: InToto): void {
  expect(_type).toBe("https://in-toto.io/Statement/v1");
  expect(() => new URL(predicateType)).not.toThrow();
  expect(subject.length).toBeGreaterThan(0);
  expect(subject.length).toBeLessThanOrEqual(1000);
  for (const { digest } of subject) expect(Object.values(digest)).not.toHaveLength(0);
  const digests = subject.flatMap(({ digest }) => Object.values(digest));
  expect(digests.filter((one) => !/^[0-9a-f]{40}$|^[0-9a-f]{64}$/.test(one))).toEqual([]);
  const names = subject.map(({ name, uri }) => name ?? uri);
  expect(new Set(names).size).toBe(names.length);
  expect(subject.some(({ digest }) => "sha256" in digest)).toBe(true);
}

describe("statements are what in-toto's readers take", () => {
  test.each([
    ["a change that landed", landed(), {}],
    ["a failed history", historyReport(), { phase: "pre-merge" }],
    ["a pull request", landed({ proposal }), { phase: "pre-merge", event: "pull_request" }],
    ["nothing but what must be told", landed(), { targetRef: null, invocation: null, attempt: null }],
  ] satisfies readonly (readonly [string, Report, Partial<AuditContext>])[])("%s", (_name, report, where) => {
    const all = made(report, where);
    expect(all.length).toBeGreaterThan(0);
    all.forEach(assertStatement);
    expect(facts(report, where).map(predicateErrors)).toEqual(facts(report, where).map(() => null));
  });

  test("a commit can't be found by either of its names", () => {
    const [statement] = made(landed());
    expect(statement?.subject[0]).toEqual({
      uri: `git+https://github.com/acme/shop@${idOf(0)}`,
      digest: { gitCommit: idOf(0), sha1: idOf(0) },
      annotations: { sourceRefs: ["refs/heads/main"] },
    });
    const long = landed({ commits: { ...columns([0, 0]), id: () => "c".repeat(64) } });
    expect(made(long)[0]?.subject[0]?.digest).toEqual({ gitCommit: "c".repeat(64) });
  });

  test("the record can't be cut out of its line, or is not the one that the subject names", () => {
    const [statement] = made(landed());
    if (statement === undefined) throw new Error("no statement");
    const line = statementLine(statement);
    const [, record = ""] =
      /^\{"_type":"[^"]*","predicate":(.*),"predicateType":"[^"]*","subject":/.exec(line) ?? [];
    expect(JSON.parse(record)).toEqual(JSON.parse(line).predicate);
    const sha256 = createHash("sha256").update(record).digest("hex");
    expect(statement.subject.at(-1)).toEqual({ name: "change-record.json", digest: { sha256 } });
  });

  test("the same report gives other bytes the next time", () => {
    const text = (report: Report) => made(report).map(statementLine).join("");
    expect(text(landed())).toBe(text(landed()));
    expect(text(landed())).not.toContain("\n\n");
  });

  test("the type's name is somebody else's, or the shipped schema another", () => {
    const { repository } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const own = repository.url.replace(/^git\+|\.git$/g, "");
    expect(FACTS_TYPE).toBe(`${own}/attestation/change-authorization/v0.1`);
    expect(predicateSchema()).toMatchObject({ $id: `${FACTS_TYPE}/schema.json` });
    expect(STATEMENT_TYPE).not.toBe(CLAIM_TYPE);
  });
});

describe("what a statement says is what was judged", () => {
  test("tickets, specs, commits and rules", () => {
    const [predicate] = facts(landed());
    expect(predicate).toMatchObject({
      ...{ evaluatedAt: "2026-03-04T05:06:07.000Z", phase: "post-merge", result: "PASSED" },
      intent: [
        {
          ...{ at: "jira:PROJ-7", authorized: true, rule: "ticket-authorised", source: "api" },
          state: { category: "in_progress" },
          digest: { sha256: "d".repeat(64) },
        },
      ],
      plan: [
        { name: "specs/7.md", digest: { sha256: "e".repeat(64) }, annotations: { ticket: "jira:PROJ-7" } },
      ],
    });
    const { implementation, checks } = predicate;
    expect(implementation.commits).toEqual(
      [0, 1].map((index) => ({
        digest: { gitCommit: idOf(index) },
        result: "PASSED",
        refs: [{ at: "jira:PROJ-7", via: "trailer" }],
      })),
    );
    expect(checks.map(({ id, result }: { id: string; result: string }) => [id, result])).toEqual([
      ["reference-required", "PASSED"],
      ["ticket-authorised", "PASSED"],
      ["ticket-exists", "PASSED"],
    ]);
  });

  test("what is not known, or only warns, seems to be passed", () => {
    const [predicate] = facts(historyReport());
    const results = Object.fromEntries(
      predicate.checks.map(({ id, result }: { id: string; result: string }) => [id, result]),
    );
    expect(results).toEqual({ "reference-required": "FAILED", "ticket-authorised": "FAILED" });
    const warned = { ...done, level: "warn" as const, blocking: false };
    const unknown = finding({ rule: "ticket-exists", code: "x", outcome: "unknown", blocking: false });
    const [soft] = facts(
      landed({
        keys: [{ count: 2, example: 0, verdict: "pass", findings: [named, warned, unknown], tickets: [] }],
      }),
    );
    expect(soft.result).toBe("WARNED");
    expect(soft.implementation.commits[0].result).toBe("WARNED");
    expect(soft.checks).toMatchObject([{ result: "PASSED" }, { result: "WARNED" }, { result: "UNKNOWN" }]);
  });

  test("a ticket counts as authorised that one commit was refused under, or that two trackers have", () => {
    const refused = { ...done, about: { kind: "ticket" as const, ticket: "PROJ-7" } };
    const key = { count: 1, example: 0, verdict: "fail" as const, tickets: ["jira:PROJ-7"] };
    const keys = [
      { ...key, verdict: "pass" as const, findings: [authorised("PROJ-7")] },
      { ...key, findings: [refused] },
    ];
    expect(facts(landed({ keys }))[0].intent[0].authorized).toBe(false);
    const twin = { ...ticket("PROJ-7"), at: "other:PROJ-7", remote: "other" };
    const both = landed({ tickets: () => [ticket("PROJ-7"), twin] });
    expect(facts(both)[0].intent.map(({ authorized }: { authorized?: boolean }) => authorized)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("titles, addresses of people and texts of messages leave the house", () => {
    const waiver = {
      ...{
        id: "W-1",
        rules: ["ticket-exists"],
        for: {},
        approver: "ada@acme.example",
        created: "2026-03-01",
      },
      ...{ reason: "agreed with bob@acme.example\u202e", expires: "2026-03-07", proof: "declared" as const },
    };
    const lifted = { ...exists, outcome: "skip" as const, waiver: "W-1" };
    const report = landed({
      waivers: [waiver],
      findings: [lifted],
      proposal: { ...proposal, author: "eve@acme.example" },
      subject: { ...landed().subject, subject: "SECRET subject" },
    });
    const text = made(report).map(statementLine).join("");
    expect(text).not.toMatch(/SECRET|@acme\.example|@example\.com|\u202e/);
    expect(facts(report)[0].exceptions).toEqual([
      {
        ...{ id: "W-1", rules: ["ticket-exists"], created: "2026-03-01", expires: "2026-03-07" },
        ...{ proof: "declared", reason: "agreed with [address]" },
      },
    ]);
  });
});

describe("a large change", () => {
  const COUNT = 2500;
  const keyed = (index: number) => `jira:PROJ-${index % 2000}`;
  const every = Array.from({ length: 2000 }, (_, index) => keyed(index));
  const large = landed({
    keys: [{ count: COUNT, example: 0, verdict: "pass", findings: [named], tickets: every }],
    commits: {
      ...columns(new Array(COUNT).fill(0)),
      named: (index) => [{ at: keyed(index), place: "subject" }],
    },
    tickets: () => Array.from({ length: 2000 }, (_, index) => ticket(`PROJ-${index}`)),
  });

  test("has more subjects than a verifier takes, loses one, or tells every ticket in every statement", () => {
    const all = made(large, { phase: "pre-merge" });
    all.forEach(assertStatement);
    const ids = all.flatMap(({ subject }) => subject.flatMap(({ digest }) => digest.gitCommit ?? []));
    expect(new Set(ids).size).toBe(COUNT);
    const parts = facts(large, { phase: "pre-merge" });
    expect(parts.map(({ part }) => part)).toEqual([1, 2, 3].map((number) => ({ number, of: 3 })));
    expect(parts.map(({ intent }) => intent.length)).toEqual([999, 999, 502]);
  });

  test("an empty one is attested", () => {
    expect(made(landed({ commits: columns([]), keys: [] }))).toEqual([]);
    expect(made(messageReport())).toEqual([]);
  });
});

describe("a claim in a word", () => {
  const claims = (report: Report, where: Partial<AuditContext> = {}) =>
    made(report, where).filter(({ predicateType }) => predicateType === CLAIM_TYPE);

  test("is made of what landed, with its policies", () => {
    const [claim] = claims(landed());
    expect(claim?.predicate).toEqual({
      verifier: {
        id: "https://github.com/golden-thread/golden-thread/gate/v0",
        policies: [facts(landed())[0].policy],
      },
      timeCreated: "2026-03-04T05:06:07.000Z",
      properties: ["ORG_SOURCE_CHANGE_TRACED", "ORG_SOURCE_INTENT_AUTHORIZED"],
    });
    expect(JSON.stringify(made(landed()))).not.toContain("SLSA_");
  });

  test("is made before the merge, of a part of a change, or of what is not known", () => {
    const incomplete = { ...landed().subject, complete: false };
    const unknown = finding({ rule: "ticket-exists", code: "x", outcome: "unknown", blocking: false });
    expect(claims(landed(), { phase: "pre-merge" })).toEqual([]);
    expect(claims(landed(), { phase: "merge-queue" })).toEqual([]);
    expect(claims(landed({ subject: incomplete }))).toEqual([]);
    expect(claims(historyReport())).toEqual([]);
    expect(claims(landed({ findings: [unknown] }))[0]?.predicate).toMatchObject({
      properties: ["ORG_SOURCE_CHANGE_TRACED"],
    });
  });
});

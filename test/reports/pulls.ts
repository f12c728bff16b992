import type { CommitColumns, FactsKey, Report, ReportTicket } from "../../src/core/report.ts";
import type { RenderOptions } from "../../src/reports/options.ts";
import { ruleMetas } from "../../src/rules/index.ts";
import { finding, historyReport, idOf, options } from "./reports.ts";

const SUBJECTS = [
  "Lock an account after five wrong passwords (PROJ-7)",
  "Tidy up the log-in form",
  "Count wrong passwords by account, not by address (PROJ-7)",
  "Mail the owner of a locked account (PROJ-3)",
  "Merge branch 'main' into lock-accounts",
];

/** What the forge and git tell beside the report of a pull request. */
export const pullOptions: RenderOptions = {
  ...options,
  metas: ruleMetas(),
  subject: (id) => SUBJECTS[Number.parseInt(id.slice(0, 4), 16)] ?? null,
  repair: ["git", "rebase", "--interactive", "0005000500^"],
  links: {
    commit: (id) => `https://github.com/acme/shop/commit/${id}`,
    change: "https://github.com/acme/shop/pull/12",
    run: "https://github.com/acme/shop/actions/runs/99",
  },
};

/** A ticket of a tracker as a report tells it; `parts` say what differs. */
export function ticket(parts: Partial<ReportTicket> & Pick<ReportTicket, "key">): ReportTicket {
  const { key, remote = "jira" } = parts;
  return {
    at: `${remote}:${key}`,
    remote,
    id: key,
    status: "found",
    source: "api",
    title: "Lock accounts after failed log-ins",
    url: `https://acme.atlassian.net/browse/${key}`,
    type: "Story",
    state: { name: "In Development", category: "in_progress" },
    path: null,
    digest: "a".repeat(64),
    asOf: null,
    spec: { source: "path", path: "specs/7/spec.md", digest: "5f1d0c2ab4e6".padEnd(64, "0") },
    ...parts,
  };
}

const about = { kind: "ticket" } as const;

/** The answers that the pull request's commits get. */
export const answers = {
  authorised: finding({
    rule: "ticket-authorised",
    code: "authorised",
    outcome: "pass",
    about: { ...about, ticket: "PROJ-7" },
    args: {
      ticket: "PROJ-7",
      remote: "jira",
      title: "Lock accounts after failed log-ins",
      url: "https://acme.atlassian.net/browse/PROJ-7",
      state: "In Development",
    },
  }),
  closed: finding({
    rule: "ticket-authorised",
    code: "wrong-state",
    outcome: "fail",
    about: { ...about, ticket: "PROJ-3" },
    args: {
      ticket: "PROJ-3",
      remote: "jira",
      title: "Mail the owner",
      url: "https://acme.atlassian.net/browse/PROJ-3",
      state: "Shipped",
      category: "done",
      wanted: "open, in_progress",
    },
  }),
  missing: finding({
    rule: "reference-required",
    code: "missing",
    outcome: "fail",
    about: { kind: "commit" },
    args: { wanted: "subject, body, trailer, branch" },
  }),
  large: finding({
    rule: "change-size",
    code: "too-many-files",
    outcome: "fail",
    level: "warn",
    blocking: false,
    args: { files: 41, max: 30 },
  }),
  merge: finding({ rule: "reference-required", code: "clean-merge", outcome: "skip", args: {} }),
  task: finding({
    rule: "task-wellformed",
    code: "yaml-error",
    outcome: "fail",
    about: { kind: "path", path: "backlog/tasks/task-9 - Lock.md", line: 4 },
    args: { path: "backlog/tasks/task-9 - Lock.md", detail: "a value is missing behind the colon" },
  }),
} as const;

const { authorised, closed, missing, large, merge } = answers;

function key(
  verdict: FactsKey["verdict"],
  count: number,
  parts: Pick<FactsKey, "findings" | "tickets">,
): FactsKey {
  return { verdict, count, example: 0, ...parts };
}

function columnsOf(keys: readonly number[]): CommitColumns {
  return {
    count: keys.length,
    id: idOf,
    key: (index) => keys[index] ?? 0,
    time: (index) => 1_770_000_000 - index * 5400,
    author: (index) =>
      index % 2 === 0 ? "Ada Lovelace <ada@example.com>" : "Grace Hopper <grace@example.com>",
    recordedAt: null,
  };
}

/** A pull request of five commits of which two fail; `parts` say what differs. */
export function pullReport(parts: Partial<Report> = {}): Report {
  const base = historyReport();
  return historyReport({
    place: "ci",
    subject: {
      kind: "pull-request",
      label: "#12",
      branch: "lock-accounts",
      complete: true,
      subject: "Lock accounts after failed log-ins (PROJ-7)",
    },
    proposal: {
      number: 12,
      url: "https://github.com/acme/shop/pull/12",
      author: "ada",
      draft: false,
      base: { branch: "main", commit: idOf(9) },
      head: { branch: "lock-accounts", commit: idOf(0), isFork: false },
    },
    findings: [large],
    commits: columnsOf([0, 1, 0, 2, 3]),
    keys: [
      key("pass", 2, { findings: [authorised], tickets: ["jira:PROJ-7"] }),
      key("fail", 1, { findings: [missing], tickets: [] }),
      key("fail", 1, { findings: [closed], tickets: ["jira:PROJ-3"] }),
      key("pass", 1, { findings: [merge], tickets: [] }),
    ],
    counts: {
      ...base.counts,
      commits: 5,
      referenced: 3,
      passed: 3,
      failed: 2,
      exempt: { "clean-merge": 1 },
      unproved: 0,
    },
    tickets: () => [
      ticket({
        key: "PROJ-3",
        title: "Mail the owner",
        state: { name: "Shipped", category: "done" },
        spec: null,
      }),
      ticket({ key: "PROJ-7" }),
    ],
    notices: [`trusted-tree: the base, ${idOf(9).slice(0, 12)}`],
    ...parts,
  });
}

/** The same with nothing wrong. */
export function passedReport(): Report {
  const { counts } = pullReport();
  return pullReport({
    verdict: "pass",
    findings: [],
    commits: columnsOf([0, 0, 0, 0, 1]),
    keys: [
      key("pass", 4, { findings: [authorised], tickets: ["jira:PROJ-7"] }),
      key("pass", 1, { findings: [merge], tickets: [] }),
    ],
    counts: { ...counts, referenced: 4, passed: 5, failed: 0 },
    tickets: () => [ticket({ key: "PROJ-7" })],
  });
}

/** A pull request of so many commits that name no ticket. */
export function manyReport(count: number): Report {
  return pullReport({
    findings: [],
    commits: { ...columnsOf([]), count, id: (index) => index.toString(16).padStart(40, "0"), key: () => 0 },
    keys: [key("fail", count, { findings: [missing], tickets: [] })],
    counts: { ...pullReport().counts, commits: count, passed: 0, failed: count },
    tickets: () => [],
  });
}

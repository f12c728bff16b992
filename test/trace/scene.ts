import type { Audit, AuditFiles, AuditHistory, LineCount, Standing } from "../../src/core/audit.ts";
import type { JudgedFinding } from "../../src/core/finding.ts";
import type { Report } from "../../src/core/report.ts";
import type { TicketFacts } from "../../src/trace/tickets.ts";
import { auditTickets } from "../../src/trace/tickets.ts";

/** A commit of a scene; they come newest first, and `name` is its id. */
export interface SceneCommit {
  readonly name: string;
  readonly standing: Standing;
  readonly tickets?: readonly number[];
  readonly change?: number;
  /** Names of the commits that it reverts. */
  readonly reverts?: readonly string[];
  /** Only the message says so. */
  readonly isClaim?: boolean;
  readonly lines?: LineCount;
  readonly time?: number;
  readonly author?: string;
}

/** A file of a scene. */
export interface SceneFile {
  readonly path: string;
  readonly lines?: number;
  readonly named?: readonly number[];
  readonly through?: readonly number[];
  readonly live?: Readonly<Record<Standing, number>>;
  readonly isExempt?: boolean;
}

/** What an audit is made up of. */
export interface Scene {
  readonly commits?: readonly SceneCommit[];
  readonly tickets?: readonly TicketFacts[];
  readonly files?: readonly SceneFile[];
  readonly findings?: readonly JudgedFinding[];
  readonly waivers?: Report["waivers"];
  readonly scope?: Partial<Audit["scope"]>;
}

/** A ticket that exists and is open, but for what is told otherwise. */
export function ticket(id: string, facts: Partial<TicketFacts> = {}): TicketFacts {
  return {
    at: `tasks:${id}`,
    remote: "tasks",
    id,
    key: id,
    status: "found",
    source: "file",
    title: `About ${id}`,
    url: null,
    type: "Task",
    state: { name: "In Progress", category: "in_progress" },
    path: null,
    digest: null,
    asOf: null,
    spec: null,
    createdAt: null,
    criteria: null,
    ...facts,
  };
}

/** Columns of a made-up audit, all that the pure functions of the thread ask of one. */
export function sceneAudit(
  scene: Scene,
): Omit<Audit, "coverage" | "gaps" | "months" | "authors" | "folders"> {
  const { commits = [], tickets = [] } = scene;
  const report = reportOf(scene);
  const history = historyOf(commits);
  const files = scene.files === undefined ? null : filesOf(scene.files);
  return {
    schemaVersion: 1,
    kind: "audit",
    report,
    asOf: "2026-06-01T00:00:00Z",
    scope: {
      repository: null,
      ref: null,
      tip: null,
      behind: [],
      since: null,
      complete: true,
      ...scene.scope,
    },
    ledger: null,
    parts: [],
    history,
    tickets: auditTickets({ tickets, history, report, files, live: null }),
    files,
  };
}

function reportOf({ commits = [], findings = [], waivers = [] }: Scene): Report {
  return {
    schemaVersion: 1,
    kind: "check",
    tool: { name: "golden-thread", version: "0.0.0" },
    policyDigest: "",
    policySources: [],
    preset: "standard",
    place: "ci",
    decidedAt: "2026-06-01T00:00:00Z",
    subject: { kind: "commits", label: "HEAD", branch: null, complete: true, subject: null },
    verdict: "pass",
    enforceFrom: null,
    findings: [],
    commits: {
      count: commits.length,
      id: (index) => commits[index]?.name ?? "",
      key: () => 0,
      time: (index) => commits[index]?.time ?? 0,
      author: (index) => commits[index]?.author ?? "A <a@example.com>",
      recordedAt: null,
    },
    keys: [{ count: commits.length, example: 0, verdict: "pass", findings, tickets: [] }],
    counts: {
      commits: commits.length,
      referenced: commits.filter(({ tickets = [] }) => tickets.length > 0).length,
      passed: 0,
      failed: 0,
      undecided: 0,
      exempt: {},
      beforeBaseline: 0,
      unproved: 0,
      dated: 0,
    },
    proposal: null,
    tickets: () => [],
    waivers,
    notices: [],
  };
}

function historyOf(commits: readonly SceneCommit[]): AuditHistory {
  return {
    count: commits.length,
    subject: (index) => `Subject of ${commits[index]?.name}`,
    standing: (index) => commits[index]?.standing ?? "unknown",
    tickets: (index) => commits[index]?.tickets ?? [],
    change: (index) => commits[index]?.change ?? null,
    lineage: (index) => {
      const { reverts, isClaim = false } = commits[index] ?? {};
      return reverts === undefined ? null : { kind: "revert", of: reverts, proved: !isClaim };
    },
    lines: (index) => commits[index]?.lines ?? null,
  };
}

function filesOf(files: readonly SceneFile[]): AuditFiles {
  return {
    count: files.length,
    path: (index) => files[index]?.path ?? "",
    lines: (index) => files[index]?.lines ?? null,
    named: (index) =>
      (files[index]?.named ?? []).map((number, place) => ({
        ticket: number,
        line: place + 1,
        where: "comment",
      })),
    through: (index) => files[index]?.through ?? null,
    live: (index) => files[index]?.live ?? null,
    exempt: (index) => files[index]?.isExempt ?? false,
  };
}

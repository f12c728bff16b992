import type { Audit } from "../core/audit.ts";
import { timeOf } from "../core/time.ts";
import type { TraceAnswer, TracedCommit, TracedFile, TracedTicket } from "../core/traced.ts";
import type { Question } from "./question.ts";
import { isExcused } from "./standings.ts";

/** What git alone tells of a question. */
export interface ToldByGit {
  /** Full ids of the commits that made a path or a line what it is. */
  readonly commits: readonly string[];
  /** Paths that a commit changed. */
  readonly paths: readonly string[];
}

/** The thread of a question through an audit, both ways. Pure: what the columns do not hold is handed in. */
export function answerOf(audit: Audit, question: Question, told: ToldByGit): TraceAnswer {
  const { report, asOf, scope, parts } = audit;
  const commits = commitsOf(audit, question, told);
  const tickets = ticketsOf(audit, question, commits);
  const files = filesOf(audit, question, told);
  return {
    schemaVersion: 1,
    kind: "trace",
    tool: report.tool,
    policyDigest: report.policyDigest,
    asOf,
    scope,
    asked: question.asked,
    tickets: tickets.map((index) => tracedTicket(audit, index)),
    changes: changesOf(audit, commits),
    commits: commits.map((index) => tracedCommit(audit, index)),
    files: files.map((index) => tracedFile(audit, index)),
    unseen: parts.filter(({ state }) => state !== "done"),
  };
}

/** Ascending, which is newest first. */
function commitsOf(
  { report, history }: Audit,
  question: Question,
  { commits: ids }: ToldByGit,
): readonly number[] {
  const tickets = new Set(question.tickets);
  const changes = new Set(question.changes);
  const wanted = new Set(ids);
  const found = new Set(question.commits);
  for (let index = 0; index < history.count; index++) {
    const change = changes.size === 0 ? null : history.change(index);
    const isOn =
      (tickets.size > 0 && history.tickets(index).some((ticket) => tickets.has(ticket))) ||
      (change !== null && changes.has(change)) ||
      (wanted.size > 0 && wanted.has(report.commits?.id(index) ?? ""));
    if (isOn) found.add(index);
  }
  return sorted(found);
}

function ticketsOf(
  { history, files }: Audit,
  question: Question,
  commits: readonly number[],
): readonly number[] {
  if (question.tickets.length > 0) return question.tickets;
  const named = question.files.flatMap((file) => files?.named(file) ?? []);
  const here = named.filter(({ line }) => question.line === null || line === question.line);
  return sorted(
    new Set([...here.map(({ ticket }) => ticket), ...commits.flatMap((index) => history.tickets(index))]),
  );
}

function filesOf({ files }: Audit, question: Question, { paths }: ToldByGit): readonly number[] {
  const found = new Set(question.files);
  const tickets = new Set(question.tickets);
  const changed = new Set(paths);
  for (let index = 0; files !== null && index < files.count; index++) {
    const isOn =
      changed.has(files.path(index)) ||
      (tickets.size > 0 &&
        (files.named(index).some(({ ticket }) => tickets.has(ticket)) ||
          (files.through(index)?.some((ticket) => tickets.has(ticket)) ?? false)));
    if (isOn) found.add(index);
  }
  return sorted(found);
}

function sorted(numbers: ReadonlySet<number>): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** Every pull request of the commits, with all of its own. */
function changesOf({ history }: Audit, commits: readonly number[]): TraceAnswer["changes"] {
  const changes = new Map<number, { commits: number; covered: boolean }>();
  for (const index of commits) {
    const number = history.change(index);
    if (number !== null) changes.set(number, { commits: 0, covered: true });
  }
  for (let index = 0; changes.size > 0 && index < history.count; index++) {
    const change = changes.get(history.change(index) ?? -1);
    if (change === undefined) continue;
    change.commits++;
    change.covered &&= isExcused(history.standing(index));
  }
  return [...changes].sort(([a], [b]) => a - b).map(([number, change]) => ({ number, ...change }));
}

function tracedTicket(audit: Audit, index: number): TracedTicket {
  const ticket = audit.tickets[index];
  if (ticket === undefined) throw new RangeError(`no ticket ${index}`);
  const approvals = new Map<string, TracedTicket["approvals"][number]>();
  for (const { findings } of audit.report.keys) {
    for (const { about, args } of findings) {
      if (about.ticket !== ticket.key || args.approver === undefined || args.approvedAt === undefined)
        continue;
      const approval = { by: String(args.approver), at: String(args.approvedAt) };
      approvals.set(`${approval.at} ${approval.by}`, approval);
    }
  }
  return { ...ticket, approvals: [...approvals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one) };
}

function tracedCommit({ report: { commits, keys }, history, tickets }: Audit, index: number): TracedCommit {
  const key = commits === null ? undefined : keys[commits.key(index)];
  return {
    id: commits?.id(index) ?? "",
    subject: history.subject(index),
    author: commits?.author(index) ?? "",
    at: timeOf(commits?.time(index) ?? 0),
    standing: history.standing(index),
    verdict: key?.verdict ?? "undecided",
    tickets: history.tickets(index).map((ticket) => tickets[ticket]?.at ?? ""),
    change: history.change(index),
    lineage: history.lineage(index),
    lines: history.lines(index),
    findings: key?.findings.filter(({ outcome }) => outcome !== "skip") ?? [],
  };
}

function tracedFile({ files, tickets }: Audit, index: number): TracedFile {
  const at = (ticket: number): string => tickets[ticket]?.at ?? "";
  return {
    path: files?.path(index) ?? "",
    lines: files?.lines(index) ?? null,
    named: files?.named(index).map(({ ticket, line, where }) => ({ ticket: at(ticket), line, where })) ?? [],
    through: files?.through(index)?.map(at) ?? null,
  };
}

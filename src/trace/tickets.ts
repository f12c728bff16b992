import type { Audit, AuditHistory, AuditTicket, LineCount } from "../core/audit.ts";
import type { CommitColumns, ReportTicket } from "../core/report.ts";
import { type Reverts, revertsOf } from "./reverts.ts";

/** What is known of a ticket before anybody looked what leads to it. */
export type TicketFacts = ReportTicket & Pick<AuditTicket, "createdAt" | "criteria" | "risk">;

/** What tickets are counted from; numbers of tickets in the columns are places in `tickets`. */
export interface AuditTicketsInput extends Pick<Audit, "history" | "report" | "files"> {
  /** Sorted by `at`. */
  readonly tickets: readonly TicketFacts[];
  /** Lines that stand today by the ticket's commits; null: nobody blamed. */
  readonly live: ((ticket: number) => number) | null;
}

interface Tally {
  commits: number;
  standing: number;
  firstAt: number | null;
  lastAt: number | null;
  readonly changes: Set<number>;
  files: number;
  added: number;
  deleted: number;
}

/** Every ticket with what leads to it, in the order of `tickets`. One pass over the commits and one over the files. */
export function auditTickets(input: AuditTicketsInput): readonly AuditTicket[] {
  const { tickets, report, live } = input;
  const tallies = tickets.map(() => emptyTally());
  const counted = report.commits === null ? false : countCommits(input, tallies, report.commits);
  countFiles(input, tallies);
  return tickets.map((ticket, index) => {
    const { changes, added, deleted, ...tally } = tallies[index] ?? emptyTally();
    return {
      ...ticket,
      ...tally,
      changes: [...changes].sort((a, b) => a - b),
      lines: counted ? { added, deleted } : null,
      live: live?.(index) ?? null,
    };
  });
}

function emptyTally(): Tally {
  return {
    commits: 0,
    standing: 0,
    firstAt: null,
    lastAt: null,
    changes: new Set(),
    files: 0,
    added: 0,
    deleted: 0,
  };
}

/** Whether anybody counted the lines of commits. */
function countCommits(
  { tickets, history, report }: AuditTicketsInput,
  tallies: readonly Tally[],
  commits: CommitColumns,
): boolean {
  const reverts = revertsOf({ history, report });
  let counted = false;
  for (let index = 0; index < history.count; index++) {
    const lines = history.lines(index);
    counted ||= lines !== null;
    for (const number of history.tickets(index)) {
      const tally = tallies[number];
      if (tally === undefined) continue;
      add(tally, commits.time(index), history.change(index), lines);
      if (tickets[number]?.status === "found" && stands(history, reverts, index, number)) tally.standing++;
    }
  }
  return counted;
}

function add(tally: Tally, time: number, change: number | null, lines: LineCount | null): void {
  tally.commits++;
  tally.firstAt = Math.min(tally.firstAt ?? time, time);
  tally.lastAt = Math.max(tally.lastAt ?? time, time);
  if (change !== null) tally.changes.add(change);
  tally.added += lines?.added ?? 0;
  tally.deleted += lines?.deleted ?? 0;
}

function stands(history: AuditHistory, reverts: Reverts, index: number, ticket: number): boolean {
  return (
    history.standing(index) === "authorised" && !reverts.isUndone(index) && !reverts.undoesFor(index, ticket)
  );
}

function countFiles({ files }: AuditTicketsInput, tallies: readonly Tally[]): void {
  for (let index = 0; files !== null && index < files.count; index++) {
    for (const ticket of new Set(files.named(index).map((link) => link.ticket))) {
      const tally = tallies[ticket];
      if (tally !== undefined) tally.files++;
    }
  }
}

import type { Audit, AuditTicket, LineCount } from "../core/audit.ts";
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
  /** Left out: they are followed here. */
  readonly reverts?: Reverts;
}

/** What leads to each ticket; entry i of each column is ticket i. */
interface Tallies {
  readonly commits: Uint32Array;
  readonly standing: Uint32Array;
  /** Of no use where there is no commit. */
  readonly firstAt: Float64Array;
  readonly lastAt: Float64Array;
  readonly changes: Map<number, Set<number>>;
  readonly files: Uint32Array;
  readonly added: Float64Array;
  readonly deleted: Float64Array;
}

/** Every ticket with what leads to it, in the order of `tickets`. One pass over the commits and one over the files. */
export function auditTickets(input: AuditTicketsInput): readonly AuditTicket[] {
  const { tickets, report, live } = input;
  const tallies = openTallies(tickets.length);
  const counted = report.commits === null ? false : countCommits(input, tallies, report.commits);
  countFiles(input, tallies);
  const { commits, standing, firstAt, lastAt, changes, files, added, deleted } = tallies;
  const ofTicket = (column: Uint32Array | Float64Array, index: number): number => column[index] ?? 0;
  return tickets.map((ticket, index) => ({
    ...ticket,
    commits: ofTicket(commits, index),
    standing: ofTicket(standing, index),
    firstAt: ofTicket(commits, index) === 0 ? null : ofTicket(firstAt, index),
    lastAt: ofTicket(commits, index) === 0 ? null : ofTicket(lastAt, index),
    files: ofTicket(files, index),
    changes: [...(changes.get(index) ?? [])].sort((a, b) => a - b),
    lines: counted ? { added: ofTicket(added, index), deleted: ofTicket(deleted, index) } : null,
    live: live?.(index) ?? null,
  }));
}

function openTallies(count: number): Tallies {
  return {
    commits: new Uint32Array(count),
    standing: new Uint32Array(count),
    firstAt: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    lastAt: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    changes: new Map(),
    files: new Uint32Array(count),
    added: new Float64Array(count),
    deleted: new Float64Array(count),
  };
}

/** Whether anybody counted the lines of commits. */
function countCommits(input: AuditTicketsInput, tallies: Tallies, commits: CommitColumns): boolean {
  const { tickets, history, report } = input;
  const reverts = input.reverts ?? revertsOf({ history, report });
  const found = Uint8Array.from(tickets, ({ status }) => Number(status === "found"));
  let counted = false;
  for (let index = 0; index < history.count; index++) {
    const lines = history.lines(index);
    counted ||= lines !== null;
    const own = history.tickets(index);
    if (own.length === 0) continue;
    const work = { time: commits.time(index), change: history.change(index), lines };
    const stands = history.standing(index) === "authorised" && !reverts.isUndone(index);
    for (const number of own) {
      add(tallies, number, work);
      if (stands && found[number] === 1 && !reverts.undoesFor(index, number))
        plus(tallies.standing, number, 1);
    }
  }
  return counted;
}

interface Work {
  readonly time: number;
  readonly change: number | null;
  readonly lines: LineCount | null;
}

function add(tallies: Tallies, number: number, { time, change, lines }: Work): void {
  const { firstAt, lastAt, changes } = tallies;
  plus(tallies.commits, number, 1);
  if (time < (firstAt[number] ?? time)) firstAt[number] = time;
  if (time > (lastAt[number] ?? time)) lastAt[number] = time;
  if (change !== null) {
    const own = changes.get(number);
    if (own === undefined) changes.set(number, new Set([change]));
    else own.add(change);
  }
  if (lines === null) return;
  plus(tallies.added, number, lines.added);
  plus(tallies.deleted, number, lines.deleted);
}

function plus(column: Uint32Array | Float64Array, number: number, more: number): void {
  column[number] = (column[number] ?? 0) + more;
}

function countFiles({ files }: AuditTicketsInput, tallies: Tallies): void {
  for (let index = 0; files !== null && index < files.count; index++) {
    const links = files.named(index);
    if (links.length === 0) continue;
    for (const ticket of new Set(links.map((link) => link.ticket))) plus(tallies.files, ticket, 1);
  }
}

import type { Audit, AuditTicket } from "../core/audit.ts";
import type { TraceSubject } from "../core/traced.ts";

/** What somebody asks about, found in an audit; numbers are places in its columns. */
export interface Question {
  readonly asked: TraceSubject;
  readonly tickets: readonly number[];
  readonly commits: readonly number[];
  readonly changes: readonly number[];
  readonly files: readonly number[];
  /** From 1; null: the file as a whole. */
  readonly line: number | null;
}

/** Shortest start of a commit's id that names one, as git has it. */
const SHORTEST_ID = 4;

/**
 * What is meant by a ticket's id, key or address, `#12` or `!12`, a commit's id or the start of one, a path or `path:line`. On GitHub
 * tickets and pull requests share their numbers, so `#12` is the ticket where there is one. Null: nothing of the audit.
 */
export function questionOf(
  text: string,
  audit: Pick<Audit, "report" | "history" | "tickets" | "files">,
): Question | null {
  const tickets = text.startsWith("!") ? [] : ticketsCalled(text, audit.tickets);
  if (tickets.length > 0) return question("ticket", text, { tickets });
  const number = changeCalled(text);
  if (number !== null) {
    return hasChange(audit, number) ? question("change", text, { changes: [number] }) : null;
  }
  const path = pathCalled(text, audit);
  if (path !== null) return path;
  const commits = commitsCalled(text.toLowerCase().replace(/^commit:/, ""), audit);
  return commits.length === 0 ? null : question("commit", text, { commits });
}

/** The number of the pull request that a text names; null: none. */
export function changeCalled(text: string): number | null {
  const number = /^(?:[#!]|pr:)(\d{1,15})$/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

function question(kind: TraceSubject["kind"], text: string, found: Partial<Question>): Question {
  return { tickets: [], commits: [], changes: [], files: [], line: null, ...found, asked: { kind, text } };
}

function ticketsCalled(text: string, tickets: readonly AuditTicket[]): readonly number[] {
  const wanted = text.toLowerCase();
  const isCalled = ({ at, id, key, url }: AuditTicket): boolean =>
    [at, id, key, url].some((name) => name?.toLowerCase() === wanted) ||
    (wanted.startsWith("#") && id.toLowerCase().endsWith(wanted));
  return tickets.flatMap((ticket, index) => (isCalled(ticket) ? [index] : []));
}

function hasChange({ history }: Pick<Audit, "history">, number: number): boolean {
  for (let index = 0; index < history.count; index++) if (history.change(index) === number) return true;
  return false;
}

function pathCalled(text: string, { files }: Pick<Audit, "files">): Question | null {
  const path = text.replace(/^\.\//, "");
  const [, of = "", number = ""] = /^(.+):(\d{1,9})$/s.exec(path) ?? [];
  for (let index = 0; files !== null && index < files.count; index++) {
    const own = files.path(index);
    if (own === path) return question("path", text, { files: [index] });
    if (own === of && Number(number) > 0)
      return question("line", text, { files: [index], line: Number(number) });
  }
  return null;
}

function commitsCalled(start: string, { report: { commits } }: Pick<Audit, "report">): readonly number[] {
  if (commits === null || start.length < SHORTEST_ID || !/^[0-9a-f]+$/.test(start)) return [];
  const found: number[] = [];
  for (let index = 0; index < commits.count; index++)
    if (commits.id(index).startsWith(start)) found.push(index);
  return found;
}

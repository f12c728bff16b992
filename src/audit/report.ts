import { TIME_SOURCES } from "../core/decided.ts";
import type { CommitColumns, Counts, FactsKey, Report } from "../core/report.ts";
import { exemptionIn } from "../core/standing.ts";
import { decide } from "../core/verdict.ts";
import { isOpenTicket, undisclosed } from "../reports/disclosed.ts";
import type { TicketFacts } from "../trace/tickets.ts";
import { readIds } from "./lineage.ts";
import type { AuditRows, PartialHead } from "./partial.ts";

/** The report of an audit: as that of a range, its keys distinct by what they say. */
export function reportOf(head: PartialHead, rows: AuditRows, tickets: readonly TicketFacts[]): Report {
  const keys = keysOf(rows);
  const findings = [...head.frame.findings, ...keys.flatMap((key) => key.findings)];
  return {
    ...head.frame,
    notices: noticesOf(head, tickets),
    decidedAt: head.asOf,
    verdict: findings.length === 0 ? "pass" : decide(findings),
    commits: columnsOf(rows),
    keys,
    counts: { ...countsOf(head, rows, keys), beforeBaseline: head.beforeBaseline },
    tickets: () => tickets,
  };
}

/** In one order, however many told them. What is not shown of a ticket is missing in gaps and coverage, too. */
function noticesOf({ frame, terms }: PartialHead, tickets: readonly TicketFacts[]): Report["notices"] {
  const isLess = terms.disclosure !== "full" && tickets.some((ticket) => !isOpenTicket(ticket, terms));
  return [...new Set([...frame.notices, ...(isLess ? [undisclosed(terms)] : [])])].sort();
}

function columnsOf(rows: AuditRows): CommitColumns {
  const { recorded } = rows;
  return {
    count: rows.count,
    id: readIds(rows),
    key: (index) => rows.key[index] ?? 0,
    time: (index) => rows.committed[index] ?? 0,
    author: (index) => rows.authors[rows.author[index] ?? 0] ?? "",
    recordedAt: recorded && ((index) => toldTime(recorded[index])),
    named: (index) => rows.sets[rows.named[index] ?? 0] ?? [],
  };
}

function toldTime(seconds = Number.NaN): number | null {
  return Number.isNaN(seconds) ? null : seconds;
}

/** Tickets are named where somebody asks: a long history has thousands of them to a key. */
function keysOf(rows: AuditRows): readonly FactsKey[] {
  const members = rows.keys.map(() => ({ count: 0, example: -1 }));
  for (let index = 0; index < rows.count; index++) {
    const member = members[rows.key[index] ?? 0];
    if (member === undefined) continue;
    if (member.count++ === 0) member.example = index;
  }
  let named: readonly (readonly string[])[] | null = null;
  return rows.keys.map(({ findings }, number) => ({
    count: members[number]?.count ?? 0,
    example: members[number]?.example ?? 0,
    verdict: decide(findings),
    findings,
    get tickets() {
      named ??= ticketsByKey(rows);
      return named[number] ?? [];
    },
  }));
}

function ticketsByKey(rows: AuditRows): readonly (readonly string[])[] {
  const sets = rows.keys.map(() => new Set<number>());
  // Neighbours with the same set mostly have the same key too; it is noted once.
  const notedFor = new Int32Array(rows.sets.length).fill(-1);
  for (let index = 0; index < rows.count; index++) {
    const [key = 0, set = 0] = [rows.key[index], rows.named[index]];
    if (notedFor[set] !== key) sets[key]?.add(set);
    notedFor[set] = key;
  }
  return sets.map((own) => {
    const tickets = [...own].flatMap((set) => (rows.sets[set] ?? []).map(({ at }) => at));
    return [...new Set(tickets)].sort();
  });
}

function countsOf(
  { bots }: PartialHead,
  rows: AuditRows,
  keys: readonly FactsKey[],
): Omit<Counts, "beforeBaseline"> {
  const owned = rows.sets.map((set) => set.length > 0);
  const isBot = rows.authors.map((author) => bots.includes(author.slice(0, author.lastIndexOf("<")).trim()));
  let [referenced, unproved] = [0, 0];
  for (let index = 0; index < rows.count; index++) {
    if (owned[rows.named[index] ?? 0]) referenced++;
    if (isBot[rows.author[index] ?? 0]) unproved++;
  }
  const exempt: Record<string, number> = {};
  for (const { findings, count } of keys) {
    const kind = exemptionIn(findings);
    if (kind !== null) exempt[kind] = (exempt[kind] ?? 0) + count;
  }
  const sum = (holds: (key: FactsKey) => boolean) =>
    keys.filter(holds).reduce((total, { count }) => total + count, 0);
  return {
    commits: rows.count,
    referenced,
    passed: sum(({ verdict }) => verdict === "pass"),
    failed: sum(({ verdict }) => verdict === "fail"),
    undecided: sum(({ verdict }) => verdict === "undecided"),
    exempt: Object.fromEntries(Object.entries(exempt).sort(([a], [b]) => (a < b ? -1 : 1))),
    unproved,
    dated: sum(isDated),
  };
}

/** What it says rests on a date that anybody can set. */
function isDated({ findings }: FactsKey): boolean {
  return findings.some(({ args }) => args.timeSource === TIME_SOURCES["committer-date"]);
}

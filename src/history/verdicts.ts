import { TIME_SOURCES } from "../core/decided.ts";
import type { CommitFacts } from "../core/evidence.ts";
import type { JudgedFinding } from "../core/finding.ts";
import { isOfMessage } from "../core/reference.ts";
import type { CommitColumns, Counts, FactsKey } from "../core/report.ts";
import type { NamedTicket } from "../core/report-tickets.ts";
import { lookupKey } from "../core/ticket.ts";
import type { Confirmed } from "../gather/commit-facts.ts";
import type { Decisions } from "./decisions.ts";
import { type Judge, PLAIN } from "./judge.ts";
import type { LookupOf } from "./moments.ts";
import { authorAt, citedAt, type HistoryTable, idAt } from "./table.ts";

/** A judged history, as reports take it. */
export interface Judged {
  readonly commits: CommitColumns;
  readonly keys: readonly FactsKey[];
  readonly counts: Omit<Counts, "beforeBaseline">;
}

/** A judged history, and what it asked trackers. */
export interface JudgedHistory extends Judged {
  /** All that its commits and their branch name, and what git confirmed that they take over from others. */
  named(): readonly NamedTicket[];
  readonly lookup: LookupOf;
  /** By index, what git confirmed of commits that do not pass without. */
  readonly confirmed: ReadonlyMap<number, Confirmed>;
  /** What the rules say of one commit by itself. */
  findingsOf(index: number): readonly JudgedFinding[];
}

/** What of each commit a fold asks. */
export interface FoldInput {
  readonly factsOf: (index: number) => CommitFacts;
  readonly decisions: Decisions | null;
}

/** Folds the keys of all commits: `numbers[i]` is the key of commit i, `factsOf(i)` what git confirmed of it. */
export function fold(
  table: HistoryTable,
  judge: Judge,
  numbers: Uint32Array,
  { factsOf, decisions }: FoldInput,
): Judged {
  const members = judge.keys.map(() => ({ count: 0, example: -1, sets: new Set<number>() }));
  const owned = table.citedSets.map((cited) =>
    cited.some(({ remote, place }) => remote !== null && isOfMessage(place)),
  );
  // Neighbours with the same set mostly have the same key too; its tickets are noted once.
  const notedFor = new Int32Array(table.citedSets.length).fill(-1);
  const exempt: Record<string, number> = {};
  let [referenced, unproved] = [0, 0];
  for (let index = 0; index < table.count; index++) {
    const number = numbers[index] ?? 0;
    const member = members[number];
    if (member === undefined) continue;
    member.count++;
    if (member.example < 0) member.example = index;
    const set = table.cited[index] ?? 0;
    if (owned[set]) referenced++;
    if (notedFor[set] !== number) member.sets.add(set);
    notedFor[set] = number;
    const facts = factsOf(index);
    if (facts === PLAIN) continue;
    if (facts.unproved !== null) unproved++;
    if (facts.exempt !== null) exempt[facts.exempt.kind] = (exempt[facts.exempt.kind] ?? 0) + 1;
  }
  const used = keysInUse(table, judge, members);
  return {
    commits: { ...columns(table, numbers, used.renumbered), recordedAt: recordedAt(decisions) },
    keys: used.keys,
    counts: {
      commits: table.count,
      referenced,
      unproved,
      exempt,
      dated: datedIn(used.keys),
      ...byVerdict(used.keys),
    },
  };
}

interface Member {
  readonly count: number;
  readonly example: number;
  /** Sets of references that its commits have. */
  readonly sets: ReadonlySet<number>;
}

/** A key that was met only before git confirmed more facts has no commits left; reports do not show it. */
function keysInUse(table: HistoryTable, judge: Judge, members: readonly Member[]) {
  const keys: FactsKey[] = [];
  const renumbered = members.map(({ count, example, sets }, number) => {
    const judged = judge.keys[number];
    if (judged === undefined || count === 0) return -1;
    const { verdict, findings } = judged;
    return keys.push(withTickets({ count, example, verdict, findings }, () => ticketsOf(table, sets))) - 1;
  });
  return { keys, renumbered };
}

/** Thousands of tickets are named only where a report asks for them. */
function withTickets(key: Omit<FactsKey, "tickets">, name: () => FactsKey["tickets"]): FactsKey {
  let named: FactsKey["tickets"] | null = null;
  return {
    ...key,
    get tickets() {
      named ??= name();
      return named;
    },
  };
}

function ticketsOf({ citedSets }: HistoryTable, sets: ReadonlySet<number>): FactsKey["tickets"] {
  const keys = new Set<string>();
  for (const set of sets) {
    for (const { remote, id } of citedSets[set] ?? []) if (remote !== null) keys.add(lookupKey(remote, id));
  }
  return [...keys].sort();
}

/** Commits of keys with a finding that says so. */
function datedIn(keys: readonly FactsKey[]): number {
  const dated = keys.filter(({ findings }) =>
    findings.some(({ args }) => args.timeSource === TIME_SOURCES["committer-date"]),
  );
  return dated.reduce((sum, { count }) => sum + count, 0);
}

function recordedAt(decisions: Decisions | null): CommitColumns["recordedAt"] {
  if (decisions === null || !decisions.isTold()) return null;
  return (index) => (decisions.source(index) === "committer-date" ? null : decisions.at(index));
}

function byVerdict(keys: readonly FactsKey[]): Pick<Counts, "passed" | "failed" | "undecided"> {
  const count = (verdict: FactsKey["verdict"]) =>
    keys.filter((key) => key.verdict === verdict).reduce((sum, key) => sum + key.count, 0);
  return { passed: count("pass"), failed: count("fail"), undecided: count("undecided") };
}

function columns(
  table: HistoryTable,
  numbers: Uint32Array,
  renumbered: readonly number[],
): Omit<CommitColumns, "recordedAt"> {
  return {
    count: table.count,
    id: (index) => idAt(table, index),
    key: (index) => renumbered[numbers[index] ?? 0] ?? 0,
    time: (index) => table.committed[index] ?? 0,
    author: (index) => authorAt(table, index),
    named: (index) =>
      citedAt(table, index).flatMap(({ remote, id, place }) =>
        remote === null || !isOfMessage(place) ? [] : [{ at: lookupKey(remote, id), place }],
      ),
  };
}

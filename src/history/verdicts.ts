import type { CommitFacts } from "../core/evidence.ts";
import type { CommitColumns, Counts, FactsKey } from "../core/report.ts";
import { lookupKey } from "../core/ticket.ts";
import { type Judge, PLAIN } from "./judge.ts";
import { type Cited, type HistoryTable, idAt } from "./table.ts";

/** A judged history, as reports take it. */
export interface Judged {
  readonly commits: CommitColumns;
  readonly keys: readonly FactsKey[];
  readonly counts: Omit<Counts, "beforeBaseline">;
}

/** Folds the keys of all commits: `numbers[i]` is the key of commit i, `factsOf(i)` what git confirmed of it. */
export function fold(
  table: HistoryTable,
  judge: Judge,
  numbers: Uint32Array,
  factsOf: (index: number) => CommitFacts,
): Judged {
  const members = judge.keys.map(() => ({ count: 0, example: -1, tickets: new Set<string>() }));
  const owned = table.citedSets.map((cited) => cited.some(({ remote }) => remote !== null));
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
    if (notedFor[set] !== number) note(member.tickets, table.citedSets[set] ?? []);
    notedFor[set] = number;
    const facts = factsOf(index);
    if (facts === PLAIN) continue;
    if (facts.unproved !== null) unproved++;
    if (facts.exempt !== null) exempt[facts.exempt.kind] = (exempt[facts.exempt.kind] ?? 0) + 1;
  }
  const used = keysInUse(judge, members);
  return {
    commits: columns(table, numbers, used.renumbered),
    keys: used.keys,
    counts: { commits: table.count, referenced, unproved, exempt, ...byVerdict(used.keys) },
  };
}

function note(tickets: Set<string>, cited: readonly Cited[]): void {
  for (const { remote, id } of cited) if (remote !== null) tickets.add(lookupKey(remote, id));
}

interface Member {
  readonly count: number;
  readonly example: number;
  readonly tickets: ReadonlySet<string>;
}

/** A key that was met only before git confirmed more facts has no commits left; reports do not show it. */
function keysInUse(judge: Judge, members: readonly Member[]) {
  const keys: FactsKey[] = [];
  const renumbered = members.map(({ count, example, tickets }, number) => {
    const judged = judge.keys[number];
    if (judged === undefined || count === 0) return -1;
    const { verdict, findings } = judged;
    return keys.push({ count, example, verdict, findings, tickets: [...tickets].sort() }) - 1;
  });
  return { keys, renumbered };
}

function byVerdict(keys: readonly FactsKey[]): Pick<Counts, "passed" | "failed" | "undecided"> {
  const count = (verdict: FactsKey["verdict"]) =>
    keys.filter((key) => key.verdict === verdict).reduce((sum, key) => sum + key.count, 0);
  return { passed: count("pass"), failed: count("fail"), undecided: count("undecided") };
}

function columns(table: HistoryTable, numbers: Uint32Array, renumbered: readonly number[]): CommitColumns {
  return {
    count: table.count,
    id: (index) => idAt(table, index),
    key: (index) => renumbered[numbers[index] ?? 0] ?? 0,
    time: (index) => table.committed[index] ?? 0,
  };
}

import type { CommitFacts, Evidence, TaskEdit } from "../core/evidence.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { Law } from "../core/law.ts";
import type { Confirmed } from "../gather/commit-facts.ts";
import { citedClasses } from "./classes.ts";
import { type Judge, openJudge, PLAIN } from "./judge.ts";
import { type PathKind, pathKinds, pathNumbers } from "./paths.ts";
import { FLAG, type HistoryTable, idAt } from "./table.ts";
import { fold, type Judged } from "./verdicts.ts";

/** What git confirms of commits whose text or parents claim something, by commit id, and what their inherited references lead to. */
export type Confirm = (ids: readonly string[]) => Promise<{
  readonly facts: ReadonlyMap<string, Confirmed>;
  readonly lookups: Evidence["lookups"];
}>;

/** A history with everything that judging it rests on. */
export interface HistoryCase {
  readonly table: HistoryTable;
  readonly law: Law;
  readonly common: Pick<
    Evidence,
    "at" | "lookups" | "waivers" | "globs" | "defaultBranches" | "referencedBefore" | "prior"
  >;
  readonly edits: ReadonlyMap<string, readonly TaskEdit[]>;
  readonly ref: string | null;
  readonly evaluate: (evidence: Evidence) => readonly JudgedFinding[];
  readonly confirm: Confirm;
  /** For commits (by index) that do not pass: answers that hold for one of them alone, by look-up key. */
  readonly asOf: (indices: readonly number[]) => Promise<ReadonlyMap<number, Evidence["lookups"]>>;
}

/**
 * Judges every commit of a history. Git is asked to confirm merges, reverts, cherry-picks and fixups only where the
 * commit does not pass without: that is what costs, and a pass needs no excuse.
 */
export async function judgeHistory(history: HistoryCase): Promise<Judged> {
  const { table, law } = history;
  const kinds = pathKinds(law, table.pathNames);
  const lookups = new Map(Object.entries(history.common.lookups));
  const classes = citedClasses(table, history.common.lookups);
  const judge = openJudge({ ...history, kinds, classes, lookup: (key) => lookups.get(key) });
  const own = ownFacts(table, law, kinds);
  const numbers = new Uint32Array(table.count);
  for (let index = 0; index < table.count; index++) numbers[index] = judge.keyOf(index, own(index));
  const confirmed = await confirm(history, openOf(history, judge, numbers));
  for (const [key, lookup] of Object.entries(confirmed.lookups)) lookups.set(key, lookup);
  const { facts } = confirmed;
  const factsOf = (index: number) =>
    facts.size === 0 ? own(index) : withConfirmed(own(index), facts.get(index));
  for (const index of facts.keys()) numbers[index] = judge.keyOf(index, factsOf(index));
  const doubtful = indicesOf(table, (index) => !judge.isClean(numbers[index] ?? 0));
  for (const [index, answers] of await history.asOf(doubtful)) {
    numbers[index] = judge.alone(index, factsOf(index), answers);
  }
  return fold(table, judge, numbers, factsOf);
}

/** What the columns alone tell: bots by name (which exempts nothing), exempt scopes, roots. */
function ownFacts(table: HistoryTable, law: Law, kinds: readonly PathKind[]): (index: number) => CommitFacts {
  const bots = table.authors.map((author) => botNamed(law.exempt.bots, author));
  return (index) => {
    const unproved = bots[table.author[index] ?? 0] ?? null;
    const root = ((table.flags[index] ?? 0) & FLAG.root) !== 0;
    const exempt = inExemptScopes(table, law, kinds, index);
    if (unproved === null && !root && !exempt) return PLAIN;
    return { ...PLAIN, unproved, root, exempt: exempt ? { kind: "scope" } : null };
  };
}

function botNamed(bots: readonly string[], author: string): string | null {
  const name = author.slice(0, author.lastIndexOf("<")).trim();
  return bots.includes(name) ? name : null;
}

function inExemptScopes(table: HistoryTable, law: Law, kinds: readonly PathKind[], index: number): boolean {
  if (table.paths === null || law.scopes.length === 0) return false;
  const numbers = pathNumbers(table, index);
  return (
    numbers.length > 0 &&
    numbers.every((number) => {
      const kind = kinds[number];
      return kind !== undefined && !kind.law && (law.scopes[kind.scope]?.exempt ?? false);
    })
  );
}

/** An exemption by paths stands beside what git confirms. */
function withConfirmed(own: CommitFacts, confirmed: Confirmed | undefined): CommitFacts {
  return confirmed === undefined ? own : { ...own, ...confirmed, exempt: own.exempt ?? confirmed.exempt };
}

/** Commits that do not pass by themselves and claim to be something else than a plain change. */
function openOf({ table }: HistoryCase, judge: Judge, numbers: Uint32Array): readonly number[] {
  const claims = (index: number) => ((table.flags[index] ?? 0) & (FLAG.merge | FLAG.claim)) !== 0;
  return indicesOf(table, (index) => claims(index) && !judge.isClean(numbers[index] ?? 0));
}

function indicesOf({ count }: HistoryTable, holds: (index: number) => boolean): readonly number[] {
  const indices: number[] = [];
  for (let index = 0; index < count; index++) if (holds(index)) indices.push(index);
  return indices;
}

async function confirm(
  { table, confirm: ask }: HistoryCase,
  open: readonly number[],
): Promise<{ readonly facts: ReadonlyMap<number, Confirmed>; readonly lookups: Evidence["lookups"] }> {
  if (open.length === 0) return { facts: new Map(), lookups: {} };
  const { facts, lookups } = await ask(open.map((index) => idAt(table, index)));
  const byIndex = open.flatMap((index) => {
    const own = facts.get(idAt(table, index));
    return own === undefined ? [] : [[index, own] as const];
  });
  return { facts: new Map(byIndex), lookups };
}

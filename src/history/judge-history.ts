import type { CommitFacts, Evidence, TaskEdit } from "../core/evidence.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { Law } from "../core/law.ts";
import { parentLevels } from "../core/parents.ts";
import type { Reference } from "../core/reference.ts";
import { type Lookup, lookupKey } from "../core/ticket.ts";
import type { Confirmed } from "../gather/commit-facts.ts";
import { citedClasses } from "./classes.ts";
import type { Decisions } from "./decisions.ts";
import { type Judge, openJudge, PLAIN } from "./judge.ts";
import { type PathKind, pathKinds, pathNumbers } from "./paths.ts";
import { authorOf, FLAG, type HistoryTable, idAt } from "./table.ts";
import { fold, type JudgedHistory } from "./verdicts.ts";

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
    "at" | "lookups" | "waivers" | "globs" | "defaultBranches" | "referencedBefore" | "prior" | "authors"
  >;
  /** By remote, the answer for all ids of one that nobody here can ask; those are not among the common look-ups. */
  readonly constant: ReadonlyMap<string, Lookup>;
  readonly edits: ReadonlyMap<string, readonly TaskEdit[]>;
  /** References of the branch's name, which count for every commit. */
  readonly around: readonly Reference[];
  readonly ref: string | null;
  /** When each commit was decided; null: all are decided now. */
  readonly decisions: Decisions | null;
  readonly evaluate: (evidence: Evidence) => readonly JudgedFinding[];
  readonly confirm: Confirm;
  /** For commits (by index) that do not pass: answers that hold for one of them alone, by look-up key. */
  readonly asOf: (indices: readonly number[]) => Promise<ReadonlyMap<number, Evidence["lookups"]>>;
}

/**
 * Judges every commit of a history. Git is asked to confirm merges, reverts, cherry-picks and fixups only where the
 * commit does not pass without: that is what costs, and a pass needs no excuse.
 */
export async function judgeHistory(history: HistoryCase): Promise<JudgedHistory> {
  const { table, law } = history;
  const kinds = pathKinds(law, table.pathNames);
  const lookups = new Map(Object.entries(history.common.lookups));
  const lookup = (remote: string, id: string) =>
    history.constant.get(remote) ?? lookups.get(lookupKey(remote, id));
  const levels = parentLevels(law);
  const classes = citedClasses(table, { lookup, levels, around: history.around });
  const judge = openJudge({ ...history, kinds, classes, lookup, levels });
  const { plain, at } = ownFacts(table, law, kinds);
  const numbers = firstNumbers(table, judge, plain, at);
  const { facts, lookups: more } = await confirm(history, openOf(table, unclean(judge, numbers)));
  for (const [key, found] of Object.entries(more)) lookups.set(key, found);
  const factsOf = (index: number) => withConfirmed(at(index), facts.get(index));
  for (const index of facts.keys()) {
    plain[index] = 0;
    numbers[index] = judge.keyOf(index, factsOf(index));
  }
  const ownAnswers = await history.asOf(unclean(judge, numbers));
  for (const [index, answers] of ownAnswers) {
    numbers[index] = judge.alone(index, factsOf(index), answers);
  }
  const known = (index: number) => (plain[index] === 1 ? PLAIN : factsOf(index));
  const judged = fold(table, judge, numbers, { factsOf: known, decisions: history.decisions });
  const inherited = [...facts.values()].flatMap(({ inherits }) => inherits?.references ?? []);
  return {
    ...judged,
    named: () => [...table.citedSets.flat(), ...history.around, ...inherited],
    lookup,
    confirmed: facts,
    findingsOf: (index) => judge.findingsOf(index, known(index), ownAnswers.get(index)),
  };
}

/** Nearly all commits are plain and share their references with others: those cost one look into an array. */
function firstNumbers(table: HistoryTable, judge: Judge, plain: Uint8Array, at: OwnFacts["at"]): Uint32Array {
  const numbers = new Uint32Array(table.count);
  for (let index = 0; index < table.count; index++) {
    const known = plain[index] === 1 ? (judge.ofPlain[table.cited[index] ?? 0] ?? -1) : -1;
    numbers[index] = known >= 0 ? known : judge.keyOf(index, at(index));
  }
  return numbers;
}

interface OwnFacts {
  /** By commit: 1 where nothing but its references is to be said of it. */
  readonly plain: Uint8Array;
  at(index: number): CommitFacts;
}

/** What the columns alone tell: bots by name (which exempts nothing), exempt scopes, roots. */
function ownFacts(table: HistoryTable, law: Law, kinds: readonly PathKind[]): OwnFacts {
  const bots = table.authors.map((makers) => botNamed(law.exempt.bots, authorOf(makers)));
  const named = Uint8Array.from(bots, (bot) => (bot === null ? 0 : 1));
  const at = (index: number): CommitFacts => {
    const unproved = bots[table.author[index] ?? 0] ?? null;
    const root = ((table.flags[index] ?? 0) & FLAG.root) !== 0;
    const exempt = inExemptScopes(table, law, kinds, index);
    if (unproved === null && !root && !exempt) return PLAIN;
    return { ...PLAIN, unproved, root, exempt: exempt ? { kind: "scope" } : null };
  };
  const plain = new Uint8Array(table.count);
  const scoped = table.paths !== null && law.scopes.length > 0;
  for (let index = 0; index < table.count; index++) {
    const special = ((table.flags[index] ?? 0) & FLAG.root) | (named[table.author[index] ?? 0] ?? 0);
    plain[index] = special === 0 && (!scoped || at(index) === PLAIN) ? 1 : 0;
  }
  return { plain, at };
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

/** Commits that do not pass without a word, not even one that only warns. */
function unclean(judge: Judge, numbers: Uint32Array): readonly number[] {
  const dirty = Uint8Array.from(judge.keys, (_, number) => (judge.isClean(number) ? 0 : 1));
  const indices: number[] = [];
  for (let index = 0; index < numbers.length; index++) if (dirty[numbers[index] ?? 0]) indices.push(index);
  return indices;
}

/** Those that claim to be something else than a plain change. */
function openOf({ flags }: HistoryTable, indices: readonly number[]): readonly number[] {
  return indices.filter((index) => ((flags[index] ?? 0) & (FLAG.merge | FLAG.claim)) !== 0);
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

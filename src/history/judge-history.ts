import type { CommitFacts, Evidence, TaskEdit } from "../core/evidence.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { Law } from "../core/law.ts";
import { citedClasses } from "./classes.ts";
import { type Judge, openJudge, PLAIN } from "./judge.ts";
import { type PathKind, pathKinds, pathNumbers } from "./paths.ts";
import { FLAG, type HistoryTable, idAt } from "./table.ts";
import { fold, type Judged } from "./verdicts.ts";

/** What git confirms of commits whose text or parents claim something. By commit id; commits without an entry are plain. */
export type Confirm = (ids: readonly string[]) => Promise<ReadonlyMap<string, CommitFacts>>;

export interface HistoryCase {
  readonly table: HistoryTable;
  readonly law: Law;
  readonly common: Pick<
    Evidence,
    "at" | "lookups" | "waivers" | "globs" | "defaultBranches" | "referencedBefore"
  >;
  readonly edits: ReadonlyMap<string, readonly TaskEdit[]>;
  readonly ref: string | null;
  readonly evaluate: (evidence: Evidence) => readonly JudgedFinding[];
  readonly confirm: Confirm;
}

/**
 * Judges every commit of a history. Git is asked to confirm merges, reverts, cherry-picks and fixups only where the
 * commit does not pass without: that is what costs, and a pass needs no excuse.
 */
export async function judgeHistory(history: HistoryCase): Promise<Judged> {
  const { table, law } = history;
  const kinds = pathKinds(law, table.pathNames);
  const judge = openJudge({ ...history, kinds, classes: citedClasses(table, history.common.lookups) });
  const own = ownFacts(table, law, kinds);
  const numbers = Uint32Array.from({ length: table.count }, (_, index) => judge.keyOf(index, own(index)));
  const confirmed = await confirm(history, judge, numbers);
  for (const [index, facts] of confirmed) numbers[index] = judge.keyOf(index, facts);
  return fold(table, judge, numbers, (index) => confirmed.get(index) ?? own(index));
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

/** Facts of the commits that do not pass by themselves and claim to be something else than a plain change. */
async function confirm(
  { table, confirm: ask }: HistoryCase,
  judge: Judge,
  numbers: Uint32Array,
): Promise<ReadonlyMap<number, CommitFacts>> {
  const open: number[] = [];
  for (let index = 0; index < table.count; index++) {
    const claims = ((table.flags[index] ?? 0) & (FLAG.merge | FLAG.claim)) !== 0;
    if (claims && !judge.isClean(numbers[index] ?? 0)) open.push(index);
  }
  if (open.length === 0) return new Map();
  const facts = await ask(open.map((index) => idAt(table, index)));
  return new Map(
    open.flatMap((index) => {
      const own = facts.get(idAt(table, index));
      return own === undefined ? [] : [[index, own] as const];
    }),
  );
}

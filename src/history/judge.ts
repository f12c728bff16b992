import { makersOf } from "../core/authors.ts";
import type { Commit } from "../core/change.ts";
import type { CommitFacts, Evidence, TaskEdit } from "../core/evidence.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { Law } from "../core/law.ts";
import { parentsOf } from "../core/parents.ts";
import { lookupThen } from "../core/past.ts";
import { authorKey } from "../core/people.ts";
import { isOfMessage, type Reference } from "../core/reference.ts";
import type { FactsKey } from "../core/report.ts";
import { isAnywhereOn } from "../core/scope.ts";
import { type Lookup, lookupKey, type Ticket } from "../core/ticket.ts";
import { decide } from "../core/verdict.ts";
import type { CitedClasses } from "./classes.ts";
import type { Decisions } from "./decisions.ts";
import type { LookupOf } from "./moments.ts";
import { type PathKind, pathNumbers } from "./paths.ts";
import { citedAt, FLAG, type HistoryTable, idAt, makersIn, pathsAt } from "./table.ts";

/** What a judge of single commits is given. */
export interface JudgeInput {
  readonly table: HistoryTable;
  readonly law: Law;
  readonly classes: CitedClasses;
  readonly kinds: readonly PathKind[];
  /** By commit id. */
  readonly edits: ReadonlyMap<string, readonly TaskEdit[]>;
  /** Evidence that is the same for every commit. */
  readonly common: Pick<
    Evidence,
    "at" | "lookups" | "waivers" | "globs" | "defaultBranches" | "referencedBefore" | "prior" | "authors"
  >;
  /** Asked for a commit's own references alone. */
  readonly lookup: LookupOf;
  /** References of the branch's name, which count for every commit. */
  readonly around: readonly Reference[];
  readonly ref: string | null;
  /** How many parents of a ticket count beside it. */
  readonly levels: number;
  /** When each commit was decided; null: it is decided now. */
  readonly decisions: Decisions | null;
  readonly evaluate: (evidence: Evidence) => readonly JudgedFinding[];
}

/** Judges commits of a history, each distinct set of facts once. */
export interface Judge {
  /** The number of the commit's facts key; the rules run when a key is first met. */
  keyOf(index: number, facts: CommitFacts): number;
  /** The same for a commit with answers of its own (by look-up key), which no other commit shares. */
  alone(index: number, facts: CommitFacts, answers: Evidence["lookups"]): number;
  /** The key of commits whose references alone tell them apart, by set of references; -1: not met yet, or told by more. */
  readonly ofPlain: Int32Array;
  /** What the rules say of one commit by itself: of a key they say it of whichever commit was met first. */
  findingsOf(index: number, facts: CommitFacts, answers?: Evidence["lookups"]): readonly JudgedFinding[];
  readonly keys: readonly Pick<FactsKey, "example" | "verdict" | "findings">[];
  /** The key has no fail and no unknown, not even one that only warns. */
  isClean(number: number): boolean;
}

/** Opens a judge that has met no facts yet. */
export function openJudge(input: JudgeInput): Judge {
  const byFacts = new Map<string, number>();
  // Where nothing but its references tells commits apart, the class of those is the key.
  const byClass: number[] = [];
  const ofPlain = new Int32Array(input.table.citedSets.length).fill(-1);
  const plain =
    input.table.paths === null && input.common.waivers.length === 0 && input.common.authors === undefined;
  const byAnswer = new Map<string, number>();
  const keys: Pick<FactsKey, "example" | "verdict" | "findings">[] = [];
  const judge = (index: number, facts: CommitFacts, answers: Evidence["lookups"] = {}): number => {
    const findings = input.evaluate(evidenceOf(input, index, facts, answers));
    const answer = answerOf(findings);
    const same = byAnswer.get(answer);
    if (same !== undefined) return same;
    byAnswer.set(answer, keys.length);
    return keys.push({ example: index, verdict: decide(findings), findings }) - 1;
  };
  const byFactsKey = (index: number, facts: CommitFacts): number => {
    const key = factsKey(input, index, facts);
    const known = byFacts.get(key);
    if (known !== undefined) return known;
    const number = judge(index, facts);
    byFacts.set(key, number);
    return number;
  };
  return {
    keys,
    ofPlain,
    isClean: (number) =>
      keys[number]?.findings.every(({ outcome }) => outcome === "pass" || outcome === "skip") ?? false,
    alone: judge,
    findingsOf: (index, facts, answers = {}) => input.evaluate(evidenceOf(input, index, facts, answers)),
    keyOf(index, facts) {
      // Inherited references bring tickets, times and paths of another commit with them.
      if (facts.inherits !== null) return judge(index, facts);
      const simple = facts === PLAIN && plain ? simpleClass(input, index) : null;
      const number = (simple === null ? undefined : byClass[simple]) ?? byFactsKey(index, facts);
      if (simple === null) return number;
      byClass[simple] = number;
      ofPlain[input.table.cited[index] ?? 0] = number;
      return number;
    },
  };
}

/** Null: the commit's time counts too. */
function simpleClass({ table, classes }: JudgeInput, index: number): number | null {
  const set = table.cited[index] ?? 0;
  return classes.isTimed(set) ? null : classes.ofSet(set);
}

/** Commits of different facts may get the same answer; those are one key in the report. */
function answerOf(findings: readonly JudgedFinding[]): string {
  return JSON.stringify(
    findings.map((one) => [one.rule, one.outcome, one.code, one.blocking, one.waiver, one.args]),
  );
}

/** Everything of one commit that a rule can see, as text: equal texts, equal answers. */
function factsKey(input: JudgeInput, index: number, facts: CommitFacts): string {
  const { table, classes, common } = input;
  const set = table.cited[index] ?? 0;
  const parts = [
    classes.ofSet(set),
    timePart(input, set, index),
    facts === PLAIN ? "" : JSON.stringify(facts),
  ];
  const paths = table.paths === null ? "" : pathPart(input, index);
  if (common.authors !== undefined) parts.push(`by ${table.author[index]}`);
  return `${parts.join("|")}|${paths}${waiverPart(input, index)}`;
}

/** How its tickets stood when it was made and decided, and what tells when that was. */
function timePart({ table, classes, decisions }: JudgeInput, set: number, index: number): string {
  const decided = decisions === null ? null : { at: decisions.at(index), source: decisions.source(index) };
  const time = classes.timeOf(set, table.authored[index] ?? 0, decided);
  return time === "" ? "" : `${decided?.source ?? ""} ${time}`;
}

/** Which scopes its paths lie in; its own index where paths decide more than that. */
function pathPart(input: JudgeInput, index: number): string {
  const { table, classes, kinds, edits, law } = input;
  const numbers = pathNumbers(table, index);
  const scopes = new Set<number>();
  let own =
    classes.limitsPaths(table.cited[index] ?? 0) ||
    (edits.size > 0 && edits.has(idAt(table, index))) ||
    isAnywhereOn(law, "change-size");
  for (const number of numbers) {
    const kind = kinds[number];
    scopes.add(kind?.scope ?? -1);
    own ||= kind?.law ?? false;
  }
  return own ? `#${index}` : [...scopes].sort().join(",");
}

/** A waiver can single out a commit by its id, its tickets or its paths; then no other commit may share its key. */
function waiverPart({ table, common: { waivers } }: JudgeInput, index: number): string {
  if (waivers.length === 0) return "";
  if (waivers.some((waiver) => waiver.for.paths !== undefined)) return `#${index}`;
  const id = idAt(table, index);
  const named = waivers.some(({ for: { commits = [] } }) =>
    commits.some((start) => id.startsWith(start.toLowerCase())),
  );
  if (named) return `#${index}`;
  return waivers.some((waiver) => waiver.for.ticket !== undefined) ? `set ${table.cited[index]}` : "";
}

/** Facts of a commit that is no merge, no root and claims nothing: most of them, so they share one object. */
export const PLAIN: CommitFacts = {
  exempt: null,
  unproved: null,
  inherits: null,
  evilMerge: false,
  root: false,
};

function evidenceOf(
  input: JudgeInput,
  index: number,
  facts: CommitFacts,
  answers: Evidence["lookups"],
): Evidence {
  const { table, common, ref } = input;
  const commit = commitAt(table, index);
  const references = [...citedAt(table, index).map(asReference), ...input.around];
  return {
    ...common,
    ...authorsOf(input, commit),
    ...decidedAt(input, index),
    change: { kind: "commits", commits: [commit], ref, complete: true },
    references,
    lookups: lookupsOf(input, index, answers, [...references, ...(facts.inherits?.references ?? [])]),
    facts: [facts],
    tasks: input.edits.get(idAt(table, index)) ?? [],
    lawPaths: lawPathsOf(input, index),
  };
}

/** Every commit's evidence holds its own authors and no others. */
function authorsOf({ common: { authors } }: JudgeInput, commit: Commit): Pick<Evidence, "authors"> {
  if (authors === undefined) return {};
  const own = makersOf(commit).flatMap((one) => {
    const key = authorKey(one);
    const mapped = Object.hasOwn(authors, key) ? authors[key] : undefined;
    return mapped === undefined ? [] : [[key, mapped] as const];
  });
  return { authors: Object.fromEntries(own) };
}

function decidedAt({ decisions }: JudgeInput, index: number): Pick<Evidence, "decided"> {
  if (decisions === null) return {};
  const at = new Date(decisions.at(index) * 1000);
  return Number.isNaN(at.getTime())
    ? {}
    : { decided: { at: at.toISOString(), atSource: decisions.source(index) } };
}

/** Every commit's evidence holds the answers that it rests on and no others. */
function lookupsOf(
  { lookup, levels, decisions }: JudgeInput,
  index: number,
  answers: Evidence["lookups"],
  references: readonly Reference[],
): Evidence["lookups"] {
  const own: Record<string, Lookup> = {};
  const tell = (remote: string, id: string): Lookup | undefined => {
    const key = lookupKey(remote, id);
    const now = lookup(remote, id);
    const answer =
      answers[key] ??
      (now && decisions ? lookupThen(now, decisions.at(index), decisions.source(index)) : now);
    if (answer !== undefined) own[key] = answer;
    return answer;
  };
  for (const { remote, id } of references) {
    if (remote === null) continue;
    const ticket = ticketOf(tell(remote, id));
    if (ticket === null) continue;
    parentsOf(ticket, levels, (parent) => ticketOf(tell(remote, parent)));
    if (ticket.follows?.remote) tell(ticket.follows.remote, ticket.follows.id);
  }
  return own;
}

function ticketOf(lookup: Lookup | undefined): Ticket | null {
  return lookup?.status === "found" || lookup?.status === "claimed" ? lookup.ticket : null;
}

function asReference(cited: ReturnType<typeof citedAt>[number]): Reference {
  return { ...cited, start: 0, end: 0, commit: isOfMessage(cited.place) ? 0 : null };
}

function lawPathsOf(input: JudgeInput, index: number): Evidence["lawPaths"] {
  const names = [...pathNumbers(input.table, index)].filter((number) => input.kinds[number]?.law);
  return names.map((number) => ({ path: input.table.pathNames[number] ?? "", commit: 0 }));
}

/** A commit of the table without its text: a history keeps the references of a message, not the message. */
export function commitAt(table: HistoryTable, index: number): Commit {
  const flags = table.flags[index] ?? 0;
  return {
    id: idAt(table, index),
    parents: flags & FLAG.root ? [] : [""],
    ...makersIn(table.authors[table.author[index] ?? 0] ?? ""),
    authoredAt: table.authored[index] ?? null,
    committedAt: table.committed[index] ?? null,
    message: "",
    paths: pathsAt(table, index),
  };
}

import { makersOf } from "../core/authors.ts";
import type { Evidence, TaskEdit } from "../core/evidence.ts";
import type { JudgedFinding } from "../core/finding.ts";
import { parentLevels } from "../core/parents.ts";
import { asksForAuthors } from "../core/people.ts";
import { isOfMessage, type Reference } from "../core/reference.ts";
import type { ReportSubject } from "../core/report.ts";
import { AUTHORISER_RULE } from "../core/rule-ids.ts";
import { isAnywhereOn } from "../core/scope.ts";
import { isWantedState, wantedStates } from "../core/states.ts";
import { lookupKey, type Person, type Ticket } from "../core/ticket.ts";
import { globsOf } from "../gather/globs.ts";
import { lookUp, type Sources, unaskable } from "../gather/lookups.ts";
import { type Ask, withParents, withUpstreams } from "../gather/parents.ts";
import { withPasts } from "../gather/pasts.ts";
import { branchReferences, type Reader } from "../gather/references.ts";
import { taskEdits } from "../gather/task-edits.ts";
import type { LineWalk } from "../git/line-history.ts";
import type { CommitRange, RangeName } from "../git/range.ts";
import type { Tasks } from "../tasks/store.ts";
import { answersAsOf } from "./as-of.ts";
import { namedBefore } from "./before.ts";
import { type DecisionTimes, decisionTimes, type TimesGround } from "./decision-times.ts";
import { countBehind, hitsShallowEdge } from "./extent.ts";
import type { HistoryCase } from "./judge-history.ts";
import { type KeepRow, keepRows } from "./keep.ts";
import { localLookups, localRemote } from "./local-lookups.ts";
import { revisionsOf, tableOf } from "./range-table.ts";
import type { Progress } from "./read.ts";
import { keptFacts } from "./stored-facts.ts";
import { type Cited, type HistoryTable, idAt, makersIn } from "./table.ts";

/** What of the gate a history needs. */
export interface Ground extends TimesGround {
  readonly reader: Reader;
  readonly sources: Sources;
  readonly waivers: Evidence["waivers"];
  readonly at: string;
  commits(range: RangeName): Promise<CommitRange>;
  defaultBranches(): Promise<readonly string[]>;
  mailmap(authors: readonly Person[]): Promise<NonNullable<Evidence["authors"]>>;
  tasks(): Promise<Tasks>;
  tasksAt(commit: string): Promise<Tasks>;
}

/** What to judge of a history: a range, everything that is reachable from a revision, or one commit. */
export interface RangeRequest extends RangeName {
  /** The ref that these commits are pushed to; its name counts for each of them. */
  readonly ref?: string;
  /** References that count for every commit, beside those of the ref's name. */
  readonly around?: readonly Reference[];
  /** The same for single commits of a range, by full id. */
  readonly beside?: ReadonlyMap<string, readonly Reference[]>;
  /** Read subjects, and what commits say of each other. */
  readonly told?: boolean;
  /** Every commit was decided when it was made, also of a range; else of a whole history alone. */
  readonly past?: boolean;
  /** Which commits are judged, where not all are; what the others name is still known. */
  readonly keep?: KeepRow | undefined;
  readonly progress?: Progress;
  /** The commits, if git was asked for them before. */
  readonly ahead?: LineWalk | null;
}

/** A history made ready to be judged, and what a report says of it. */
export interface CaseOfRange extends HistoryCase {
  readonly subject: ReportSubject;
  readonly beforeBaseline: number;
  /** Evidence about the range as a whole, where something hides commits of it; null: nothing does. */
  readonly whole: Evidence | null;
  /** What hindered the judgement, once it is made. */
  notices(): readonly string[];
  /** All commits that were read, also those that are not judged. */
  readonly readWhole: HistoryTable;
}

/** Reads a range and everything its references lead to. Throws `Fault("repository")` for a range that git does not know. */
export async function historyCase(
  ground: Ground,
  request: RangeRequest,
  evaluate: (evidence: Evidence) => readonly JudgedFinding[],
): Promise<CaseOfRange> {
  const { repo, law, reader, waivers, at } = ground;
  const asked = await ground.commits(request);
  const revisions = await revisionsOf(ground, asked);
  const whole = await tableOf(ground, request, revisions);
  const table = keepRows(whole, request.keep);
  // What was decided long ago has no base that could tell anything of it.
  const range = request.past === true ? { ...asked, exclude: [] } : asked;
  const edits = await editsOf(ground, table);
  const asker = askerOf(ground, range);
  const around = [...branchReferences(reader, branchOf(request) ?? ""), ...(request.around ?? [])];
  const named = [...table.citedSets.flat(), ...around];
  const constant = await unaskable(law, ground.sources, named);
  const askable = ({ remote }: Pick<Cited, "remote">) => remote !== null && !constant.has(remote);
  const isPast = isOfThePast(request, range);
  const ask = isPast || isAnywhereOn(law, AUTHORISER_RULE) ? pastAsker(ground, asker, isPast) : asker;
  const found = await withParents(law, await ask(named.filter(askable)), ask);
  const lookups = await withUpstreams(law, found, ask);
  const times = isPast ? await decisionTimes(ground, table, request.progress) : null;
  await times?.settle(lookups, around);
  const complete = !(await hitsShallowEdge(repo, whole));
  const cited = whole.paths === null ? [] : citedKeys(whole);
  const before = await namedBefore(repo, reader, edits.values(), revisions, new Set(cited));
  const common = {
    at,
    lookups,
    waivers,
    globs: await globsOf(lookups, waivers),
    // Only rules about a branch ask for these.
    defaultBranches:
      request.ref === undefined || !isAnywhereOn(law, "branch-names-ticket")
        ? []
        : await ground.defaultBranches(),
    referencedBefore: [...cited, ...before],
    prior: range.exclude.length > 0,
    ...(await authorsOf(ground, table, lookups)),
  };
  return {
    table,
    law,
    constant,
    common,
    edits,
    around,
    ref: request.ref ?? null,
    decisions: times?.decisions ?? null,
    evaluate,
    confirm: (ids) => confirm({ ...ground, known: lookups, ask, times }, ids, request.progress),
    asOf: (indices) => asOf(ground, range, table, indices),
    subject: { kind: "commits", label: request.range, branch: branchOf(request), complete, subject: null },
    beforeBaseline: await countBehind(repo, law.baseline, revisions),
    whole: complete ? null : incomplete(common),
    notices: () => times?.notices() ?? [],
    readWhole: whole,
  };
}

const HEADS = "refs/heads/";

function branchOf({ ref }: RangeRequest): string | null {
  return ref?.startsWith(HEADS) ? ref.slice(HEADS.length) : null;
}

/** Whom the authors are, where a rule asks; each is asked for once. */
async function authorsOf(
  { law, mailmap }: Ground,
  { authors }: HistoryTable,
  lookups: Evidence["lookups"],
): Promise<Pick<Evidence, "authors">> {
  return asksForAuthors(law, { change: "commits", lookups })
    ? { authors: await mailmap(authors.flatMap((makers) => makersOf({ ...makersIn(makers), message: "" }))) }
    : {};
}

/** Looks references up; where the range has a base, local tasks are told by it. */
function askerOf(ground: Ground, { include, exclude }: CommitRange): Ask {
  const { law, sources } = ground;
  const remote = localRemote(law);
  const [tip, base] = [include[0], exclude[0]];
  if (remote === null || tip === undefined || base === undefined)
    return (cited) => lookUp(law, sources, cited);
  const ends = { base: () => ground.tasksAt(base), tip: () => ground.tasksAt(tip) };
  return async (cited) => {
    const local = new Set(cited.filter((one) => one.remote === remote).map(({ id }) => id));
    const others = cited.filter((one) => one.remote !== remote);
    return { ...(await lookUp(law, sources, others)), ...(await localLookups(remote, [...local], ends)) };
  };
}

/** A whole history was decided long ago. What is pushed is decided now, be it all that there is. */
function isOfThePast({ single = false, ref }: RangeRequest, { exclude }: CommitRange): boolean {
  return exclude.length === 0 && !single && ref === undefined;
}

/** Where it is decided now, nobody asks who let a ticket be worked on that may not be worked on. */
function pastAsker({ law, sources }: Ground, asker: Ask, isPast: boolean): Ask {
  const { authorise } = law.sections;
  const isWanted = ({ remote, state }: Ticket): boolean =>
    isPast || isWantedState(state, wantedStates(remote, authorise));
  return async (cited) => withPasts(law, sources, await asker(cited), isWanted);
}

/** A whole history has no base that could tell its tasks, so each commit's own parent does. */
async function asOf(
  ground: Ground,
  range: CommitRange,
  table: HistoryTable,
  indices: readonly number[],
): ReturnType<HistoryCase["asOf"]> {
  const remote = localRemote(ground.law);
  if (remote === null || range.exclude.length > 0 || indices.length === 0) return new Map();
  const levels = parentLevels(ground.law);
  return answersAsOf(ground.repo, table, await ground.tasks(), { remote, levels }, indices);
}

async function editsOf(
  ground: Ground,
  table: HistoryTable,
): Promise<ReadonlyMap<string, readonly TaskEdit[]>> {
  if (table.paths === null) return new Map();
  const tasks = await ground.tasks();
  const isTask = table.pathNames.map((name) => tasks.isTaskPath(name));
  if (!isTask.includes(true)) return new Map();
  const ids: string[] = [];
  for (let index = 0; index < table.count; index++) {
    if (touches(table, index, isTask)) ids.push(idAt(table, index));
  }
  return taskEdits(ground.repo, tasks, ids);
}

function touches(table: HistoryTable, index: number, isTask: readonly boolean[]): boolean {
  const { start, entries } = table.paths ?? { start: new Float64Array(), entries: new Float64Array() };
  const own = entries.subarray(start[index] ?? 0, start[index + 1] ?? 0);
  return own.some((entry) => isTask[Math.floor(entry / 4)] ?? false);
}

interface Confirming extends Ground {
  readonly known: Evidence["lookups"];
  readonly ask: Ask;
  readonly times: DecisionTimes | null;
}

/** What git confirms, with look-ups for inherited references that nobody asked for yet. */
async function confirm(
  { repo, reader, law, known, ask, times }: Confirming,
  ids: readonly string[],
  progress?: Progress,
): ReturnType<HistoryCase["confirm"]> {
  const facts = await keptFacts(repo, reader, law, ids, progress);
  const references = [...facts.values()].flatMap(({ inherits }) => inherits?.references ?? []);
  const open = references.filter(({ remote, id }) => remote !== null && !(lookupKey(remote, id) in known));
  const lookups = await withParents(law, await ask(open), ask, known);
  await times?.settleInherited({ ...known, ...lookups }, facts);
  return { facts, lookups };
}

function citedKeys(table: HistoryTable): readonly string[] {
  const keys = table.citedSets
    .flat()
    .flatMap(({ remote, id, place }) =>
      remote === null || !isOfMessage(place) ? [] : [lookupKey(remote, id)],
    );
  return [...new Set(keys)];
}

function incomplete(common: HistoryCase["common"]): Evidence {
  return {
    ...common,
    change: { kind: "commits", commits: [], ref: null, complete: false },
    references: [],
    facts: [],
    tasks: [],
    lawPaths: [],
  };
}

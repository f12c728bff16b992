import { beginsWithIt } from "../core/authorisers.ts";
import { placeInPast } from "../core/past.ts";
import type { DecisionSource, Lookup, Ticket, ToldPast } from "../core/ticket.ts";
import { openInterner } from "./interner.ts";
import type { Cited, HistoryTable } from "./table.ts";

/**
 * Reduces sets of references to what rules can tell apart. Two commits whose tickets differ only in name, title, text
 * and address get the same answers, so they share one class and are judged once.
 */
export interface CitedClasses {
  /** The number of a set's class. */
  ofSet(set: number): number;
  /** The commit's time makes a difference for this set. */
  isTimed(set: number): boolean;
  /** How the set's tickets stand to a commit's time; empty where none has a creation date. */
  timeOf(set: number, authoredAt: number): string;
  /** Which of their states the set's tickets had at a moment (seconds since 1970); and how many of their approvals had been given. */
  momentOf(set: number, seconds: number, source: DecisionSource): string;
  /** A ticket of the set says which paths it touches. */
  limitsPaths(set: number): boolean;
}

/** Hours beyond which the distance between ticket and commit makes no difference to any rule. */
const FAR_HOURS = 72;
const HOUR = 3600;

/** What is known of a remote's ticket. */
export type LookupOf = (remote: string, id: string) => Lookup | undefined;

/** Compares every set of references once. `withParents`: what a ticket is part of counts too. */
export function citedClasses(
  table: Pick<HistoryTable, "citedSets">,
  lookup: LookupOf,
  withParents: boolean,
): CitedClasses {
  const texts = openInterner();
  const features = openFeatures(withParents);
  const sets = table.citedSets.map((cited) => {
    const found = cited.map(({ remote, id }) => (remote === null ? null : (lookup(remote, id) ?? null)));
    const parts = cited.map((one, index) => classOf(one, features(found[index] ?? null)));
    return {
      number: texts.number(parts.length === 1 ? (parts[0] ?? "") : parts.sort().join(" ")),
      created: found.map(createdAt).filter((time) => !Number.isNaN(time)),
      limits: found.some(limits),
      pasts: found.flatMap(pastsIn),
      approvals: found.flatMap(approvalsIn),
    };
  });
  return {
    ofSet: (set) => sets[set]?.number ?? 0,
    isTimed: (set) =>
      [sets[set]?.created, sets[set]?.pasts, sets[set]?.approvals].some((one = []) => one.length > 0),
    timeOf: (set, authoredAt) =>
      (sets[set]?.created ?? []).map((time) => distance(time, authoredAt)).join(","),
    momentOf: (set, seconds, source) => {
      const { pasts = [], approvals = [] } = sets[set] ?? {};
      const given = approvals.filter((time) => time <= seconds).length;
      return [...pasts.map((past) => placeInPast(past, seconds, source)), given].join(",");
    },
    limitsPaths: (set) => sets[set]?.limits ?? false,
  };
}

function classOf({ remote, provider, place, role, spot }: Cited, features: number): string {
  return `${remote} ${provider} ${place} ${role} ${spot} ${features}`;
}

/** Numbers the distinct features of look-ups; tickets that nobody could be asked about mostly share one answer. */
function openFeatures(withParents: boolean): (lookup: Lookup | null) => number {
  const texts = openInterner();
  const known = new Map<Lookup | null, number>();
  return (lookup) => {
    const before = known.get(lookup);
    if (before !== undefined) return before;
    const number = texts.number(JSON.stringify(featuresOf(lookup, withParents)));
    known.set(lookup, number);
    return number;
  };
}

/** Everything of a look-up but what only names the ticket. */
function featuresOf(lookup: Lookup | null, withParents: boolean): unknown {
  if (lookup === null || (lookup.status !== "found" && lookup.status !== "claimed")) return lookup;
  const {
    id,
    key,
    url,
    title,
    description,
    criteria,
    path,
    parent,
    createdAt,
    updatedAt,
    past,
    ...features
  } = lookup.ticket;
  return {
    ...lookup,
    ticket: {
      ...features,
      dated: createdAt !== null,
      parent: withParents ? parent : null,
      past: shapeOf(past),
      begun: beginsWithIt(lookup.ticket),
    },
  };
}

/** The order of its states, without their times. Where a past is asked for, the state of now is but the last of them. */
function shapeOf(past: Ticket["past"]): unknown {
  if (past?.status !== "told") return past;
  const { spans, since, begins } = past;
  const states = spans.map(({ until, state, by }, index) => [
    until === (spans[index + 1]?.from ?? null),
    state,
    by,
  ]);
  return [since === undefined, begins === undefined, ...states];
}

const UNTOLD: ToldPast = { status: "told", spans: [] };

/** One without spans stands for a past that nobody can tell. */
function pastsIn(lookup: Lookup | null): readonly ToldPast[] {
  const past = lookup?.status === "found" ? lookup.ticket.past : undefined;
  if (past === undefined) return [];
  return [past.status === "told" ? past : UNTOLD];
}

/** When they were given, in seconds since 1970. */
function approvalsIn(lookup: Lookup | null): readonly number[] {
  const approvals = lookup?.status === "found" ? (lookup.ticket.approvals ?? []) : [];
  return approvals.map(({ at }) => Date.parse(at) / 1000);
}

function limits(lookup: Lookup | null): boolean {
  return lookup?.status === "found" && lookup.ticket.affected.length > 0;
}

function createdAt(lookup: Lookup | null): number {
  return lookup?.status === "found" && lookup.ticket.createdAt !== null
    ? Date.parse(lookup.ticket.createdAt) / 1000
    : Number.NaN;
}

/** Whole hours from the ticket's creation to the commit, cut at `FAR_HOURS`; fine enough for any rule's grace. */
function distance(created: number, authoredAt: number): number {
  const hours = Math.floor((authoredAt - created) / HOUR);
  return Math.max(-FAR_HOURS, Math.min(FAR_HOURS, hours));
}

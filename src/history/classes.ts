import { beginsWithIt } from "../core/authorisers.ts";
import type { Lookup, Ticket } from "../core/ticket.ts";
import { openInterner } from "./interner.ts";
import {
  type Decided,
  isTimed,
  type LookupOf,
  standingText,
  type TimedTicket,
  timedTicket,
} from "./moments.ts";
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
  /**
   * How the set's tickets stand to when a commit was made and decided; empty where no time makes a difference. `decided`: null: now.
   */
  timeOf(set: number, authoredAt: number, decided: Decided | null): string;
  /** A ticket of the set says which paths it touches. */
  limitsPaths(set: number): boolean;
}

/** What sets of references are compared with. */
export interface ClassesInput {
  readonly lookup: LookupOf;
  /** How many parents of a ticket count beside it. */
  readonly levels: number;
  /** References that count for every commit. */
  readonly around: readonly Pick<Cited, "remote" | "id">[];
}

/** Compares every set of references once. */
export function citedClasses(
  table: Pick<HistoryTable, "citedSets">,
  { lookup, levels, around }: ClassesInput,
): CitedClasses {
  const texts = openInterner();
  const features = openFeatures(levels > 0);
  const foundOf = ({ remote, id }: Pick<Cited, "remote" | "id">): Lookup | null =>
    remote === null ? null : (lookup(remote, id) ?? null);
  // What a time means for a ticket stays beside its features: two sets are alike only ticket by ticket.
  const timed = (part: string, found: Lookup | null): readonly Timed[] => {
    const ticket = found?.status === "found" ? timedTicket(found, lookup, levels) : null;
    return ticket !== null && isTimed(ticket) ? [{ part, ...ticket }] : [];
  };
  const always = around.flatMap((one) => timed("", foundOf(one)));
  const sets = table.citedSets.map((cited) => {
    const answers = cited.map(foundOf);
    const parts = cited.map((one, index) => classOf(one, features(answers[index] ?? null)));
    const own = answers.flatMap((found, index) => timed(parts[index] ?? "", found));
    return {
      number: texts.number(parts.length === 1 ? (parts[0] ?? "") : [...parts].sort().join(" ")),
      limits: answers.some(limits),
      timed: own.length === 0 ? always : [...own, ...always],
    };
  });
  return {
    ofSet: (set) => sets[set]?.number ?? 0,
    isTimed: (set) => (sets[set]?.timed.length ?? 0) > 0,
    timeOf: (set, authoredAt, decided) =>
      (sets[set]?.timed ?? [])
        .map((one) => `${one.part} ${standingText(one, authoredAt, decided)}`)
        .sort()
        .join(";"),
    limitsPaths: (set) => sets[set]?.limits ?? false,
  };
}

/** A ticket for which a time makes a difference, and the class of its reference. */
interface Timed extends TimedTicket {
  readonly part: string;
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
    follows,
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
      // Where a rule asks for it, a task is compared with its ticket, title and all.
      followed: follows === undefined ? null : { ...follows, by: id },
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

function limits(lookup: Lookup | null): boolean {
  return lookup?.status === "found" && lookup.ticket.affected.length > 0;
}

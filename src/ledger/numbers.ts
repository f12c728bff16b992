import type { RemoteKind } from "../core/law.ts";

/** Trackers that number their tickets upwards, in each project or all together. */
const NUMBERED: ReadonlySet<RemoteKind> = new Set(["github", "gitlab", "jira", "linear", "azure-devops"]);

const SHAPE = /^(?:(.+)[-#])?([0-9]{1,15})$/;

/** Where an id stands in its tracker's counting: `PROJ` and 7 of `PROJ-7`, nothing and 7 of `7`; null: it is not counted. */
export function numberOf(
  kind: RemoteKind,
  id: string,
): { readonly project: string; readonly number: number } | null {
  const match = NUMBERED.has(kind) ? SHAPE.exec(id) : null;
  return match === null ? null : { project: match[1] ?? "", number: Number(match[2]) };
}

/** The project that an id names by itself; null: none. */
export function projectIn(id: string): string | null {
  return /^(.+)[-#][0-9]+$/.exec(id)?.[1] ?? null;
}

/** The id with this number, as its tracker writes it: the other way round than `numberOf`. */
function idAt(kind: RemoteKind, project: string, number: number): string {
  if (project === "") return String(number);
  return `${project}${kind === "jira" || kind === "linear" ? "-" : "#"}${number}`;
}

/** What a listing leaves open below its highest numbers. */
export interface Gaps {
  /** Ids that were not listed: the lowest, as many as may be asked for. */
  readonly ids: readonly string[];
  /** By project the number up to which every gap is among `ids` or known to be empty. */
  readonly through: Readonly<Record<string, number>>;
}

/** What is known before numbers are counted. */
export interface GapTerms {
  readonly kind: RemoteKind;
  /** Most ids, of all projects together. */
  readonly most: number;
  /** Nothing is there, as was found out before. */
  isEmpty(id: string): boolean;
}

/** The numbers that a listing left out. */
export function gapsOf(listed: Iterable<string>, { kind, most, isEmpty }: GapTerms): Gaps {
  const numbers = new Map<string, Set<number>>();
  for (const id of listed) {
    const place = numberOf(kind, id);
    if (place === null) continue;
    const known = numbers.get(place.project) ?? new Set();
    numbers.set(place.project, known.add(place.number));
  }
  const ids: string[] = [];
  const through: [string, number][] = [];
  for (const [project, known] of [...numbers].sort(([, a], [, b]) => openIn(a) - openIn(b))) {
    const open = openIds(known, most - ids.length, (number) => {
      const id = idAt(kind, project, number);
      return isEmpty(id) ? null : id;
    });
    ids.push(...open.ids);
    if (open.through > 0) through.push([project, open.through]);
  }
  return { ids, through: Object.fromEntries(through.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The first gaps, and the number below which there are no others. `gapAt`: null: it is known to be empty. */
function openIds(
  known: ReadonlySet<number>,
  most: number,
  gapAt: (number: number) => string | null,
): { readonly ids: readonly string[]; readonly through: number } {
  const ids: string[] = [];
  const highest = highestOf(known);
  for (let number = 1; number < highest; number++) {
    const gap = known.has(number) ? null : gapAt(number);
    if (gap === null) continue;
    if (ids.length === most) return { ids, through: number - 1 };
    ids.push(gap);
  }
  return { ids, through: highest };
}

function openIn(known: ReadonlySet<number>): number {
  return highestOf(known) - known.size;
}

/** Not by spreading: a list of 100,000 is more than a call takes arguments. */
function highestOf(numbers: Iterable<number>): number {
  let highest = 0;
  for (const number of numbers) highest = Math.max(highest, number);
  return highest;
}

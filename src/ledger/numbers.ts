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

/** By project the highest number among ids. */
export function throughOf(kind: RemoteKind, ids: Iterable<string>): Readonly<Record<string, number>> {
  const highest = new Map<string, number>();
  for (const id of ids) {
    const place = numberOf(kind, id);
    if (place !== null) highest.set(place.project, Math.max(highest.get(place.project) ?? 0, place.number));
  }
  return Object.fromEntries([...highest].sort(([a], [b]) => (a < b ? -1 : 1)));
}

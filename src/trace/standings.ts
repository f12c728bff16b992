import { STANDINGS, type Standing } from "../core/audit.ts";

/** Counts by standing that grow. */
export type StandingCounts = Record<Standing, number>;

/** Nothing of any standing. */
export function noStandings(): StandingCounts {
  return { authorised: 0, exempt: 0, unauthorised: 0, unreferenced: 0, unknown: 0 };
}

/** Whether nobody has to ask any more why a commit was made. */
export function isExcused(standing: Standing): boolean {
  return standing === "authorised" || standing === "exempt";
}

/** Commits that nothing covers. */
export function uncovered(counts: Readonly<StandingCounts>): number {
  return STANDINGS.reduce((sum, standing) => sum + (isExcused(standing) ? 0 : counts[standing]), 0);
}

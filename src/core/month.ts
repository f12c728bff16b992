const DAY = 86_400;

/** The last day that a calendar date can be told of; broken clocks write later ones. */
const LAST_DAY = 100_000_000;

/** Whole days since 1970 of seconds since then: far fewer than commits, so each is made a month once. */
export function dayOf(seconds: number): number {
  return Math.max(-LAST_DAY, Math.min(LAST_DAY, Math.floor(seconds / DAY)));
}

/** `YYYY-MM` in UTC of a day; years that four digits can't write have a sign and six (ISO 8601). */
export function monthOf(day: number): string {
  return new Date(day * DAY * 1000).toISOString().replace(/-\d\dT.*$/u, "");
}

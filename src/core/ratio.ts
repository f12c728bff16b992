import type { Ratio } from "./audit.ts";

/** A share in per cent, one decimal, rounded down: 100 is all of them and nothing less. `total` is more than nothing. */
export function percentOf(part: number, total: number): number {
  return Math.floor((part * 1000) / total) / 10;
}

/** So many of so many. */
export function ratioOf(covered: number, total: number): Ratio {
  return { covered, total, percent: total === 0 ? null : percentOf(covered, total) };
}

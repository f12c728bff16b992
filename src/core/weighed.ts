import type { Coverage, Standing } from "./audit.ts";

/** Where nobody could say of any commit whether its ticket authorises it, no share is known. */
export function isWeighed({
  authorised,
  unauthorised,
  unknown,
}: Readonly<Record<Standing, number>>): boolean {
  return authorised + unauthorised > 0 || unknown === 0;
}

/** Whether files are covered is known where somebody knows a ticket, or where nothing names one. */
export function isCoverKnown(coverage: Coverage): boolean {
  return isWeighed(coverage.commits) || coverage.totalItems > 0;
}

import { secondsOf, timeOf } from "../core/time.ts";
import type { CommandManual, OptionManual } from "./manual.ts";
import { usage, type Words } from "./words.ts";

/** `--since`, the same for every command that counts commits. */
export const SINCE_OPTION: OptionManual = {
  name: "since",
  value: "DATE",
  does: "count commits from this day or time (UTC) on, as 2026-01-31",
};

/** What `--since` says: RFC 3339 in UTC. Null: not told. */
export function sinceOf(manual: Pick<CommandManual, "name">, words: Words): string | null {
  return timeIn(manual, "since", words.one("since"));
}

/** The time that an option says, RFC 3339 in UTC; a day begins at midnight there. */
export function timeIn(
  manual: Pick<CommandManual, "name">,
  option: string,
  told: string | null,
): string | null {
  if (told === null) return null;
  const seconds = secondsOf(told.length === "YYYY-MM-DD".length ? `${told}T00:00:00Z` : told);
  if (seconds === null)
    throw usage(manual, `--${option} needs a day or a time.`, {
      found: told,
      wanted: "YYYY-MM-DD, or RFC 3339",
    });
  return timeOf(seconds);
}

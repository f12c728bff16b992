import { secondsOf } from "../core/time.ts";
import type { CommandManual, OptionManual } from "./manual.ts";
import { usage, type Words } from "./words.ts";

/** `--since`, the same for every command that counts commits. */
export const SINCE_OPTION: OptionManual = {
  name: "since",
  value: "DATE",
  does: "count commits from this day or time (UTC) on, as 2026-01-31",
};

/** RFC 3339 in UTC; a day begins at midnight there. Null: not told. */
export function sinceOf(manual: Pick<CommandManual, "name">, words: Words): string | null {
  const told = words.one("since");
  if (told === null) return null;
  const seconds = secondsOf(told.length === "YYYY-MM-DD".length ? `${told}T00:00:00Z` : told);
  if (seconds === null)
    throw usage(manual, "--since needs a day or a time.", { found: told, wanted: "YYYY-MM-DD, or RFC 3339" });
  return new Date(seconds * 1000).toISOString();
}

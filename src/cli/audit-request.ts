import { MOST_SHARDS, type Shard } from "../audit/partial.ts";
import { PARTS } from "../audit/parts.ts";
import type { AuditRequest } from "../audit/request.ts";
import type { AuditPart } from "../core/audit.ts";
import { partsFor } from "../trace/measures.ts";
import type { Io } from "./io.ts";
import type { CommandManual } from "./manual.ts";
import { wantedMinimums } from "./minimums.ts";
import { placeOf } from "./place.ts";
import { timeIn } from "./since.ts";
import { usage, type Words } from "./words.ts";

const EXTENTS = ["all", "range", "since"] as const;

/** What the command line asks to be audited. */
export function auditRequestOf(manual: Pick<CommandManual, "name">, words: Words, io: Io): AuditRequest {
  const named = EXTENTS.filter((name) => words.has(name));
  if (named.length > 1)
    throw usage(manual, "audit looks at one history at a time.", {
      found: named.map((name) => `--${name}`).join(" "),
      wanted: EXTENTS.map((name) => `--${name}`).join(" or "),
    });
  const policyRef = words.one("policy-ref");
  const shard = shardOf(manual, words);
  const since = words.one("since");
  return {
    range: words.one("range"),
    ref: words.one("ref"),
    since: since === "last" ? null : timeIn(manual, "since", since),
    asOf: timeIn(manual, "as-of", words.one("as-of")),
    ...partsOf(manual, words),
    place: placeOf(manual, words, io),
    ...(policyRef === null ? {} : { policyRef }),
    ...(shard === null ? {} : { shard }),
  };
}

/** `--with` adds to what is looked at anyway, and so does a minimum that asks for more; `--without` leaves out. */
function partsOf(
  manual: Pick<CommandManual, "name">,
  words: Words,
): Pick<AuditRequest, "parts"> & Required<Pick<AuditRequest, "more" | "without">> {
  const more = new Set([
    ...partsNamed(manual, words, "with"),
    ...partsFor(wantedMinimums(manual, words).map(({ name }) => name)),
  ]);
  const without = new Set(partsNamed(manual, words, "without"));
  if (without.has("messages"))
    throw usage(manual, "Without its messages there is no audit.", { found: "--without messages" });
  return { parts: null, more, without };
}

function partsNamed(
  manual: Pick<CommandManual, "name">,
  words: Words,
  option: "with" | "without",
): readonly AuditPart[] {
  return words
    .all(option)
    .flatMap((list) => list.split(","))
    .map((name) => {
      const part = PARTS.find((one) => one === name);
      if (part !== undefined) return part;
      throw usage(manual, "There is no such part.", { found: name, wanted: PARTS.join(", ") });
    });
}

function shardOf(manual: Pick<CommandManual, "name">, words: Words): Shard | null {
  const told = words.one("shard");
  if (told === null) return null;
  const [, number = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/u.exec(told) ?? []).map(Number);
  if (number < 1 || number > of || of > MOST_SHARDS)
    throw usage(manual, "--shard needs a number of how many.", {
      found: told,
      wanted: `1/4, up to ${MOST_SHARDS}`,
    });
  if (!words.has("out") || !words.has("as-of"))
    throw usage(manual, "A shard is written into a folder, as of a time that all shards share.", {
      found: `--shard ${told}`,
      wanted: "--out DIR --as-of TIME",
    });
  if (words.one("since") === "last")
    throw usage(manual, "What is new is told of a whole audit, not of a shard.", {
      found: `--shard ${told} --since last`,
      wanted: "--since DATE, or no shard",
    });
  return { number, of };
}

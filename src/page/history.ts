import { type AuditPageColumn, LINEAGES, type PageFacts, type PageLineage } from "../core/audit-page.ts";
import { timeOf } from "../core/time.ts";
import type { Blocks } from "./blocks.ts";
import { type Lists, listsOf, numbersOf, runningDown } from "./columns.ts";
import { type Ids, idsOf } from "./ids.ts";

const DAY = 86_400;

/** The commits of the audit as columns: entry i of each is row i, newest first. */
export interface Commits {
  readonly count: number;
  readonly ids: Ids;
  /** Places in `STANDINGS`. */
  readonly standings: Uint8Array;
  /** Seconds since 1970. */
  readonly times: Float64Array;
  /** Places in `head.months`; -1: none. */
  readonly months: Int16Array;
  readonly authors: Int32Array;
  readonly names: readonly string[];
  readonly keys: Int32Array;
  readonly facts: readonly PageFacts[];
  readonly tickets: Lists;
  /** -1: not known. */
  readonly changes: Float64Array;
  readonly added: Int32Array | null;
  readonly deleted: Int32Array | null;
  readonly folders: Lists | null;
  readonly recorded: Float64Array | null;
  readonly lineages: ReadonlyMap<number, PageLineage>;
  /** All subjects in lower case, a line each, and where each begins. */
  readonly text: string;
  readonly starts: Uint32Array;
  subject(row: number): string;
}

/** Reads the columns. */
export function commitsOf(blocks: Blocks): Commits {
  const { head } = blocks;
  const ids = idsOf(blocks.column("ids"), head.idBytes);
  const { count } = ids;
  const numbers = (name: AuditPageColumn): Int32Array => numbersOf(blocks.column(name), count);
  const has = (name: AuditPageColumn): boolean => head.columns.includes(name);
  const times = runningDown(blocks.column("times"), count);
  const subjects = blocks.column("subjects");
  const begins = startsOf(subjects, count);
  const text = subjects.toLowerCase();
  return {
    count,
    ids,
    standings: Uint8Array.from(blocks.column("standings"), Number),
    times,
    months: monthsOf(times, new Map(head.months.map(([name], at) => [name, at]))),
    authors: numbers("authors"),
    names: blocks.names(),
    keys: numbers("keys"),
    facts: blocks.facts(),
    tickets: listsOf(blocks.column("tickets"), count),
    changes: runningDown(blocks.column("changes"), count),
    added: has("added") ? numbers("added") : null,
    deleted: has("deleted") ? numbers("deleted") : null,
    folders: has("folders") ? listsOf(blocks.column("folders"), count) : null,
    recorded: has("recorded") ? runningDown(blocks.column("recorded"), count) : null,
    lineages: new Map(blocks.lineages().map((lineage) => [lineage[0], lineage])),
    text,
    // Lower case may be longer: İ has two characters there.
    starts: text.length === subjects.length ? begins : startsOf(text, count),
    subject: (row) => subjects.slice(begins[row], (begins[row + 1] ?? subjects.length + 1) - 1),
  };
}

/** Where each line begins. */
function startsOf(text: string, count: number): Uint32Array {
  const starts = new Uint32Array(count);
  let at = 0;
  for (let row = 1; row < count; row++) {
    at = text.indexOf("\n", at) + 1;
    starts[row] = at;
  }
  return starts;
}

/** Days repeat, and a day's month is found once. */
function monthsOf(times: Float64Array, places: ReadonlyMap<string, number>): Int16Array {
  const ofDay = new Map<number, number>();
  return Int16Array.from(times, (time) => {
    const day = Math.floor(time / DAY);
    const known = ofDay.get(day);
    if (known !== undefined) return known;
    const place = places.get(timeOf(time).slice(0, "YYYY-MM".length)) ?? -1;
    ofDay.set(day, place);
    return place;
  });
}

/** Where a commit comes from, in words; empty: it is a plain change. */
export function lineageText(lineage: PageLineage | undefined): string {
  if (lineage === undefined) return "";
  const [, kind, proved, ...of] = lineage;
  const name = LINEAGE_WORDS[LINEAGES[kind] ?? "merge"];
  const targets = of.length === 0 ? "" : ` of ${of.join(", ")}`;
  return `${name}${targets}${proved === 1 ? "" : " (only its message says so)"}`;
}

const LINEAGE_WORDS: Readonly<Record<(typeof LINEAGES)[number], string>> = {
  merge: "Merge",
  "evil-merge": "Merge with changes of its own",
  revert: "Revert",
  "cherry-pick": "Cherry-pick",
  backport: "Backport",
  autosquash: "Fix-up",
  squash: "Squash",
};

import { STANDINGS } from "../core/audit.ts";
import type { AuditPageHead } from "../core/audit-page.ts";
import { ascendingOf, hasNumber, listAt } from "./columns.ts";
import type { Commits } from "./history.ts";
import { isIdStart } from "./ids.ts";
import type { Route } from "./route.ts";
import type { Tickets } from "./tickets.ts";

/** Whether a row is wanted. */
type Test = (row: number) => boolean;

/** What a selection rests on. */
export interface Ground {
  readonly head: AuditPageHead;
  readonly commits: Commits;
  readonly tickets: Tickets;
}

/** Rows of the commits that all terms hold for, in the order that is asked for. */
export function selectCommits(ground: Ground, terms: Route["terms"]): Uint32Array {
  const { commits } = ground;
  const tests = testsOf(ground, terms);
  const rows = new Uint32Array(commits.count);
  let count = 0;
  for (let row = 0; row < commits.count; row++) if (tests.every((test) => test(row))) rows[count++] = row;
  return sorted(rows.subarray(0, count), commits, terms.sort ?? "");
}

function testsOf(ground: Ground, terms: Route["terms"]): readonly Test[] {
  const { commits, head } = ground;
  const tests: Test[] = [];
  const { standing, rule, author, folder, month, exempt, gap, q } = terms;
  if (standing !== undefined) {
    const names: readonly string[] = STANDINGS;
    const wanted = new Set(standing.split(",").map((name) => names.indexOf(name)));
    tests.push((row) => wanted.has(commits.standings[row] ?? -1));
  }
  if (rule !== undefined) tests.push(byFacts(commits, failing(head, rule, commits)));
  if (exempt !== undefined)
    tests.push(
      byFacts(
        commits,
        commits.facts.map(([, kind]) => kind === exempt),
      ),
    );
  if (author !== undefined) {
    const wanted = commits.names.indexOf(author);
    tests.push((row) => commits.authors[row] === wanted);
  }
  if (month !== undefined) {
    const wanted = head.months.findIndex(([name]) => name === month);
    tests.push((row) => commits.months[row] === wanted);
  }
  if (terms.for !== undefined) {
    const wanted = ground.tickets.find(terms.for);
    tests.push((row) => hasNumber(commits.tickets, row, wanted));
  }
  if (folder !== undefined && commits.folders !== null) tests.push(inFolder(ground, folder));
  if (gap !== undefined) tests.push(ofGap(ground, gap));
  if (q !== undefined) tests.push(...wordsOf(q).map((word) => naming(ground, word)));
  return tests;
}

/** Holds for commits whose facts do. */
function byFacts({ keys }: Commits, holds: readonly boolean[]): Test {
  return (row) => holds[keys[row] ?? -1] === true;
}

/** Facts in which a rule fails or does not know, or was waived. */
function failing(
  { rules, kinds }: AuditPageHead,
  id: string,
  { facts }: Pick<Commits, "facts">,
): readonly boolean[] {
  const rule = rules.findIndex((one) => one.id === id);
  const hit = kinds.map(
    (kind) =>
      kind.rule === rule && (kind.outcome === "fail" || kind.outcome === "unknown" || kind.waiver !== null),
  );
  return facts.map(([, , ...told]) => told.some((kind) => typeof kind === "number" && hit[kind] === true));
}

function inFolder({ commits, head }: Ground, folder: string): Test {
  const { folders } = commits;
  const below = head.folders.map(
    ([name]) => folder === "." || name === folder || name.startsWith(`${folder}/`),
  );
  return (row) => folders !== null && listAt(folders, row).some((at) => below[at] === true);
}

function ofGap({ commits, head }: Ground, code: string): Test {
  const gap = head.gaps.find((one) => one.code === code && one.of === "commit");
  const marks = new Uint8Array(commits.count);
  for (const row of gap === undefined ? [] : ascendingOf(gap.indexes, gap.count)) marks[row] = 1;
  return (row) => marks[row] === 1;
}

/** The words of a search, in lower case. */
export function wordsOf(search: string): readonly string[] {
  return search
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/** Subject, author, ticket or the start of an id. */
function naming({ commits, tickets }: Ground, word: string): Test {
  const inSubject = linesWith(commits, word);
  const authors = commits.names.map((name) => name.toLowerCase().includes(word));
  const named = tickets.naming(word);
  const start = isIdStart(word) ? commits.ids.find(word) : -1;
  return (row) =>
    inSubject[row] === 1 ||
    authors[commits.authors[row] ?? -1] === true ||
    row === start ||
    (named !== null && listAt(commits.tickets, row).some((at) => named[at] === 1));
}

/** One pass over one text, however many rows it has. */
function linesWith({ text, starts, count }: Commits, word: string): Uint8Array {
  const marks = new Uint8Array(count);
  let row = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[row + 1] ?? text.length)) {
    row = rowAt(starts, at, row);
    marks[row] = 1;
    if (row + 1 >= count) break;
  }
  return marks;
}

/** The row whose line holds a place; at or behind `from`. */
function rowAt(starts: Uint32Array, place: number, from: number): number {
  let [low, high] = [from, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** `-lines`: downwards. Rows that are equal stay in their order. */
function sorted(rows: Uint32Array, commits: Commits, sort: string): Uint32Array {
  const weigh = weights(commits, sort.replace(/^-/, ""));
  if (weigh === null) return rows;
  const sign = sort.startsWith("-") ? -1 : 1;
  const weight = new Float64Array(commits.count);
  for (const row of rows) weight[row] = weigh(row);
  return rows.sort((a, b) => sign * ((weight[a] ?? 0) - (weight[b] ?? 0)) || a - b);
}

function weights(
  { times, authors, names, standings, added, deleted }: Commits,
  by: string,
): ((row: number) => number) | null {
  switch (by) {
    case "date":
      return (row) => times[row] ?? 0;
    case "author": {
      const order = names.map((_, at) => at).sort((a, b) => ((names[a] ?? "") < (names[b] ?? "") ? -1 : 1));
      const rank = new Uint32Array(names.length);
      for (const [place, at] of order.entries()) rank[at] = place;
      return (row) => rank[authors[row] ?? 0] ?? 0;
    }
    case "standing":
      return (row) => standings[row] ?? 0;
    case "lines":
      return added === null || deleted === null ? null : (row) => (added[row] ?? 0) + (deleted[row] ?? 0);
    default:
      return null;
  }
}

import { type Audit, type AuditFiles, type AuditHistory, STANDINGS } from "../core/audit.ts";
import { type AuditPageColumn, LINEAGES, type PageFiles, type PageLineage } from "../core/audit-page.ts";
import type { CommitColumns } from "../core/report.ts";
import { isCovered } from "../trace/covered.ts";
import { clip, visible } from "./escape.ts";
import { digits, inPieces, several } from "./page-numbers.ts";

/** Characters of a subject that the page has: git's own tools are laid out for fewer. report.json has all. */
const SUBJECT_LIMIT = 100;

/** Characters of other texts, such as a ticket's title. */
const TEXT_LIMIT = 200;

/** Tickets that are told of one file; the ticket's own page tells its files. */
const FILE_TICKETS = 8;

/** Digits of the ids that a lineage names. */
const LINEAGE_DIGITS = 12;

/** Text from outside as the page has it: one line, all of it visible. */
export function shown(text: string, limit = TEXT_LIMIT): string {
  return clip(visible(text), limit);
}

/** A person without the address, which is nobody's business who reads the page. */
export function personOf(author: string): string {
  return shown(author.replace(/ ?<[^<>]*>$/u, ""));
}

/** Who wrote the commits: everybody once, in the order of their newest commits, and of each author as git has it the place among them. */
export interface PageAuthors {
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

/** A person has several addresses, and each is taken off once. */
export function authorsOf(commits: CommitColumns | null): PageAuthors {
  const names = new Map<string, number>();
  const places = new Map<string, number>();
  for (let index = 0; commits !== null && index < commits.count; index++) {
    const author = commits.author(index);
    if (places.has(author)) continue;
    const name = personOf(author);
    const place = names.get(name) ?? names.size;
    names.set(name, place);
    places.set(author, place);
  }
  return { names: [...names.keys()], places };
}

/** The columns of an audit's commits, each in pieces, as JSON strings hold them. Left out are those of which nothing is known. */
export function columnsOf(
  audit: Audit,
  commits: CommitColumns,
  { places }: PageAuthors,
): ReadonlyMap<AuditPageColumn, () => Iterable<string>> {
  const { history } = audit;
  const { count, recordedAt } = commits;
  const { folders } = history;
  const numbers = (row: (index: number) => string) => () => inPieces(count, ",", row);
  const columns = new Map<AuditPageColumn, () => Iterable<string>>([
    ["ids", () => inPieces(count, "", (index) => base64Of(commits.id(index)))],
    ["standings", () => inPieces(count, "", (index) => String(STANDINGS.indexOf(history.standing(index))))],
    ["times", numbers(differences((index) => commits.time(index)))],
    ["authors", numbers((index) => digits(places.get(commits.author(index)) ?? null))],
    ["keys", numbers((index) => digits(commits.key(index)))],
    ["tickets", numbers((index) => several(history.tickets(index)))],
    ["changes", numbers(differences((index) => history.change(index)))],
    [
      "subjects",
      () => inPieces(count, "\\n", (index) => inJson(shown(history.subject(index), SUBJECT_LIMIT))),
    ],
  ]);
  if (isCounted(history)) {
    columns.set(
      "added",
      numbers((index) => digits(history.lines(index)?.added ?? null)),
    );
    columns.set(
      "deleted",
      numbers((index) => digits(history.lines(index)?.deleted ?? null)),
    );
  }
  if (folders !== undefined)
    columns.set(
      "folders",
      numbers((index) => several(folders(index))),
    );
  if (recordedAt !== null) columns.set("recorded", numbers(differences(recordedAt)));
  return columns;
}

/** What each number is less than the last one that there was; rows have to be asked in their order, from the first. */
function differences(value: (index: number) => number | null): (index: number) => string {
  let before = 0;
  return (index) => {
    if (index === 0) before = 0;
    const now = value(index);
    if (now === null) return "";
    const less = before === 0 ? now : before - now;
    before = now;
    return digits(less);
  };
}

/** The inside of a JSON string of a text that is visible: two characters alone stand for themselves by a sign. */
function inJson(text: string): string {
  return /["\\]/.test(text) ? text.replace(/["\\]/g, "\\$&") : text;
}

function base64Of(id: string): string {
  return Buffer.from(id, "hex").toString("base64").replace(/=+$/, "");
}

/** Where commits come from, but for plain merges, which tell no more than their kind. */
export function* lineagesOf({ history }: Audit): Iterable<PageLineage> {
  for (let index = 0; index < history.count; index++) {
    const lineage = history.lineage(index);
    if (lineage === null) continue;
    const of =
      lineage.kind === "merge"
        ? []
        : lineage.of.map((id) => shown(id, LINEAGE_DIGITS + 1).slice(0, LINEAGE_DIGITS));
    yield [index, LINEAGES.indexOf(lineage.kind), lineage.proved ? 1 : 0, ...of];
  }
}

/** The files of the tree. */
export function filesOf(files: AuditFiles, tickets: Audit["tickets"]): PageFiles {
  const all = Array.from({ length: files.count }, (_, index) => index);
  const linked = all.map((index) => linksOf(files, index));
  const cover = (index: number): number =>
    files.exempt(index) ? 2 : isCovered(files, tickets, index) ? 1 : (linked[index]?.length ?? 0) > 0 ? 3 : 0;
  let before = "";
  const paths = all.map((index) => {
    const path = visible(files.path(index));
    const same = sharedLength(before, path);
    before = path;
    return `${digits(same)}:${path.slice(same)}`;
  });
  return {
    count: files.count,
    paths: paths.join("\n"),
    lines: all.map((index) => digits(files.lines(index))).join(","),
    covers: all.map(cover).join(""),
    tickets: linked.map((links) => several(links.slice(0, FILE_TICKETS))).join(","),
  };
}

function linksOf(files: AuditFiles, index: number): readonly number[] {
  const named = files.named(index).map(({ ticket }) => ticket);
  return [...new Set([...named, ...(files.through(index) ?? [])])];
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Whether anybody counted lines; of single commits they may be missing. */
function isCounted({ count, lines }: AuditHistory): boolean {
  for (let index = 0; index < count; index++) if (lines(index) !== null) return true;
  return false;
}

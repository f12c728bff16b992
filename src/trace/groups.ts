import type { Audit, AuditFiles, AuditFolder, AuditGroup, Standing } from "../core/audit.ts";
import { byText } from "../core/by-text.ts";
import { dayOf, monthOf } from "../core/month.ts";
import { isCovered } from "./covered.ts";
import { noStandings, type StandingCounts, uncovered } from "./standings.ts";

/** What commits are grouped from. */
export type GroupsInput = Pick<Audit, "report" | "history">;

/** Commits by the month of their committer time, in the order of time. */
export function monthsOf({ report: { commits }, history }: GroupsInput): readonly AuditGroup[] {
  const days = openGroups<number>();
  for (let index = 0; commits !== null && index < history.count; index++) {
    days.add(dayOf(commits.time(index)), history.standing(index));
  }
  const months = new Map<string, StandingCounts>();
  for (const [day, counts] of [...days.counts].sort(([a], [b]) => a - b)) {
    const name = monthOf(day);
    const month = months.get(name) ?? noStandings();
    months.set(name, month);
    addAll(month, counts);
  }
  return Array.from(months, ([name, counts]) => groupOf(name, counts));
}

/** Commits by author as their headers have it, most uncovered ones first. */
export function authorsOf({ report: { commits }, history }: GroupsInput): readonly AuditGroup[] {
  const authors = openGroups<string>();
  for (let index = 0; commits !== null && index < history.count; index++) {
    authors.add(commits.author(index), history.standing(index));
  }
  return Array.from(authors.counts, ([name, counts]) => groupOf(name, counts)).sort(
    (a, b) => uncovered(b) - uncovered(a) || byText(a.name, b.name),
  );
}

/** Which paths commits changed, as numbers into `names`. */
export interface TouchedPaths {
  readonly names: readonly string[];
  of(index: number): ArrayLike<number>;
}

/** What folders are grouped from; `touched` is null where nobody looked at the paths of commits. */
export interface FoldersInput extends Pick<Audit, "history" | "tickets"> {
  readonly files: AuditFiles;
  readonly touched: TouchedPaths | null;
}

interface Folder {
  readonly name: string;
  readonly parent: number;
  files: number;
  covered: number;
  lines: number;
  readonly commits: StandingCounts;
  /** The last commit that was counted here, so that none counts twice. */
  last: number;
}

/**
 * Every folder of the tree, by name, with all that lies below it. A commit counts once in each folder that a path of it lies below;
 * what it did in folders that are gone counts in those of their parents that are still there.
 */
export function foldersOf(input: FoldersInput): readonly AuditFolder[] {
  const { files, history, touched } = input;
  if (files.count === 0) return [];
  const folders: Folder[] = [];
  const numbers = new Map<string, number>();
  for (let index = 0; index < files.count; index++) {
    const own = openFolder(folders, numbers, folderOf(files.path(index)));
    addFile(folders, own, input, index);
  }
  if (touched !== null) {
    const owners = touched.names.map((name) => standingFolder(numbers, name));
    for (let index = 0; index < history.count; index++)
      addCommit(folders, owners, touched.of(index), history.standing(index), index);
  }
  return folders
    .map(({ name, files: count, covered, lines, commits }) => ({
      ...groupOf(name, commits),
      files: count,
      covered,
      lines,
    }))
    .sort((a, b) => byText(a.name, b.name));
}

const ROOT = ".";

function folderOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end < 0 ? ROOT : path.slice(0, end);
}

function openFolder(folders: Folder[], numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const parent = name === ROOT ? -1 : openFolder(folders, numbers, folderOf(name));
  const number =
    folders.push({ name, parent, files: 0, covered: 0, lines: 0, commits: noStandings(), last: -1 }) - 1;
  numbers.set(name, number);
  return number;
}

function addFile(
  folders: readonly Folder[],
  own: number,
  { files, tickets }: FoldersInput,
  index: number,
): void {
  const lines = files.lines(index) ?? 0;
  const counts = !files.exempt(index);
  const covered = counts && isCovered(files, tickets, index);
  for (let folder = folders[own]; folder !== undefined; folder = folders[folder.parent]) {
    folder.lines += lines;
    folder.files += Number(counts);
    folder.covered += Number(covered);
  }
}

/** The nearest folder above a path that is still there. */
function standingFolder(numbers: ReadonlyMap<string, number>, path: string): number {
  for (let name = folderOf(path); ; name = folderOf(name)) {
    const number = numbers.get(name);
    if (number !== undefined) return number;
    if (name === ROOT) return -1;
  }
}

function addCommit(
  folders: readonly Folder[],
  owners: readonly number[],
  paths: ArrayLike<number>,
  standing: Standing,
  index: number,
): void {
  for (let place = 0; place < paths.length; place++) {
    let folder = folders[owners[paths[place] ?? -1] ?? -1];
    while (folder !== undefined && folder.last !== index) {
      folder.last = index;
      folder.commits[standing]++;
      folder = folders[folder.parent];
    }
  }
}

function groupOf(name: string, counts: Readonly<StandingCounts>): AuditGroup {
  const commits = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { name, commits, ...counts };
}

function openGroups<Name>(): {
  add(name: Name, standing: Standing): void;
  readonly counts: Map<Name, StandingCounts>;
} {
  const counts = new Map<Name, StandingCounts>();
  return {
    counts,
    add(name, standing) {
      let group = counts.get(name);
      if (group === undefined) {
        group = noStandings();
        counts.set(name, group);
      }
      group[standing]++;
    },
  };
}

function addAll(sum: StandingCounts, more: Readonly<StandingCounts>): void {
  sum.authorised += more.authorised;
  sum.exempt += more.exempt;
  sum.unauthorised += more.unauthorised;
  sum.unreferenced += more.unreferenced;
  sum.unknown += more.unknown;
}

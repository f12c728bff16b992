import type { Law } from "../core/law.ts";
import { scopesOf } from "../core/scope.ts";
import type { Reader } from "../gather/references.ts";
import { visitBlobs } from "../git/blobs.ts";
import { countLines, grepFiles, LARGEST_FILE } from "../git/grep.ts";
import { missingObjects, withOwnObjects } from "../git/own-objects.ts";
import type { Repository } from "../git/repository.ts";
import {
  changedInWorkTree,
  type FileTraits,
  fileTraits,
  isAttributes,
  oidsOf,
  type TreeFile,
  treeFiles,
} from "../git/tree-files.ts";
import { byteOrderOf, hasNul, textOf } from "./encoding.ts";
import { type FileColumns, openFileColumns, type ScannedFiles } from "./file-columns.ts";
import { type KeptFiles, keepFiles, keptFiles } from "./kept-files.ts";
import { LARGEST_WIDE, readTexts } from "./wide-files.ts";

/** How a tree is looked at. */
export interface ScanFilesOptions {
  /** Count the lines of each file too: git then reads all of them once more. */
  readonly lines?: boolean;
  readonly progress?: (done: number, what?: string) => void;
}

/**
 * The files of a commit's tree and the references in them, by all grammars of the law. What is tracked is git's own answer, so ignore rules
 * hold; git searches for what may be a reference, and only such files are read. Nobody is asked about a reference here: each stands once in
 * `references`, for one look-up. A file never changes under its object id, so what was found is kept, and only files that are new are read again.
 *
 * What a program or somebody else wrote (`linguist-generated`, `linguist-vendored`) names tickets of others and is not searched, nor is
 * what `.gitattributes` calls binary; but only the policy exempts a file, and text counts as text, since a change can bring attributes. The work tree is read where it says what the commit says, since the store takes three times as long.
 */
export async function scanFiles(
  repo: Repository,
  commit: string,
  reader: Reader,
  law: Law,
  { lines = false, progress }: ScanFilesOptions = {},
): Promise<ScannedFiles> {
  const before = keptFiles(repo, law, lines);
  // What could not be read may have been fetched since.
  if (before?.commit === commit && before.files.skipped.length === 0) return before.files;
  const files = await treeFiles(repo, commit);
  const known = before === null ? null : unchangedIn(before, files);
  const fresh = known === null ? files : files.filter(({ path }) => !known.has(path));
  const traits = await fileTraits(repo, commit, files, fresh);
  const scopes = scopesOf(law);
  const columns = openFileColumns(files, {
    isExempt: ({ path }) => known?.get(path) ?? scopes([path]).exempt,
    reader,
  });
  if (before !== null && known !== null) columns.take(before.files, known);
  const filling = { repo, commit, fresh, reader, traits, columns, counted: lines, progress };
  const missing = await (known === null ? searchWhole(filling) : readHere(filling));
  if (lines) await readHidden(filling, missing);
  const scanned = columns.end(lines);
  const links = Uint8Array.from(files, (one) => Number(!isRegular(one)));
  keepFiles(repo, law, lines, { commit, files: scanned, links });
  return scanned;
}

/** Files that stand as they stood, with whether they are exempt; null: too much is new, or another attribute may hold for any of them. */
function unchangedIn(
  { files, links }: KeptFiles,
  tree: readonly TreeFile[],
): ReadonlyMap<string, boolean> | null {
  const stood = new Map(files.paths.map((path, index) => [path, index]));
  for (const path of files.skipped) stood.delete(path);
  const attributes = files.paths.map((path, index) => ({ path, oid: files.oids[index] ?? "" }));
  if (attributesIn(attributes) !== attributesIn(tree)) return null;
  const same = new Map<string, boolean>();
  for (const { path, oid, mode } of tree) {
    const index = stood.get(path);
    if (index !== undefined && files.oids[index] === oid && links[index] === Number(!isRegular({ mode })))
      same.set(path, files.exempt[index] === 1);
  }
  return isFew(tree.length - same.size, tree) ? same : null;
}

function attributesIn(files: readonly Pick<TreeFile, "path" | "oid">[]): string {
  const own = files.filter(isAttributes);
  return JSON.stringify(own.map(({ path, oid }) => [path, oid]));
}

interface Filling {
  readonly repo: Repository;
  readonly commit: string;
  /** Files that are looked into. */
  readonly fresh: readonly TreeFile[];
  readonly reader: Reader;
  readonly traits: ReadonlyMap<string, FileTraits>;
  readonly columns: FileColumns;
  readonly counted: boolean;
  readonly progress: ScanFilesOptions["progress"];
}

/** Looks into all files: git searches them, and counts their lines at the same time. Answers the paths whose contents are not here. */
async function searchWhole(filling: Filling): Promise<ReadonlySet<string>> {
  const { repo, reader, traits, columns, counted } = filling;
  const place = await placeOf(filling);
  const { scan, count } = takers(filling);
  const isHere = (path: string): boolean =>
    columns.has(path) && !place.apart.has(path) && !place.missing.has(path);
  skipMissing(filling, place.missing);
  const stored = place.revision === null ? null : { commit: place.revision, oids: oidsOf(filling.fresh) };
  const search = place.isRead
    ? grepFiles(repo, reader.scan.hint.source, stored, (path, bytes) => {
        if (isHere(path)) scan(path, bytes);
      })
    : { skipped: [] };
  const counts =
    place.isRead && counted
      ? countLines(repo, place.revision, (path, lines) => {
          if (isHere(path)) count(path, lines);
        })
      : null;
  const [gaps] = await Promise.all([search, counts]);
  // What the work tree does not give, as a name that is no UTF-8 or a file that went meanwhile, the store may.
  const gone = new Set(gaps.skipped.filter((path) => isHere(path) && isWanted(traits.get(path))));
  await readFresh(filling, (one) => isRegular(one) && (place.apart.has(one.path) || gone.has(one.path)));
  return place.missing;
}

/** Counts text that git takes for binary: by its encoding, or by an attribute, which whoever brings a file can bring with it. */
async function readHidden(filling: Filling, missing: ReadonlySet<string>): Promise<void> {
  const { repo, fresh, columns } = filling;
  const { scan } = takers(filling);
  const open = fresh.filter((one) => columns.isUncounted(one) && !missing.has(one.path));
  await readTexts(repo, open, (path, bytes) => {
    columns.count(path, linesOf(bytes));
    scan(path, bytes);
  });
}

function skipMissing({ columns, traits }: Filling, missing: ReadonlySet<string>): void {
  for (const path of missing) if (columns.has(path) && isWanted(traits.get(path))) columns.skip(path);
}

/** Reads the files that this clone has, and answers the paths of the others. */
async function readHere(filling: Filling): Promise<ReadonlySet<string>> {
  const files = filling.fresh.filter(isRegular);
  const missing = await missingFiles(filling.repo, files);
  skipMissing(filling, missing);
  await readFresh(filling, (one) => isRegular(one) && !missing.has(one.path));
  return missing;
}

/** Reads files from the commit, whatever is in them, and takes what git's search would have taken. */
async function readFresh(
  { repo, fresh, columns, traits, counted, ...filling }: Filling,
  isAsked: (file: TreeFile) => boolean,
): Promise<void> {
  const { scan, count } = takers({ ...filling, columns, traits });
  const asked = fresh.filter((one) => isAsked(one) && traits.get(one.path)?.binary !== true);
  const oids = asked.map(({ oid }) => oid);
  const unread = new Set(asked.map(({ path }) => path));
  await visitBlobs(repo, oids, LARGEST_FILE, (index, bytes) => {
    const path = asked[index]?.path ?? "";
    unread.delete(path);
    const isWide = byteOrderOf(bytes) !== null;
    if (isWide ? bytes.length > LARGEST_WIDE || !isWanted(traits.get(path)) : hasNul(bytes)) return;
    if (counted) count(path, linesOf(bytes));
    scan(path, bytes);
  });
  for (const path of unread) columns.skip(path);
}

function takers({ columns, traits, progress }: Pick<Filling, "columns" | "traits" | "progress">) {
  let read = 0;
  return {
    scan(path: string, bytes: Buffer): void {
      if (!isWanted(traits.get(path))) return;
      columns.scan(path, textOf(bytes));
      progress?.(++read, "files read");
    },
    count(path: string, lines: number): void {
      if (traits.get(path)?.binary !== true) columns.count(path, lines);
    },
  };
}

function isWanted(traits: FileTraits | undefined): boolean {
  return traits?.binary !== true && !isForeign(traits);
}

const SYMLINK = "120000";

function isRegular({ mode }: Pick<TreeFile, "mode">): boolean {
  return mode !== SYMLINK;
}

function isForeign(traits: FileTraits | undefined): boolean {
  return traits !== undefined && (traits.generated || traits.vendored);
}

/** Where the files are read: `revision` as git grep takes it, and those that have to be read from the commit all the same. */
interface Place {
  readonly revision: string | null;
  /** Whether anything is searched there. */
  readonly isRead: boolean;
  readonly apart: ReadonlySet<string>;
  /** Paths whose contents this clone lacks. */
  readonly missing: ReadonlySet<string>;
}

/** So many files are always read sooner by themselves, and more than this share of a tree sooner with it. */
const FEW = 500;
const FEW_SHARE = 0.1;

function isFew(some: number, tree: readonly TreeFile[]): boolean {
  return some <= Math.max(FEW, tree.length * FEW_SHARE);
}

/** git's search passes by what is missing without a word, or fetches it piece by piece, so then every file that is here is read apart. */
async function placeOf({ repo, commit, fresh, traits }: Filling): Promise<Place> {
  const changed = await changedInWorkTree(repo, commit);
  const converted = fresh.filter(({ path }) => traits.get(path)?.converted === true).map(({ path }) => path);
  const differing = new Set([...(changed ?? []), ...converted]);
  const isStore = changed === null || !isFew(differing.size, fresh);
  const apart = isStore ? new Set<string>() : differing;
  const stored = isStore ? fresh : fresh.filter(({ path }) => apart.has(path));
  const missing = await missingFiles(repo, stored);
  const revision = isStore ? commit : null;
  if (missing.size === 0) return { revision, isRead: true, apart, missing };
  const here = stored.flatMap(({ path }) => (missing.has(path) ? [] : [path]));
  return { revision, isRead: revision === null, apart: new Set(here), missing };
}

async function missingFiles(repo: Repository, files: readonly TreeFile[]): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set();
  const oids = await withOwnObjects(repo, (own) =>
    missingObjects(
      own,
      files.map(({ oid }) => oid),
    ),
  );
  return new Set(files.flatMap(({ path, oid }) => (oids.has(oid) ? [path] : [])));
}

const LINE_FEED = 10;

/** A last line without a break counts. */
function linesOf(bytes: Buffer): number {
  if (byteOrderOf(bytes) !== null) {
    const text = textOf(bytes);
    return text.split("\n").length - Number(text.endsWith("\n"));
  }
  let lines = bytes.length === 0 || bytes.at(-1) === LINE_FEED ? 0 : 1;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}

import type { Law } from "../core/law.ts";
import { scopesOf } from "../core/scope.ts";
import type { Reader } from "../gather/references.ts";
import { countLines, grepFiles, readFiles, type VisitFile } from "../git/grep.ts";
import { missingObjects, withOwnObjects } from "../git/own-objects.ts";
import type { Repository } from "../git/repository.ts";
import {
  changedInWorkTree,
  type FileTraits,
  fileTraits,
  type TreeFile,
  treeFiles,
} from "../git/tree-files.ts";
import { byteOrderOf, textOf } from "./encoding.ts";
import { openFileColumns, type ScannedFiles } from "./file-columns.ts";
import { readWide } from "./wide-files.ts";

/** How a tree is looked at. */
export interface ScanFilesOptions {
  /** Count the lines of each file too: git then reads all of them once more. */
  readonly lines?: boolean;
  readonly progress?: (done: number, what?: string) => void;
}

/**
 * The files of a commit's tree and the references in them, by all grammars of the law. What is tracked is git's own answer, so ignore rules
 * hold; git searches for what may be a reference, and only such files are read. Nobody is asked about a reference here: each stands once in
 * `references`, for one look-up.
 *
 * What a program or somebody else wrote (`linguist-generated`, `linguist-vendored`) names tickets of others and is not searched, nor is
 * what `.gitattributes` calls binary. The work tree is read where it says what the commit says, since the store takes three times as long.
 */
export async function scanFiles(
  repo: Repository,
  commit: string,
  reader: Reader,
  law: Law,
  { lines = false, progress }: ScanFilesOptions = {},
): Promise<ScannedFiles> {
  const files = await treeFiles(repo, commit);
  const traits = await fileTraits(repo, commit, files);
  const scopes = scopesOf(law);
  const columns = openFileColumns(files, {
    isExempt: ({ path }) => isForeign(traits.get(path)) || scopes([path]).exempt,
    reader,
  });
  const wanted = (path: string): boolean => !isForeign(traits.get(path)) && traits.get(path)?.binary !== true;
  const place = await placeOf(repo, { commit, files, traits });
  let read = 0;
  const visit: VisitFile = (path, bytes) => {
    if (!columns.has(path) || !wanted(path)) return;
    columns.scan(path, textOf(bytes));
    progress?.(++read, "files read");
  };
  const isElsewhere = (path: string): boolean => place.apart.has(path) || place.missing.has(path);
  for (const path of place.missing) if (columns.has(path) && wanted(path)) columns.skip(path);
  const gaps = place.isRead
    ? await grepFiles(repo, reader.scan.hint.source, place.revision, (path, bytes) => {
        if (!isElsewhere(path)) visit(path, bytes);
      })
    : { skipped: [] };
  for (const path of gaps.skipped)
    if (columns.has(path) && wanted(path) && !isElsewhere(path)) columns.skip(path);
  const apart = [...place.apart].filter((path) => columns.has(path) && wanted(path));
  const count = (path: string, lineCount: number): void => {
    if (traits.get(path)?.binary !== true) columns.count(path, lineCount);
  };
  const unread = await readFiles(repo, commit, apart, (path, bytes) => {
    if (lines) countBytes(path, bytes, count);
    visit(path, bytes);
  });
  for (const path of unread.skipped) columns.skip(path);
  if (!lines) return columns.end(false);
  if (place.isRead)
    await countLines(repo, place.revision, (path, lineCount) => {
      if (!isElsewhere(path)) count(path, lineCount);
    });
  const uncounted = files.filter(
    (file) => columns.isUncounted(file) && wanted(file.path) && !place.missing.has(file.path),
  );
  await readWide(repo, uncounted, (path, text) => {
    count(path, text.split("\n").length - Number(text.endsWith("\n")));
    columns.scan(path, text);
  });
  return columns.end(true);
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

interface PlaceInput {
  readonly commit: string;
  readonly files: readonly TreeFile[];
  readonly traits: ReadonlyMap<string, FileTraits>;
}

/** git's search passes by what is missing without a word, or fetches it piece by piece, so then every file that is here is read apart. */
async function placeOf(repo: Repository, { commit, files, traits }: PlaceInput): Promise<Place> {
  const changed = await changedInWorkTree(repo, commit);
  const converted = files.filter(({ path }) => traits.get(path)?.converted === true).map(({ path }) => path);
  const apart = new Set(changed === null ? [] : [...changed, ...converted]);
  const stored = changed === null ? files : files.filter(({ path }) => apart.has(path));
  const missing = await missingFiles(repo, stored);
  const revision = changed === null ? commit : null;
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
const NUL = 0;

/** As git does: what holds a NUL is no text. */
function countBytes(path: string, bytes: Buffer, count: (path: string, lines: number) => void): void {
  if (bytes.includes(NUL) || byteOrderOf(bytes) !== null || bytes.length === 0) return;
  let lines = bytes.at(-1) === LINE_FEED ? 0 : 1;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
  count(path, lines);
}

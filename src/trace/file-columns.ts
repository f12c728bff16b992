import type { FileLink } from "../core/audit.ts";
import type { NamedTicket } from "../core/report-tickets.ts";
import { lookupKey } from "../core/ticket.ts";
import type { Reader } from "../gather/references.ts";
import type { TreeFile } from "../git/tree-files.ts";
import { whereIn } from "../references/where.ts";

/** A reference of a file by its number in `ScannedFiles.references`. */
export interface FileReference extends Omit<FileLink, "ticket"> {
  readonly reference: number;
}

/** A ticket that files name, by its look-up key. */
export interface FileNamed extends NamedTicket {
  readonly at: string;
}

/** The files of a tree as columns; entry i of each is file i, in the order of code units. */
export interface ScannedFiles {
  readonly paths: readonly string[];
  readonly oids: readonly string[];
  /** -1: binary, or too large; null: nobody counted. */
  readonly lines: Int32Array | null;
  /** 1: a scope of the policy exempts it. */
  readonly exempt: Uint8Array;
  /** References by file; files without any are left out. */
  readonly named: ReadonlyMap<number, readonly FileReference[]>;
  /** Each ticket that a file names once, in the order of the keys. What no remote of the policy owns is left out. */
  readonly references: readonly FileNamed[];
  /** Files that were not searched, since they are too large or could not be read. */
  readonly skipped: readonly string[];
}

/** Columns that are being filled. */
export interface FileColumns {
  has(path: string): boolean;
  /** Takes over what was found in files before, by path. */
  take(before: ScannedFiles, known: ReadonlyMap<string, unknown>): void;
  scan(path: string, text: string): void;
  count(path: string, lines: number): void;
  skip(path: string): void;
  /** A file that may be text, whose lines nobody counted. */
  isUncounted(file: TreeFile): boolean;
  end(counted: boolean): ScannedFiles;
}

const SYMLINK = "120000";

/** Empty blobs of both formats, which git's search names as little as binary files. */
const EMPTY: ReadonlySet<string> = new Set([
  "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
  "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
]);

/** Opens the columns of some files, without lines and references. */
export function openFileColumns(
  files: readonly TreeFile[],
  { isExempt, reader }: { readonly isExempt: (file: TreeFile) => boolean; readonly reader: Reader },
): FileColumns {
  const numbers = new Map(files.map(({ path }, index) => [path, index]));
  const lines = Int32Array.from(files, ({ oid, mode }) => (EMPTY.has(oid) && mode !== SYMLINK ? 0 : -1));
  const known = new Map<string, FileNamed>();
  const found = new Map<number, (Omit<FileReference, "reference"> & { readonly at: string })[]>();
  const skipped = new Set<string>();
  return {
    has: (path) => numbers.has(path),
    take(before, same) {
      before.paths.forEach((path, row) => {
        const index = same.has(path) ? numbers.get(path) : undefined;
        if (index === undefined) return;
        lines[index] = before.lines?.[row] ?? -1;
        const links = (before.named.get(row) ?? []).flatMap(({ reference, line, where }) => {
          const named = before.references[reference];
          if (named === undefined) return [];
          known.set(named.at, named);
          return [{ at: named.at, line, where }];
        });
        if (links.length > 0) found.set(index, links);
      });
    },
    skip: (path) => void skipped.add(path),
    count(path, count) {
      const index = numbers.get(path);
      if (index !== undefined) lines[index] = count;
    },
    isUncounted: ({ path, mode }) => mode !== SYMLINK && lines[numbers.get(path) ?? -1] === -1,
    scan(path, text) {
      const index = numbers.get(path);
      const named = index === undefined ? [] : linksIn(reader, known, path, text);
      if (index !== undefined && named.length > 0) found.set(index, named);
    },
    end(counted) {
      const references = [...known.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
      const places = new Map(references.map(({ at }, index) => [at, index]));
      const inOrder = [...found].sort(([a], [b]) => a - b);
      return {
        paths: files.map(({ path }) => path),
        oids: files.map(({ oid }) => oid),
        lines: counted ? lines : null,
        exempt: Uint8Array.from(files, (file) => Number(isExempt(file))),
        named: new Map(
          inOrder.map(([index, links]) => [
            index,
            links.map(({ at, line, where }) => ({ reference: places.get(at) ?? -1, line, where })),
          ]),
        ),
        references,
        skipped: [...skipped].sort(),
      };
    },
  };
}

/** The references of a text, each ticket once a line. */
function linksIn(reader: Reader, known: Map<string, FileNamed>, path: string, text: string) {
  const links: (Omit<FileReference, "reference"> & { readonly at: string })[] = [];
  let where: ((at: number) => FileLink["where"]) | null = null;
  let [line, counted] = [1, 0];
  const ofLine = new Set<string>();
  for (const one of reader.scan(text, "source", { path })) {
    const remote = reader.remoteOf(one);
    if (remote === null) continue;
    const at = lookupKey(remote, one.id);
    if (!known.has(at)) known.set(at, { at, provider: one.provider, remote, id: one.id });
    for (
      let end = text.indexOf("\n", counted);
      end >= 0 && end < one.start;
      end = text.indexOf("\n", counted)
    ) {
      line++;
      counted = end + 1;
      ofLine.clear();
    }
    if (ofLine.has(at)) continue;
    ofLine.add(at);
    where ??= whereIn(text, path);
    links.push({ at, line, where: where(one.start) });
  }
  return links;
}

import { BUILD } from "../core/build.ts";
import type { Law } from "../core/law.ts";
import type { Repository } from "../git/repository.ts";
import { decodeColumns, encodeColumns } from "../store/columns-file.ts";
import { readResults, resultsFile, writeResults } from "../store/results.ts";
import type { ScannedFiles } from "./file-columns.ts";
import { type FilesHeader, filesColumns, filesHeader, filesIn } from "./files-codec.ts";

/** The files of a tree that was scanned before. */
export interface KeptFiles {
  readonly commit: string;
  readonly files: ScannedFiles;
  /** 1: it is a symbolic link. */
  readonly links: Uint8Array;
}

interface Header {
  readonly build: string;
  readonly reading: string;
  readonly commit: string;
  readonly files: FilesHeader;
}

const MAGIC = "golden-thread tree 1";

/** The last tree that was scanned in the same manner; null: none was. */
export function keptFiles({ commonDir }: Repository, law: Law, lines: boolean): KeptFiles | null {
  const data = readResults(resultsFile(commonDir, "tree"));
  const file = data === null ? null : decodeColumns(MAGIC, data);
  if (file === null) return null;
  const { build, reading, commit, files }: Partial<Header> = Object(file.header);
  if (build !== BUILD || reading !== readingOf(law, lines) || commit === undefined || files === undefined)
    return null;
  return { commit, files: filesIn(files, file), links: file.bytes.links ?? new Uint8Array() };
}

/** Keeps a tree in the place of the one before. */
export function keepFiles(
  { commonDir }: Repository,
  law: Law,
  lines: boolean,
  { commit, files, links }: KeptFiles,
): void {
  const header: Header = { build: BUILD, reading: readingOf(law, lines), commit, files: filesHeader(files) };
  const { doubles, bytes } = filesColumns(files);
  const parts = encodeColumns(MAGIC, { header, doubles, bytes: { ...bytes, links } });
  writeResults(resultsFile(commonDir, "tree"), parts);
}

/** All of a law that says what stands in a file. */
function readingOf({ scan, remotes, scopes, lawPaths }: Law, lines: boolean): string {
  const exempt = scopes.map((scope) => [scope.globs, scope.exempt]);
  return JSON.stringify([scan, remotes, exempt, lawPaths, lines]);
}

import { messageReferences, type Reader } from "../gather/references.ts";
import { walkCommits } from "../git/history.ts";
import { walkPaths } from "../git/path-history.ts";
import { decodeText, type RawCommit } from "../git/raw-commit.ts";
import type { Repository } from "../git/repository.ts";
import { buildHistory, type HistoryRow } from "./builder.ts";
import { type Cited, FLAG, type HistoryTable } from "./table.ts";

/** Says how far a long walk is; called at most once for every `PROGRESS_STEP` commits. */
export type Progress = (commits: number) => void;

/** Commits between two progress reports: a few a second on a slow disk. */
const PROGRESS_STEP = 5000;

/** What a message must hold to claim that it reverts, cherry-picks or amends another commit; git then has to confirm it. */
const CLAIM =
  /^(?:fixup|squash|amend)! |This reverts commit [0-9a-f]{7,64}|\(cherry picked from commit [0-9a-f]{7,64}\)/;

export interface ReadOptions {
  readonly paths: boolean;
  readonly progress?: Progress;
}

/** Walks the revisions (as `rev-list` takes them) newest first into columns. */
export async function readHistory(
  repo: Repository,
  reader: Reader,
  revisions: readonly string[],
  options: ReadOptions,
): Promise<HistoryTable> {
  const builder = buildHistory(repo.objectFormat === "sha256" ? 32 : 20, options.paths);
  let seen = 0;
  const visit = (raw: RawCommit, paths: HistoryRow["paths"]) => {
    builder.add(rowOf(reader, raw, paths));
    if (++seen % PROGRESS_STEP === 0) options.progress?.(seen);
  };
  if (options.paths) await walkPaths(repo, revisions, (raw, paths) => visit(raw, paths));
  else await walkCommits(repo, revisions, (raw) => visit(raw, null));
  return builder.table();
}

function rowOf(reader: Reader, raw: RawCommit, paths: HistoryRow["paths"]): HistoryRow {
  return {
    id: raw.id,
    authoredAt: raw.authoredAt,
    committedAt: raw.committedAt,
    author: personOf(raw.author),
    flags: flagsOf(raw),
    cited: citedIn(reader, raw),
    paths,
  };
}

function flagsOf(raw: RawCommit): number {
  const parents = raw.parents.length;
  return (
    (parents > 1 ? FLAG.merge : 0) |
    (parents === 0 ? FLAG.root : 0) |
    (CLAIM.test(raw.message) ? FLAG.claim : 0)
  );
}

/** `Name <mail>` of a header value, which goes on with time and zone. */
function personOf(header: string): string {
  return header.slice(0, header.lastIndexOf(">") + 1);
}

/** The cheap hint runs on undecoded bytes; only a message that it lets through is decoded and scanned. */
function citedIn(reader: Reader, raw: RawCommit): readonly Cited[] {
  if (!reader.scan.hint.test(raw.message)) return [];
  const message = decodeText(raw.message, raw.encoding);
  return messageReferences(reader, message, 0).map(({ provider, id, remote, place, role }) => ({
    provider,
    id,
    remote,
    place,
    role,
  }));
}

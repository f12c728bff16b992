import type { Found } from "../core/reference.ts";
import { spotOf } from "../core/spot.ts";
import type { Reader } from "../gather/references.ts";
import { walkCommits } from "../git/history.ts";
import { walkPaths } from "../git/path-history.ts";
import { decodeText, type RawCommit } from "../git/raw-commit.ts";
import type { Repository } from "../git/repository.ts";
import { parseMessage, placeAt } from "../references/message.ts";
import { buildHistory, type HistoryRow, type Placed } from "./builder.ts";
import { FLAG, type HistoryTable } from "./table.ts";

/** Says how far a long walk is; called at most once for every `PROGRESS_STEP` commits. */
export type Progress = (commits: number) => void;

/** Commits between two progress reports: a few a second on a slow disk. */
const PROGRESS_STEP = 5000;

/** Claims to revert, cherry-pick or amend another commit; git then has to confirm them. */
const CLAIMS = ["This reverts commit ", "(cherry picked from commit "];
const AUTOSQUASH = ["fixup! ", "squash! ", "amend! "];

/** How much of a history to read. Paths cost git several times what messages do. */
export interface ReadOptions {
  readonly paths: boolean;
  /** Note where in its part of a message each reference stands. */
  readonly spots: boolean;
  readonly progress?: Progress;
}

/** Walks the revisions (as `rev-list` takes them) newest first into columns. */
export async function readHistory(
  repo: Repository,
  reader: Reader,
  revisions: readonly string[],
  options: ReadOptions,
): Promise<HistoryTable> {
  const builder = buildHistory(repo.objectFormat === "sha256" ? 32 : 20, options.paths, reader.remoteOf);
  const every = new RegExp(reader.scan.hint.source, "g");
  const messages: MessageReader = { scan: reader.scan, every, spots: options.spots };
  let seen = 0;
  const visit = (raw: RawCommit, paths: HistoryRow["paths"]) => {
    builder.add(rowOf(messages, raw, paths));
    if (++seen % PROGRESS_STEP === 0) options.progress?.(seen);
  };
  if (options.paths) await walkPaths(repo, revisions, (raw, paths) => visit(raw, paths));
  else await walkCommits(repo, revisions, (raw) => visit(raw, null));
  return builder.table();
}

/** Made once a walk: a hundred thousand messages are read by it. */
interface MessageReader {
  readonly scan: Reader["scan"];
  /** The scanner's hint, to find every place that it speaks of. */
  readonly every: RegExp;
  readonly spots: boolean;
}

function rowOf(reader: MessageReader, raw: RawCommit, paths: HistoryRow["paths"]): HistoryRow {
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

function flagsOf({ parents, message }: RawCommit): number {
  const claims =
    AUTOSQUASH.some((mark) => message.startsWith(mark)) || CLAIMS.some((words) => message.includes(words));
  return (
    (parents.length > 1 ? FLAG.merge : 0) | (parents.length === 0 ? FLAG.root : 0) | (claims ? FLAG.claim : 0)
  );
}

/** `Name <mail>` of a header value, which goes on with time and zone. */
function personOf(header: string): string {
  return header.slice(0, header.lastIndexOf(">") + 1);
}

const NONE: readonly Placed[] = [];

/** The cheap hint runs on undecoded bytes; only a message that it lets through is decoded and scanned. */
function citedIn({ scan, every, spots }: MessageReader, raw: RawCommit): readonly Placed[] {
  if (!scan.hint.test(raw.message)) return NONE;
  const message = decodeText(raw.message, raw.encoding);
  const found = scan(untilLast(message, every), "commit");
  if (found.length === 0) return NONE;
  const place = placesIn(message, found);
  if (!spots)
    return found.map((one) => ({ provider: one.provider, id: one.id, place: place(one), role: one.role }));
  return found.map((one) => {
    const placed = { ...one, place: place(one) };
    return {
      provider: one.provider,
      id: one.id,
      place: placed.place,
      role: one.role,
      spot: spotOf(message, placed),
    };
  });
}

/** Opens what can hide or change a reference that follows it: code, a comment or tag, a link, a fence. */
const OPENER = /[`<[~]/;

/**
 * The message up to the line of the last thing that can be a reference. Lines behind it can't change what stands before, as
 * long as nothing is open there that they would close; else the whole message.
 */
function untilLast(message: string, every: RegExp): string {
  let last = 0;
  every.lastIndex = 0;
  while (every.test(message)) last = every.lastIndex;
  const end = message.indexOf("\n", last);
  if (end < 0) return message;
  const kept = message.slice(0, end);
  return OPENER.test(kept) ? message : kept;
}

/** Most references stand in the first line, and then the message need not be taken apart. */
function placesIn(message: string, found: readonly Found[]): (one: Found) => Placed["place"] {
  const firstLine = message.indexOf("\n");
  const inSubject = firstLine < 0 || (firstLine > 0 && found.every(({ start }) => start < firstLine));
  if (inSubject) return () => "subject";
  const parts = parseMessage(message);
  return ({ start }) => placeAt(parts, start);
}

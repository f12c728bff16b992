import { coAuthorsIn } from "../core/authors.ts";
import { authorKey } from "../core/people.ts";
import type { Found } from "../core/reference.ts";
import { spotOf } from "../core/spot.ts";
import type { Reader } from "../gather/references.ts";
import { type CommitLine, plainMessage, tidied } from "../git/commit-line.ts";
import { type LineWalk, startLines } from "../git/line-history.ts";
import { walkPaths } from "../git/path-history.ts";
import { decodeText, type RawCommit } from "../git/raw-commit.ts";
import type { Repository } from "../git/repository.ts";
import { parseMessage, placeAt } from "../references/message.ts";
import { buildHistory, type HistoryRow, type Placed } from "./builder.ts";
import { FLAG, type HistoryTable } from "./table.ts";
import { toldOf } from "./told.ts";

/** Says how far a long walk is; called at most once for every `PROGRESS_STEP` commits. */
export type Progress = (done: number, what?: string) => void;

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
  /** Note who made each commit beside its author. */
  readonly makers: boolean;
  /** Note subjects, and what each says of other commits. */
  readonly told: boolean;
  /** References that count for one commit alone, beside those of its message; by full id. */
  readonly beside?: ReadonlyMap<string, readonly Placed[]>;
  /** The same commits, if git was asked for them before. */
  readonly ahead?: LineWalk | null;
  readonly progress?: Progress;
}

/** Walks the revisions (as `rev-list` takes them) newest first into columns. */
export async function readHistory(
  repo: Repository,
  reader: Reader,
  revisions: readonly string[],
  options: ReadOptions,
): Promise<HistoryTable> {
  const idBytes = repo.objectFormat === "sha256" ? 32 : 20;
  const builder = buildHistory(idBytes, options, reader.remoteOf);
  const every = new RegExp(reader.scan.hint.source, "g");
  const messages: MessageReader = { scan: reader.scan, every, ...options };
  let seen = 0;
  const visit = (line: CommitLine, paths: HistoryRow["paths"]) => {
    builder.add(rowOf(messages, line, paths));
    if (++seen % PROGRESS_STEP === 0) options.progress?.(seen);
  };
  if (options.paths) await walkPaths(repo, revisions, (raw, paths) => visit(lineOf(raw), paths));
  else await linesOf(repo, revisions, options.ahead).visit((line) => visit(line, null));
  return builder.table();
}

/** What git was asked ahead is taken only where it is the same that is wanted now. */
function linesOf(repo: Repository, revisions: readonly string[], ahead: LineWalk | null = null): LineWalk {
  if (ahead?.revisions.join() === revisions.join()) return ahead;
  ahead?.drop();
  return startLines(repo, revisions);
}

/** Made once a walk: a hundred thousand messages are read by it. */
interface MessageReader {
  readonly scan: Reader["scan"];
  /** The scanner's hint, to find every place that it speaks of. */
  readonly every: RegExp;
  readonly spots: boolean;
  readonly makers: boolean;
  readonly told: boolean;
  readonly beside?: ReadonlyMap<string, readonly Placed[]>;
}

function rowOf(reader: MessageReader, line: CommitLine, paths: HistoryRow["paths"]): HistoryRow {
  const flags = flagsOf(line);
  return {
    id: line.id,
    authoredAt: line.authoredAt,
    committedAt: line.committedAt,
    author: decodeText(reader.makers ? makersIn(line) : line.author, line.encoding),
    flags,
    cited: withBeside(citedIn(reader, line), reader.beside?.get(line.id)),
    paths,
    told: reader.told ? toldOf(line, (flags & FLAG.claim) !== 0) : null,
  };
}

/** Of what else counts for it only what tells references apart is kept. */
function withBeside(own: readonly Placed[], others: readonly Placed[] = NONE): readonly Placed[] {
  if (others.length === 0) return own;
  return [...own, ...others.map(({ provider, id, place, role }) => ({ provider, id, place, role }))];
}

/** Who made a commit, as text of one line for each: its author, and where more than that is asked its committer and co-authors. */
function makersIn(line: CommitLine): string {
  const { author, committer, message } = line;
  const others = CO_AUTHORED.test(message) ? coAuthorsIn(plainMessage(line, message)) : [];
  if (others.length === 0 && committer === author) return author;
  return [author, committer, ...others.map(authorKey)].join("\n");
}

/** What a message with co-authors surely has, in a line of its own that may be indented. */
const CO_AUTHORED = /^[ \t]*co-authored-by[ \t]*:/im;

function lineOf({ id, authoredAt, committedAt, parents, encoding, message, ...raw }: RawCommit): CommitLine {
  const [author, committer] = [raw.author, raw.committer].map((one) =>
    one.slice(0, one.lastIndexOf(">") + 1),
  );
  const times = { authoredAt, committedAt };
  return {
    id,
    author: author ?? "",
    committer: committer ?? "",
    ...times,
    parents: parents.length,
    joins: parents.slice(1),
    encoding,
    message: tidied(message),
    indented: false,
  };
}

function flagsOf({ parents, message }: CommitLine): number {
  const claims =
    AUTOSQUASH.some((mark) => message.startsWith(mark)) || CLAIMS.some((words) => message.includes(words));
  return (parents > 1 ? FLAG.merge : 0) | (parents === 0 ? FLAG.root : 0) | (claims ? FLAG.claim : 0);
}

const NONE: readonly Placed[] = [];

/** The cheap hint runs on undecoded bytes; only what it lets through is decoded and scanned. */
function citedIn({ scan, every, spots }: MessageReader, line: CommitLine): readonly Placed[] {
  const part = untilLast(line.message, every);
  if (part === "") return NONE;
  const text = (some: string) => decodeText(plainMessage(line, some), line.encoding);
  const shown = text(part);
  const found = scan(shown, "commit");
  if (found.length === 0) return NONE;
  const whole = spots || !inFirstLine(shown, found) ? text(line.message) : null;
  const place = whole === null ? () => "subject" as const : placesIn(whole, found);
  return found.map((one) => {
    const { provider, id, role } = one;
    const placed = { provider, id, place: place(one), role };
    return whole === null || !spots
      ? placed
      : { ...placed, spot: spotOf(whole, { ...one, place: placed.place }) };
  });
}

/** Most references stand in the first line, and then the message need not be taken apart. */
function inFirstLine(message: string, found: readonly Found[]): boolean {
  const end = message.indexOf("\n");
  return end < 0 || (end > 0 && found.every(({ start }) => start < end));
}

function placesIn(message: string, found: readonly Found[]): (one: Found) => Placed["place"] {
  if (inFirstLine(message, found)) return () => "subject";
  const parts = parseMessage(message);
  return ({ start }) => placeAt(parts, start);
}

/** Opens what can hide or change a reference that follows it: code, a comment or tag, a link, a fence. */
const OPENER = /[`<[~]/;

/**
 * The message up to the line of the last thing that can be a reference; empty: there is none. Lines behind it can't change
 * what stands before, as long as nothing is open there that they would close; else the whole message.
 */
function untilLast(message: string, every: RegExp): string {
  let last = 0;
  every.lastIndex = 0;
  while (every.test(message)) last = every.lastIndex;
  if (last === 0) return "";
  const end = message.indexOf("\n", last);
  if (end < 0) return message;
  const kept = message.slice(0, end);
  return OPENER.test(kept) ? message : kept;
}

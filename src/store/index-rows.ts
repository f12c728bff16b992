import { join } from "node:path";
import type { RemoteLaw } from "../core/law.ts";
import type { TicketFiles } from "../core/ports.ts";
import type { Ticket } from "../core/ticket.ts";
import { type IndexRow, rowKey, type Spot } from "./compiled.ts";
import { type FileClock, type Fingerprint, isSettled, printOf } from "./fingerprint.ts";
import type { RowJudge } from "./judge-row.ts";

/** What rows are made from. */
export interface RowInput {
  readonly root: string;
  readonly remote: RemoteLaw;
  readonly tickets: TicketFiles;
  readonly judge: RowJudge;
  /** Taken before anything was read. */
  readonly began: FileClock;
  /** Canonical ids that are looked at anew, whatever is known of them. */
  readonly named: ReadonlySet<string>;
  /** Rows decided under the same law, by key, and the spots that they were decided for. */
  readonly known: ReadonlyMap<string, IndexRow>;
  readonly spots: readonly Spot[];
}

/** Rows, and what was found out beside them. */
export interface Rows {
  readonly rows: readonly IndexRow[];
  readonly spots: readonly Spot[];
  /** An accepted ticket, to ask about branches with; null: none was looked at. */
  readonly sample: Ticket | null;
}

/** Files read in one run of the hook, which takes a second or two; the next runs read on. A ticket that is named is read whatever its turn. */
const MOST_READ = 10_000;

/** A file whose print is not yet sure, or that changed while it was read, gets no row: the engine is asked, and looks again. */
export async function decideRows(input: RowInput): Promise<Rows> {
  const { tickets, known, named, remote } = input;
  const claimed = await claimedIds(tickets);
  const rows: IndexRow[] = [];
  let { spots } = input;
  let sample: Ticket | null = null;
  let read = 0;
  for (const [id, path] of soleFiles(tickets)) {
    const key = rowKey(remote.grammar, id);
    const row = known.get(key);
    if (row !== undefined && row.path === path && !named.has(id)) {
      rows.push(claimed.has(id) ? { ...row, authorised: false } : row);
      continue;
    }
    if (read >= MOST_READ && !named.has(id)) continue;
    read += 1;
    const found = await readSettled(input, path);
    if (found === null) continue;
    const { ticket, print } = found;
    const own = ticket?.id === id && !claimed.has(id) ? ticket : null;
    if (own !== null && spots.length === 0) spots = input.judge.spots({ ticket: own, source: "file" });
    const authorised = own !== null && isAccepted(input.judge, own, spots);
    if (authorised && (sample === null || named.has(id))) sample = own;
    rows.push({ key, authorised, print, validUntil: null, path });
  }
  return { rows, spots, sample };
}

function isAccepted(judge: RowJudge, ticket: Ticket, [spot]: readonly Spot[]): boolean {
  return spot !== undefined && judge.accepts({ ticket, source: "file" }, spot);
}

/** Ids that exactly one file's name can mean: only then no other file can have a say in what the id stands for. */
function soleFiles({ files }: TicketFiles): ReadonlyMap<string, string> {
  const sole = new Map<string, string>();
  const shared = new Set<string>();
  for (const { path, ids } of files) {
    for (const id of ids) {
      if (sole.has(id)) shared.add(id);
      sole.set(id, path);
    }
  }
  for (const id of shared) sole.delete(id);
  return sole;
}

/** Files whose names mean no id; what they claim is in doubt. */
export function namelessFiles({ files }: TicketFiles): readonly string[] {
  return files.filter(({ ids }) => ids.length === 0).map(({ path }) => path);
}

async function claimedIds(tickets: TicketFiles): Promise<ReadonlySet<string>> {
  const claimed = new Set<string>();
  for (const path of namelessFiles(tickets)) {
    const ticket = await tickets.read(path);
    if (ticket !== null) claimed.add(ticket.id);
  }
  return claimed;
}

async function readSettled(
  { root, tickets, began }: RowInput,
  path: string,
): Promise<{ readonly ticket: Ticket | null; readonly print: Fingerprint } | null> {
  const print = printOf(join(root, path));
  if (!isSettled(print, began)) return null;
  const ticket = await tickets.read(path);
  return printOf(join(root, path)) === print ? { ticket, print } : null;
}

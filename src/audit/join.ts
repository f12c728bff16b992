import type { JudgedFinding } from "../core/finding.ts";
import { openInterner } from "../history/interner.ts";
import { joinTexts, selectTexts } from "../history/texts.ts";
import { type LiveLines, ownersIn } from "../trace/blame.ts";
import type { ScannedFiles } from "../trace/file-columns.ts";
import type { TicketFacts } from "../trace/tickets.ts";
import { numberKeys } from "./keys.ts";
import { sortedNotices } from "./notices.ts";
import {
  type AuditPartial,
  type AuditRows,
  type PartialHead,
  type PathColumns,
  type Proof,
  UNTOLD,
} from "./partial.ts";
import { worstStates } from "./parts.ts";

/** All that partials found out, as if one run had looked. */
export interface Joined {
  readonly head: PartialHead;
  readonly rows: AuditRows;
  readonly tree: ScannedFiles | null;
  readonly blamed: LiveLines | null;
  readonly tickets: readonly TicketFacts[];
}

/** Puts partials together that were found to fit. One alone is taken as it is, and nothing is copied. */
export function joinPartials(partials: readonly AuditPartial[]): Joined {
  const [first, ...others] = partials;
  if (first === undefined) throw new TypeError("an audit is made of one partial at least");
  if (others.length === 0) return first;
  const notices = sortedNotices(partials.flatMap(({ head }) => head.frame.notices));
  const parts = worstStates(partials.map(({ head }) => head.parts));
  const tickets = new Map(partials.flatMap((one) => one.tickets.map((ticket) => [ticket.at, ticket])));
  return {
    head: { ...first.head, parts, frame: { ...first.head.frame, notices } },
    rows: joinRows(partials.map(({ rows }) => rows)),
    tree: partials.find(({ tree }) => tree !== null)?.tree ?? null,
    blamed: joinBlamed(partials.flatMap(({ blamed }) => blamed ?? [])),
    tickets: [...tickets.values()].sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}

/** Each file was blamed in one shard. */
function joinBlamed(all: readonly LiveLines[]): LiveLines | null {
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return first ?? null;
  const commits = openInterner();
  const files = all.flatMap((one) =>
    Array.from(one.files, ([path, pairs]) => {
      const owned = [...ownersIn(one.commits, pairs)].flatMap(([id, lines]) => [commits.number(id), lines]);
      return [path, Uint32Array.from(owned)] as const;
    }),
  );
  return { commits: commits.texts, files: new Map(files) };
}

/** Rows of all, newest first by committer time, then by id: the order of a history that was read at once. */
function joinRows(all: readonly AuditRows[]): AuditRows {
  const stacked = stack(all);
  const order = Uint32Array.from({ length: stacked.count }, (_, row) => row).sort((a, b) =>
    compare(stacked, a, b),
  );
  const pick = (column: Float64Array) => Float64Array.from(order, (row) => column[row] ?? 0);
  const { idBytes, told, lines, recorded, brought } = stacked;
  const ids = new Uint8Array(stacked.ids.length);
  order.forEach((row, index) => {
    ids.set(stacked.ids.subarray(row * idBytes, (row + 1) * idBytes), index * idBytes);
  });
  const places = new Map(Array.from(order, (row, index) => [row, index]));
  const findings = findingsIn(stacked, pick(stacked.key));
  return {
    ...stacked,
    ids,
    committed: pick(stacked.committed),
    recorded: recorded && pick(recorded),
    author: pick(stacked.author),
    ...findings,
    named: pick(stacked.named),
    brought: brought && pick(brought),
    told: { subjects: selectTexts(told.subjects, order), kin: selectTexts(told.kin, order) },
    proofs: stacked.proofs.map((proof) => ({ ...proof, row: places.get(proof.row) ?? 0 })).sort(byRow),
    paths: stacked.paths && orderPaths(stacked.paths, order),
    lines: lines && { added: pick(lines.added), deleted: pick(lines.deleted) },
  };
}

function byRow(a: Proof, b: Proof): number {
  return a.row - b.row || (a.kind < b.kind ? -1 : 1);
}

/** The first commit of a key is that of the part which it came from, so that part's words are told. */
function findingsIn({ keys }: AuditRows, key: Float64Array): Pick<AuditRows, "key" | "keys"> {
  const told = (row: number): readonly JudgedFinding[] => keys[key[row] ?? 0]?.findings ?? [];
  return numberKeys(
    key,
    keys.map(({ identity }) => identity),
    told,
  );
}

function compare({ committed, ids, idBytes }: AuditRows, a: number, b: number): number {
  const later = (committed[b] ?? 0) - (committed[a] ?? 0);
  if (later !== 0) return later;
  const [one, other] = [a, b].map((row) => ids.subarray(row * idBytes, (row + 1) * idBytes));
  return one === undefined || other === undefined ? 0 : Buffer.compare(one, other);
}

/** One behind the other, numbers moved behind those of the tables before. */
function stack(all: readonly AuditRows[]): AuditRows {
  return all.reduce((one, other) => {
    const authors = openInterner(one.authors);
    const author = other.authors.map((name) => authors.number(name));
    const sets = [...one.sets, ...other.sets];
    return {
      count: one.count + other.count,
      idBytes: one.idBytes,
      ids: Buffer.concat([one.ids, other.ids]),
      committed: concat(one.committed, other.committed),
      recorded: concatRecorded(one, other),
      author: concat(
        one.author,
        other.author.map((number) => author[number] ?? 0),
      ),
      authors: authors.texts,
      key: concat(
        one.key,
        other.key.map((number) => number + one.keys.length),
      ),
      keys: [...one.keys, ...other.keys],
      named: concat(
        one.named,
        other.named.map((number) => number + one.sets.length),
      ),
      sets,
      brought: one.brought && other.brought && concat(one.brought, other.brought),
      told: {
        subjects: joinTexts(one.told.subjects, other.told.subjects),
        kin: joinTexts(one.told.kin, other.told.kin),
      },
      proofs: [...one.proofs, ...other.proofs.map((proof) => ({ ...proof, row: proof.row + one.count }))],
      paths: one.paths && other.paths && stackPaths(one.paths, other.paths),
      lines: one.lines &&
        other.lines && {
          added: concat(one.lines.added, other.lines.added),
          deleted: concat(one.lines.deleted, other.lines.deleted),
        },
    };
  });
}

function concat(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function concatRecorded(one: AuditRows, other: AuditRows): AuditRows["recorded"] {
  if (one.recorded === null && other.recorded === null) return null;
  const untold = ({ recorded, count }: AuditRows) => recorded ?? new Float64Array(count).fill(Number.NaN);
  return concat(untold(one), untold(other));
}

function stackPaths(one: PathColumns, other: PathColumns): PathColumns {
  const names = openInterner(one.names);
  const moved = other.names.map((name) => names.number(name));
  const start = other.start.map((at) => at + one.entries.length).subarray(1);
  return {
    start: concat(one.start, start),
    entries: concat(
      one.entries,
      other.entries.map((number) => moved[number] ?? UNTOLD),
    ),
    names: names.texts,
  };
}

function orderPaths({ start, entries, names }: PathColumns, order: Uint32Array): PathColumns {
  const own = new Float64Array(order.length + 1);
  const moved = new Float64Array(entries.length);
  order.forEach((row, index) => {
    const [from, to] = [start[row] ?? 0, start[row + 1] ?? 0];
    moved.set(entries.subarray(from, to), own[index] ?? 0);
    own[index + 1] = (own[index] ?? 0) + to - from;
  });
  return { start: own, entries: moved, names };
}

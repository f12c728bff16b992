import type { PathChange } from "../core/change.ts";
import type { RemoteOf } from "../gather/remotes.ts";
import { openColumn } from "./column.ts";
import { openInterner } from "./interner.ts";
import { type Cited, type HistoryTable, STATUS_SPAN, STATUSES } from "./table.ts";
import { openTold, type ToldRow } from "./told.ts";

/** One commit as the walk hands it on. */
export interface HistoryRow {
  /** Full object id in hex. */
  readonly id: string;
  readonly authoredAt: number;
  readonly committedAt: number;
  readonly author: string;
  readonly flags: number;
  readonly cited: readonly Placed[];
  readonly paths: readonly { readonly path: string; readonly status: PathChange["status"] }[] | null;
  /** Null: not asked for. */
  readonly told: ToldRow | null;
}

/** A reference before its remote is asked for, which happens once for each distinct set. */
export type Placed = Omit<Cited, "remote"> & { readonly remote?: string | null };

/** Collects rows into columns. */
export interface HistoryBuilder {
  add(row: HistoryRow): void;
  table(): HistoryTable;
}

/** `idBytes`: 20 or 32, as the repository's object format has it. */
export function buildHistory(
  idBytes: number,
  { paths: withPaths, told: withTold }: { readonly paths: boolean; readonly told: boolean },
  remoteOf: RemoteOf,
): HistoryBuilder {
  const columns = openColumns();
  const sets = openCitedSets(remoteOf);
  const authors = openInterner();
  const names = openInterner();
  const ids = openIds(idBytes);
  const told = openTold();
  if (withPaths) columns.start.push(0);
  return {
    add(row) {
      ids.push(row.id);
      columns.authored.push(row.authoredAt);
      columns.committed.push(row.committedAt);
      columns.cited.push(sets.number(row.cited));
      columns.author.push(authors.number(row.author, ownCopy));
      columns.flags.push(row.flags);
      if (row.told !== null) told.add(row.told);
      if (!withPaths) return;
      for (const { path, status } of row.paths ?? []) {
        columns.entries.push(names.number(path) * STATUS_SPAN + statusNumber(status));
      }
      columns.start.push(columns.entries.length);
    },
    table: () => ({
      count: columns.authored.length,
      idBytes,
      ids: ids.view(),
      authored: columns.authored.view(),
      committed: columns.committed.view(),
      cited: columns.cited.view(),
      author: columns.author.view(),
      flags: columns.flags.view(),
      paths: withPaths ? { start: columns.start.view(), entries: columns.entries.view() } : null,
      told: withTold ? told.view() : null,
      citedSets: sets.sets,
      authors: authors.texts,
      pathNames: names.texts,
    }),
  };
}

function openColumns() {
  const [authored, committed, cited, author, flags, start, entries] = [
    openColumn(),
    openColumn(),
    openColumn(),
    openColumn(),
    openColumn(),
    openColumn(),
    openColumn(),
  ];
  return { authored, committed, cited, author, flags, start, entries };
}

function statusNumber(status: PathChange["status"]): number {
  return Math.max(0, STATUSES.indexOf(status));
}

/** Sets of references by content; most commits share a few thousand of them. */
function openCitedSets(remoteOf: RemoteOf) {
  const sets: (readonly Cited[])[] = [[]];
  // One reference, cited in the manner in which its id was met first, is what nearly every commit has.
  const usual = new Map<string, { readonly manner: number; readonly set: number }>();
  const others = new Map<string, number>();
  const add = (cited: readonly Placed[]): number => sets.push(cited.map((one) => owned(one, remoteOf))) - 1;
  return {
    sets,
    number(cited: readonly Placed[]): number {
      const [first, second] = cited;
      if (first === undefined) return 0;
      if (second !== undefined || first.spot !== undefined)
        return numberOf(others, keyOf(cited), () => add(cited));
      const known = usual.get(first.id);
      const manner = mannerOf(first);
      if (known?.manner === manner) return known.set;
      if (known !== undefined) return numberOf(others, keyOf(cited), () => add(cited));
      const set = add(cited);
      usual.set(ownCopy(first.id), { manner, set });
      return set;
    },
  };
}

function keyOf(cited: readonly Placed[]): string {
  return ownCopy(cited.map((one) => `${one.id}\0${mannerOf(one)}\0${one.spot ?? ""}`).join("\0"));
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key, make: () => number): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const made = make();
  numbers.set(key, made);
  return made;
}

function owned(one: Placed, remoteOf: RemoteOf): Cited {
  const remote = one.remote === undefined ? remoteOf(one) : one.remote;
  return { ...one, id: ownCopy(one.id), remote };
}

const PROVIDERS: readonly Cited["provider"][] = [
  "github",
  "gitlab",
  "jira",
  "linear",
  "azure",
  "clickup",
  "notion",
  "tasks",
];
const PLACES: readonly Cited["place"][] = [
  "subject",
  "body",
  "trailer",
  "branch",
  "title",
  "pr-body",
  "file",
];

/** A number for how an id is cited. */
function mannerOf({ provider, place, role }: Placed): number {
  const where = PROVIDERS.indexOf(provider) * PLACES.length + PLACES.indexOf(place);
  return where * 2 + (role === "closes" ? 1 : 0);
}

/** A cut of a commit's text would keep all of that text in memory. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}

/** Raw object ids in one growing buffer. */
function openIds(idBytes: number) {
  let bytes = Buffer.alloc(1024 * idBytes);
  let length = 0;
  return {
    push(hex: string) {
      if (length === bytes.length) {
        const larger = Buffer.alloc(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      length += bytes.write(hex, length, "hex");
    },
    view: (): Uint8Array => bytes.subarray(0, length),
  };
}

import type { PathChange } from "../core/change.ts";
import { openColumn } from "./column.ts";
import { openInterner } from "./interner.ts";
import { type Cited, type HistoryTable, STATUS_SPAN, STATUSES } from "./table.ts";

/** One commit as the walk hands it on. */
export interface HistoryRow {
  /** Full object id in hex. */
  readonly id: string;
  readonly authoredAt: number;
  readonly committedAt: number;
  readonly author: string;
  readonly flags: number;
  /** Equal keys, equal references; empty: none. */
  readonly citedKey: string;
  /** Asked once for each new key. */
  cited(): readonly Cited[];
  readonly paths: readonly { readonly path: string; readonly status: PathChange["status"] }[] | null;
}

/** Collects rows into columns. */
export interface HistoryBuilder {
  add(row: HistoryRow): void;
  table(): HistoryTable;
}

/** `idBytes`: 20 or 32, as the repository's object format has it. */
export function buildHistory(idBytes: number, withPaths: boolean): HistoryBuilder {
  const columns = openColumns();
  const sets = openCitedSets();
  const authors = openInterner();
  const names = openInterner();
  const ids = openIds(idBytes);
  if (withPaths) columns.start.push(0);
  return {
    add(row) {
      ids.push(row.id);
      columns.authored.push(row.authoredAt);
      columns.committed.push(row.committedAt);
      columns.cited.push(sets.number(row));
      columns.author.push(authors.number(row.author, ownCopy));
      columns.flags.push(row.flags);
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

/** Sets of references by content; most commits share a few hundred of them. */
function openCitedSets() {
  const sets: (readonly Cited[])[] = [[]];
  const numbers = new Map<string, number>([["", 0]]);
  return {
    sets,
    number({ citedKey, cited }: Pick<HistoryRow, "citedKey" | "cited">): number {
      const before = numbers.get(citedKey);
      if (before !== undefined) return before;
      numbers.set(ownCopy(citedKey), sets.length);
      return sets.push(cited().map((one) => ({ ...one, id: ownCopy(one.id) }))) - 1;
    },
  };
}

/** What tells sets of references apart; which remote owns an id follows from the id. */
export function citedKeyOf(cited: readonly Omit<Cited, "remote">[]): string {
  let key = "";
  for (const one of cited)
    key += `${one.id}\0${MANNERS[one.provider]}${MANNERS[one.place]}${MANNERS[one.role]}${one.spot ?? ""}\0`;
  return key;
}

/** One letter a word keeps keys short: there is one for every reference of a history. */
const MANNERS: Readonly<Record<Cited["provider"] | Cited["place"] | Cited["role"], string>> = {
  github: "g",
  gitlab: "l",
  jira: "j",
  linear: "n",
  azure: "a",
  clickup: "c",
  notion: "o",
  tasks: "t",
  subject: "s",
  body: "b",
  trailer: "r",
  branch: "h",
  title: "i",
  "pr-body": "p",
  file: "f",
  closes: "x",
  mentions: "m",
};

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
      if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)]);
      length += bytes.write(hex, length, "hex");
    },
    view: (): Uint8Array => bytes.subarray(0, length),
  };
}

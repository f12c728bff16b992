import { OWN_KEY, type PageTicket, type PageTickets, type PageWords } from "../core/audit-page.ts";
import type { Blocks } from "./blocks.ts";
import { type Lists, listAt, listsOf, NONE, numbersOf } from "./columns.ts";

/** The tickets of the audit. */
export interface Tickets {
  readonly count: number;
  at(row: number): PageTicket | null;
  /** By look-up key, else as people write it; -1: none. */
  find(name: string): number;
  /** Marks those whose key or title has a text in lower case; null: none has. */
  naming(word: string): Uint8Array | null;
  /** Those that a row of commits or files names, as people write them. */
  keysOf(rows: { readonly tickets: Lists }, row: number): readonly string[];
}

/** Reads the tickets. */
export function ticketsOf(blocks: Blocks): Tickets {
  const fields = blocks.tickets();
  if (fields === null) return NONE_AT_ALL;
  const { count, key: keys } = fields;
  const texts = keys.map((key, row) => `${key} ${fields.title[row] ?? ""}`.toLowerCase());
  const read = readerOf(fields);
  const names = new Map(keys.map((key, row) => [key, row]));
  for (let row = 0; row < count; row++) names.set(read(row).at, row);
  return {
    count,
    at: (row) => (row < 0 || row >= count ? null : read(row)),
    find: (name) => names.get(name) ?? -1,
    naming(word) {
      const marks = Uint8Array.from(texts, (text) => (text.includes(word) ? 1 : 0));
      return marks.includes(1) ? marks : null;
    },
    keysOf: (rows, row) => Array.from(listAt(rows.tickets, row), (at) => keys[at] ?? ""),
  };
}

const NONE_AT_ALL: Tickets = {
  count: 0,
  at: () => null,
  find: () => -1,
  naming: () => null,
  keysOf: () => [],
};

function readerOf(fields: PageTickets): (row: number) => PageTicket {
  const { count, key: keys } = fields;
  const words = (column: PageWords) => wordsOf(column, keys);
  const numbers = (text: string) => numberIn(numbersOf(text, count));
  const lists = (text: string) => listIn(listsOf(text, count));
  const [at, status, told, url] = [
    words(fields.at),
    words(fields.status),
    words(fields.told),
    words(fields.url),
  ];
  const [type, state, path, spec] = [
    words(fields.type),
    words(fields.state),
    words(fields.path),
    words(fields.spec),
  ];
  const [createdAt, lastAt, live] = [numbers(fields.createdAt), numbers(fields.lastAt), numbers(fields.live)];
  const [commits, standing, files] = [
    numbers(fields.commits),
    numbers(fields.standing),
    numbers(fields.files),
  ];
  const [criteria, lines, changes] = [lists(fields.criteria), lists(fields.lines), lists(fields.changes)];
  return (row) => {
    const where = spec(row);
    return {
      at: at(row) ?? "",
      key: keys[row] ?? "",
      status: status(row) ?? "",
      told: told(row) ?? "",
      title: fields.title[row] ?? null,
      url: url(row),
      type: type(row),
      state: pairOf(state(row)?.split("\t")),
      path: path(row),
      digest: fields.digest[row] ?? null,
      spec: where === null ? null : [where, fields.specDigest[row] ?? ""],
      createdAt: createdAt(row),
      criteria: pairOf(criteria(row)),
      commits: commits(row) ?? 0,
      standing: standing(row) ?? 0,
      lastAt: lastAt(row),
      changes: changes(row),
      files: files(row) ?? 0,
      lines: pairOf(lines(row)),
      live: live(row),
    };
  };
}

function wordsOf({ words, rows }: PageWords, keys: readonly string[]): (row: number) => string | null {
  const places = numbersOf(rows, keys.length);
  return (row) => words[places[row] ?? NONE]?.replace(OWN_KEY, () => keys[row] ?? "") ?? null;
}

function numberIn(column: Int32Array): (row: number) => number | null {
  return (row) => {
    const value = column[row] ?? NONE;
    return value === NONE ? null : value;
  };
}

function listIn(column: Lists): (row: number) => readonly number[] {
  return (row) => [...listAt(column, row)];
}

function pairOf<T>(values: readonly T[] | undefined): readonly [T, T] | null {
  const [first, second] = values ?? [];
  return first === undefined || second === undefined ? null : [first, second];
}

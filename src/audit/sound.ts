import { readTexts, type Texts } from "../history/texts.ts";
import type { ScannedFiles } from "../trace/file-columns.ts";
import { type AuditPartial, type AuditRows, UNTOLD } from "./partial.ts";

/** What of a partial contradicts itself: columns of another length, places that are none. Null: nothing does. */
export function unsoundPart({
  shard,
  rows,
  tree,
}: Pick<AuditPartial, "shard" | "rows" | "tree">): string | null {
  if (shard.number > shard.of) return "its number";
  return unsoundRows(rows) ?? unsoundPaths(rows) ?? (tree === null ? null : unsoundTree(tree));
}

function unsoundRows(rows: AuditRows): string | null {
  const { count, ids, idBytes, committed, recorded, author, authors, key, keys, named, sets } = rows;
  const { told, brought, lines, proofs } = rows;
  const sound: Readonly<Record<string, boolean>> = {
    ids: ids.length === count * idBytes,
    times: isColumn(committed, count, Number.isSafeInteger),
    "recorded times": recorded === null || isColumn(recorded, count, orNaN),
    authors: isColumn(author, count, placeIn(authors)),
    keys: isColumn(key, count, placeIn(keys)),
    references: isColumn(named, count, placeIn(sets)),
    subjects: isTexts(told.subjects, count),
    lineage: isTexts(told.kin, count) && areKin(told.kin),
    "pull requests": brought === null || isColumn(brought, count, isCount),
    lines: lines === null || [lines.added, lines.deleted].every((one) => isColumn(one, count, isLines)),
    proofs: proofs.every(({ row }) => row < count),
  };
  return Object.keys(sound).find((name) => sound[name] === false) ?? null;
}

function isColumn(column: Float64Array, length: number, test: (value: number) => boolean): boolean {
  return column.length === length && column.every(test);
}

function placeIn(list: readonly unknown[]): (value: number) => boolean {
  return (value) => isCount(value) && value < list.length;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isLines(value: number): boolean {
  return Number.isNaN(value) || isCount(value);
}

function orNaN(value: number): boolean {
  return Number.isNaN(value) || Number.isFinite(value);
}

/** Ends go up, and the last one is that of the bytes. */
function isTexts({ bytes, ends }: Texts, count: number): boolean {
  return ends.length === count && ascends(ends, bytes.length) && (ends[count - 1] ?? 0) === bytes.length;
}

function ascends(column: Float64Array, most: number): boolean {
  return column.every((value, index) => isCount(value) && value >= (column[index - 1] ?? 0) && value <= most);
}

/** As `kinText` writes it. */
const KIN =
  /^(?:[jrp][0-9a-f]{1,64}|[uc][0-9]{1,15}|[ab])(?: (?:[jrp][0-9a-f]{1,64}|[uc][0-9]{1,15}|[ab]))*$/iu;

function areKin(kin: Texts): boolean {
  const text = readTexts(kin);
  for (let index = 0; index < kin.ends.length; index++) {
    const told = text(index);
    if (told !== "" && !KIN.test(told)) return false;
  }
  return true;
}

function unsoundPaths({ paths, count }: AuditRows): string | null {
  if (paths === null) return null;
  const { start, entries, names } = paths;
  const isPlace = placeIn(names);
  const isSound =
    start.length === count + 1 &&
    start[0] === 0 &&
    ascends(start, entries.length) &&
    start[count] === entries.length &&
    entries.every((entry) => entry === UNTOLD || isPlace(entry));
  return isSound ? null : "paths";
}

function unsoundTree({ paths, oids, lines, exempt, named, references }: ScannedFiles): string | null {
  const count = paths.length;
  const isSound =
    oids.length === count &&
    exempt.length === count &&
    (lines === null || lines.length === count) &&
    [...named].every(
      ([file, links]) => file < count && links.every((one) => one.reference < references.length),
    );
  return isSound ? null : "files";
}

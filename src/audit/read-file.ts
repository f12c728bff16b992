import { Fault } from "../core/fault.ts";
import { type ColumnsFile, decodeColumns } from "../store/columns-file.ts";
import type { LiveLines } from "../trace/blame.ts";
import { filesIn } from "../trace/files-codec.ts";
import { MAGIC, type PartialHeader } from "./file.ts";
import { type AuditPartial, type AuditRows, PARTIAL_FILE } from "./partial.ts";
import { isPartialHeader } from "./partial-schema.ts";
import { unsoundPart } from "./sound.ts";

/**
 * Reads what `encodePartial` wrote. The file comes from another machine, and its digest is no signature: nothing of it is used before
 * its shape and every place that it names were looked at. Throws Fault("usage") for anything else; `path`: how people call the file.
 */
export function decodePartial(data: Uint8Array, path: string): AuditPartial {
  const file = decodeColumns(MAGIC, data);
  if (file === null) throw damaged(path);
  const { header } = file;
  if (!isPartialHeader(header)) throw damaged(path, "its header");
  const rows = rowsOf(header, file);
  if (rows === null) throw damaged(path, "columns that are missing");
  const { head, shard, tickets } = header;
  const partial = { ...{ head, shard, tickets, rows }, tree: header.tree && filesIn(header.tree, file) };
  const unsound = unsoundPart(partial) ?? (hasPairs(header, file) ? null : "blamed lines");
  if (unsound !== null) throw damaged(path, unsound);
  return { ...partial, blamed: header.blamed && blamedOf(header.blamed, file) };
}

function rowsOf(header: PartialHeader, { doubles, bytes }: ColumnsFile): AuditRows | null {
  const { committed, author, key, named, subjectEnds, kinEnds, recorded, brought } = doubles;
  const { pathStart, pathEntries, added, deleted } = doubles;
  const { ids, subjects, kin } = bytes;
  if (!committed || !author || !key || !named || !subjectEnds || !kinEnds) return null;
  if (!ids || !subjects || !kin) return null;
  const { count, idBytes, authors, keys, sets, proofs, pathNames } = header;
  return {
    ...{ count, idBytes, authors, keys, sets, proofs, ids, committed, author, key, named },
    recorded: recorded ?? null,
    brought: brought ?? null,
    told: { subjects: { bytes: subjects, ends: subjectEnds }, kin: { bytes: kin, ends: kinEnds } },
    paths: pathStart && pathEntries ? { start: pathStart, entries: pathEntries, names: pathNames } : null,
    lines: added && deleted ? { added, deleted } : null,
  };
}

/** Whether blamed lines are pairs of a commit that is named and a number of lines, as many as the files say. */
function hasPairs({ blamed }: PartialHeader, { doubles }: ColumnsFile): boolean {
  if (blamed === null) return true;
  const pairs = doubles.blamed ?? new Float64Array();
  const length = blamed.files.reduce((sum, [, own]) => sum + own, 0);
  return (
    length === pairs.length &&
    blamed.files.every(([, own]) => own % 2 === 0) &&
    pairs.every((value, index) =>
      index % 2 === 0 ? blamed.commits[value] !== undefined : Number.isSafeInteger(value) && value >= 0,
    )
  );
}

function blamedOf(
  { commits, files }: NonNullable<PartialHeader["blamed"]>,
  { doubles }: ColumnsFile,
): LiveLines {
  const pairs = doubles.blamed ?? new Float64Array();
  let at = 0;
  const cut = (length: number): Uint32Array => {
    at += length;
    return Uint32Array.from(pairs.subarray(at - length, at));
  };
  return { commits, files: new Map(files.map(([path, length]) => [path, cut(length)])) };
}

function damaged(path: string, what?: string): Fault {
  return new Fault("usage", "This is no partial audit, or it was damaged.", {
    found: what === undefined ? path : `${path}: ${what}`,
    wanted: `${PARTIAL_FILE} as audit --shard wrote it`,
    fix: "Run the shard again: golden-thread audit --shard i/n --out DIR",
  });
}

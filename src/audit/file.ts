import { Fault } from "../core/fault.ts";
import { type ColumnsFile, decodeColumns, encodeColumns } from "../store/columns-file.ts";
import type { LiveLines } from "../trace/blame.ts";
import { type FilesHeader, filesColumns, filesHeader, filesIn } from "../trace/files-codec.ts";
import {
  type AuditPartial,
  type AuditRows,
  PARTIAL_FILE,
  type PartialHead,
  type PartialKey,
  type Proof,
  type Shard,
} from "./partial.ts";

/** First line of the file; the number goes up with every change of the layout. */
const MAGIC = "golden-thread partial audit 1";

/** All of a partial that is no column. */
interface Header {
  readonly head: PartialHead;
  readonly shard: Shard;
  readonly count: number;
  readonly idBytes: number;
  readonly authors: readonly string[];
  readonly keys: readonly PartialKey[];
  readonly sets: AuditRows["sets"];
  readonly proofs: readonly Proof[];
  readonly pathNames: readonly string[];
  readonly tree: FilesHeader | null;
  readonly blamed:
    | (Pick<LiveLines, "commits"> & { readonly files: readonly (readonly [string, number])[] })
    | null;
  readonly tickets: AuditPartial["tickets"];
}

/** A partial as the parts of a file. */
export function encodePartial(partial: AuditPartial): readonly Uint8Array[] {
  const { head, shard, rows, tree, blamed, tickets } = partial;
  const { count, idBytes, authors, keys, sets, proofs, paths } = rows;
  const header: Header = {
    ...{ head, shard, count, idBytes, authors, keys, sets, proofs, tickets },
    pathNames: paths?.names ?? [],
    tree: tree && filesHeader(tree),
    blamed: blamed && {
      commits: blamed.commits,
      files: Array.from(blamed.files, ([path, pairs]) => [path, pairs.length]),
    },
  };
  return encodeColumns(MAGIC, { header, doubles: doublesOf(partial), bytes: bytesOf(partial) });
}

/** Columns that are not there are left out. */
function doublesOf({ rows, tree, blamed }: AuditPartial): ColumnsFile["doubles"] {
  const { committed, recorded, author, key, named, told, brought, paths, lines } = rows;
  return {
    ...{ committed, author, key, named },
    ...{ subjectEnds: told.subjects.ends, kinEnds: told.kin.ends },
    ...(recorded && { recorded }),
    ...(brought && { brought }),
    ...(paths && { pathStart: paths.start, pathEntries: paths.entries }),
    ...(lines && { added: lines.added, deleted: lines.deleted }),
    ...(tree && filesColumns(tree).doubles),
    ...(blamed && { blamed: Float64Array.from([...blamed.files.values()].flatMap((pairs) => [...pairs])) }),
  };
}

function bytesOf({ rows: { ids, told }, tree }: AuditPartial): ColumnsFile["bytes"] {
  const texts = { subjects: told.subjects.bytes, kin: told.kin.bytes };
  return { ids, ...texts, ...(tree && filesColumns(tree).bytes) };
}

/** Reads what `encodePartial` wrote. Throws Fault("usage") for anything else; `path`: how people call the file. */
export function decodePartial(data: Uint8Array, path: string): AuditPartial {
  const file = decodeColumns(MAGIC, data);
  if (file === null) throw damaged(path);
  const header: Header = Object(file.header);
  const { head, shard, tickets } = header;
  return {
    head,
    shard,
    tickets,
    rows: rowsOf(header, file, path),
    tree: header.tree && filesIn(header.tree, file),
    blamed: header.blamed && blamedOf(header.blamed, file),
  };
}

function rowsOf(header: Header, { doubles, bytes }: ColumnsFile, path: string): AuditRows {
  const { committed, author, key, named, subjectEnds, kinEnds, recorded, brought } = doubles;
  const { pathStart, pathEntries, added, deleted } = doubles;
  const { ids, subjects, kin } = bytes;
  if (!committed || !author || !key || !named || !subjectEnds || !kinEnds) throw damaged(path);
  if (!ids || !subjects || !kin) throw damaged(path);
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

function blamedOf({ commits, files }: NonNullable<Header["blamed"]>, { doubles }: ColumnsFile): LiveLines {
  const pairs = doubles.blamed ?? new Float64Array();
  let at = 0;
  const cut = (length: number): Uint32Array => {
    at += length;
    return Uint32Array.from(pairs.subarray(at - length, at));
  };
  return { commits, files: new Map(files.map(([path, length]) => [path, cut(length)])) };
}

function damaged(path: string): Fault {
  return new Fault("usage", "This is no partial audit, or it was damaged.", {
    found: path,
    wanted: `${PARTIAL_FILE} as audit --shard wrote it`,
    fix: "Run the shard again: golden-thread audit --shard i/n --out DIR",
  });
}

import { type ColumnsFile, encodeColumns } from "../store/columns-file.ts";
import type { LiveLines } from "../trace/blame.ts";
import { type FilesHeader, filesColumns, filesHeader } from "../trace/files-codec.ts";
import type { AuditPartial, AuditRows, PartialHead, PartialKey, Proof, Shard } from "./partial.ts";

/** First line of the file; the number goes up with every change of the layout. */
export const MAGIC = "golden-thread partial audit 1";

/** All of a partial that is no column. */
export interface PartialHeader {
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
  const header: PartialHeader = {
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

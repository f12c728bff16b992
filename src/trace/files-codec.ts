import type { ColumnsFile } from "../store/columns-file.ts";
import type { ScannedFiles } from "./file-columns.ts";

/** Scanned files without their columns, as plain JSON. */
export interface FilesHeader extends Pick<ScannedFiles, "paths" | "oids" | "references" | "skipped"> {
  readonly named: readonly (readonly [number, readonly unknown[]])[];
}

/** All of scanned files that is no column. */
export function filesHeader({ paths, oids, references, skipped, named }: ScannedFiles): FilesHeader {
  return { paths, oids, references, skipped, named: [...named] };
}

/** Their columns; lines that nobody counted are left out. */
export function filesColumns({ lines, exempt }: ScannedFiles): Pick<ColumnsFile, "doubles" | "bytes"> {
  return {
    doubles: lines === null ? {} : { treeLines: Float64Array.from(lines) },
    bytes: { treeExempt: exempt },
  };
}

/** Scanned files of a header and the columns of its file. */
export function filesIn(header: FilesHeader, { doubles, bytes }: ColumnsFile): ScannedFiles {
  const { paths, oids, references, skipped } = header;
  const { treeLines } = doubles;
  const named: ScannedFiles["named"] = new Map(Object(header.named));
  return {
    ...{ paths, oids, references, skipped, named },
    lines: treeLines === undefined ? null : Int32Array.from(treeLines),
    exempt: bytes.treeExempt ?? new Uint8Array(paths.length),
  };
}

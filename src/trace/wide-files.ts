import { readBlobs } from "../git/blobs.ts";
import type { Repository } from "../git/repository.ts";
import type { TreeFile } from "../git/tree-files.ts";
import { byteOrderOf, textOf } from "./encoding.ts";

/** git takes UTF-16 for binary, so each such file is read here; a larger one is data. */
const LARGEST = 1024 * 1024;

/** Files whose bytes are in memory at once. */
const AT_ONCE = 32;

/** Visits those of some files that are UTF-16 by their byte order mark. */
export async function readWide(
  repo: Repository,
  files: readonly TreeFile[],
  visit: (path: string, text: string) => void,
): Promise<void> {
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const some = files.slice(start, start + AT_ONCE);
    const blobs = await readBlobs(
      repo,
      some.map(({ oid }) => oid),
      LARGEST,
    );
    for (const { path, oid } of some) {
      const bytes = blobs.get(oid);
      if (bytes instanceof Uint8Array && byteOrderOf(bytes) !== null) visit(path, textOf(bytes));
    }
  }
}

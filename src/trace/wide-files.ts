import { visitBlobs } from "../git/blobs.ts";
import type { Repository } from "../git/repository.ts";
import type { TreeFile } from "../git/tree-files.ts";
import { byteOrderOf, hasNul } from "./encoding.ts";

/** git takes UTF-16 for binary, so each such file is read here, in bytes; a larger one is data. */
export const LARGEST_WIDE = 1024 * 1024;

/** Visits those of some files that are text: UTF-16 by their byte order mark, or without a NUL. `bytes` lives no longer than the visit. */
export async function readTexts(
  repo: Repository,
  files: readonly TreeFile[],
  visit: (path: string, bytes: Buffer) => void,
): Promise<void> {
  const oids = files.map(({ oid }) => oid);
  await visitBlobs(repo, oids, LARGEST_WIDE, (index, bytes) => {
    const file = files[index];
    if (file !== undefined && (byteOrderOf(bytes) !== null || !hasNul(bytes))) visit(file.path, bytes);
  });
}

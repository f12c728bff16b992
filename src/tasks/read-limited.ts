import { Fault } from "../core/fault.ts";
import type { Tree } from "../core/ports.ts";

/** A file's bytes; null: there is no regular file. Too large, or not to be read at all: why, in a few words. */
export async function readLimited(
  tree: Tree,
  path: string,
  limit: number,
): Promise<Uint8Array | string | null> {
  try {
    return await tree.read(path, limit);
  } catch (error) {
    // A tree refuses what is over the limit with this code, and what the system does not let it read.
    if (error instanceof Fault && error.code === "storage") return error.found ?? error.message;
    throw error;
  }
}

import { Fault } from "../core/fault.ts";
import type { Tree } from "../core/ports.ts";

/** Why a file that is there was not read. */
export interface NotRead {
  readonly code: "file-too-large" | "file-unreadable";
  readonly detail: string;
}

/** A file's bytes; null: there is no regular file; or why it was not read. */
export async function readLimited(
  tree: Tree,
  path: string,
  limit: number,
): Promise<Uint8Array | NotRead | null> {
  try {
    return await tree.read(path, limit);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== "storage") throw error;
    // A tree says what size it wanted; what the system does not let it read has no such wish.
    const code = error.wanted === undefined ? "file-unreadable" : "file-too-large";
    return { code, detail: error.found ?? error.message };
  }
}

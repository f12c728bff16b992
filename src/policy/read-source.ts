import { Fault, type Problem } from "../core/fault.ts";
import type { Tree } from "../core/ports.ts";
import { FILE_LIMIT } from "./limits.ts";

/** What became of reading one file. */
export type ReadSource =
  | { readonly bytes: Uint8Array; readonly problem: null }
  /** Problem null: there is no such file. */
  | { readonly bytes: null; readonly problem: Problem | null };

/** The bytes of a source of the law. A file that is too long or can't be read is a problem, never an absent file. */
export async function readSource(tree: Tree, file: string): Promise<ReadSource> {
  try {
    const bytes = await tree.read(file, FILE_LIMIT);
    return bytes === null ? { bytes, problem: null } : { bytes, problem: null };
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== "storage") throw error;
    const message = "the file can't be read, or is too long";
    const wanted = `a readable file of at most ${FILE_LIMIT} bytes`;
    return { bytes: null, problem: { file, line: 1, column: 1, key: "", message, wanted } };
  }
}

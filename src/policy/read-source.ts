import { Fault, type Problem } from "../core/fault.ts";
import type { Tree, TreeEntry } from "../core/ports.ts";
import { FILE_LIMIT } from "./limits.ts";

/** What became of reading one file. */
export type ReadSource =
  | { readonly bytes: Uint8Array; readonly problem: null }
  /** Problem null: there is no such file. */
  | { readonly bytes: null; readonly problem: Problem | null };

/** The bytes of a source of the law. What is too long, can't be read or is no regular file is a problem, never an absent file. */
export async function readSource(tree: Tree, file: string): Promise<ReadSource> {
  try {
    const bytes = await tree.read(file, FILE_LIMIT);
    return bytes === null ? { bytes, problem: await inTheWay(tree, file) } : { bytes, problem: null };
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== "storage") throw error;
    const message = "the file can't be read, or is too long";
    const wanted = `a readable file of at most ${FILE_LIMIT} bytes`;
    return { bytes: null, problem: { file, line: 1, column: 1, key: "", message, wanted } };
  }
}

/** Something else of that name must not pass for an absent file: whoever put it there would be rid of the law. */
async function inTheWay(tree: Tree, file: string): Promise<Problem | null> {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
  const entry = (await tree.list(folder)).find(({ path }) => path === file);
  if (entry === undefined) return null;
  const message = "this is not a regular file";
  return { file, line: 1, column: 1, key: "", message, found: kindOf(entry.mode), wanted: "a regular file" };
}

/** What an entry of a tree is, in words. */
export function kindOf(mode: TreeEntry["mode"]): string {
  switch (mode) {
    case "040000":
      return "a folder";
    case "120000":
      return "a symbolic link";
    case "160000":
      return "a repository of its own";
    case "000000":
      return "a pipe, a socket or a device";
    default:
      return "a file";
  }
}

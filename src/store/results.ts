import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { writeAtomic } from "./atomic.ts";

/** What is kept of a history, each in a file of its own. */
type ResultKind =
  | "messages"
  | "paths"
  | "told-messages"
  | "told-paths"
  | "changes"
  | "facts"
  | "folders"
  | "blame"
  | "tree"
  | "audits";

/** Where the results of whole histories are kept, below the git folder that all work trees share. */
export function resultsFile(commonDir: string, kind: ResultKind): string {
  return join(commonDir, "golden-thread", `history-${kind}`);
}

/** Whether anything is kept, good or not. */
export function hasResults(commonDir: string, kind: ResultKind): boolean {
  return existsSync(resultsFile(commonDir, kind));
}

/** The bytes of a stored result, or null where there is none that can be read: it is then made anew. */
export function readResults(file: string): Uint8Array | null {
  try {
    const descriptor = openSync(file, "r");
    try {
      // Not pooled: columns are views into these bytes and need their alignment.
      const bytes = new Uint8Array(fstatSync(descriptor).size);
      return readSync(descriptor, bytes) === bytes.length ? bytes : null;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return null;
  }
}

/** Keeps a result. False where the folder can't be written: the answer stands all the same, the next one takes longer. */
export function writeResults(file: string, parts: readonly Uint8Array[]): boolean {
  try {
    writeAtomic(file, parts);
    return true;
  } catch {
    return false;
  }
}

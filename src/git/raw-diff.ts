import type { PathChange } from "../core/change.ts";
import { Fault } from "../core/fault.ts";

/** What makes a raw diff the same for everybody, whatever the repository or its owner configured. */
export const RAW_DIFF = [
  "--raw",
  "-z",
  "--no-renames",
  "--no-abbrev",
  "--no-relative",
  "--ignore-submodules=none",
] as const;

export interface RawDiffReader {
  push(chunk: Buffer): void;
  /** Nothing more comes: hands on the last commit. */
  end(): void;
  /** Whether the stream stopped between two entries. */
  complete(): boolean;
}

const COLON = 58;
const LINE_FEED = 10;

/**
 * Reads `git log --format=%H` with `RAW_DIFF` (git-diff-tree, "RAW OUTPUT FORMAT") from chunks of any size: a commit's id,
 * then its changed paths. Names are decoded as UTF-8; other bytes become U+FFFD.
 */
export function readRawDiff(
  visit: (oid: string | null, paths: readonly PathChange[]) => void,
): RawDiffReader {
  let rest: Buffer = Buffer.alloc(0);
  let oid: string | null = null;
  let entry: string | null = null;
  let paths: PathChange[] = [];

  const flush = (): void => {
    if (oid !== null || paths.length > 0) visit(oid, paths);
    oid = null;
    paths = [];
  };
  const take = (data: Buffer, start: number, end: number): void => {
    if (entry !== null) {
      paths.push(pathChange(entry, data.toString("utf8", start, end)));
      entry = null;
      return;
    }
    // A line break parts a commit's id from its first entry.
    const at = data[start] === LINE_FEED ? start + 1 : start;
    if (data[at] === COLON) {
      entry = data.toString("latin1", at + 1, end);
      return;
    }
    flush();
    oid = data.toString("latin1", start, end);
  };

  return {
    push(chunk) {
      const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let at = 0;
      for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, at)) {
        take(data, at, end);
        at = end + 1;
      }
      rest = data.subarray(at);
    },
    end: flush,
    complete: () => entry === null && rest.length === 0,
  };
}

/** Changed paths from the output of one `RAW_DIFF` without commit ids. */
export function parseRawDiff(stdout: Buffer): readonly PathChange[] {
  const found: PathChange[] = [];
  const reader = readRawDiff((_, paths) => found.push(...paths));
  reader.push(stdout);
  reader.end();
  if (!reader.complete()) throw new Fault("git", "A list of changed paths broke off.");
  return found;
}

/** `<old mode> <new mode> <old id> <new id> <status>`; a changed type is a modification. */
function pathChange(entry: string, path: string): PathChange {
  const [, mode = "", , oid = "", letter = ""] = entry.split(" ");
  const status = letter === "A" ? "added" : letter === "D" ? "deleted" : "modified";
  return { path, status, mode, oid };
}

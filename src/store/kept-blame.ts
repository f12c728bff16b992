import { BUILD } from "../core/build.ts";
import { readResults, resultsFile, writeResults } from "./results.ts";

/** What `git blame` said at a commit. */
export interface KeptBlame {
  /** Full id of that commit. */
  readonly commit: string;
  readonly commits: readonly string[];
  /** By path: places in `commits` and how many lines, one after the other. */
  readonly files: ReadonlyMap<string, Uint32Array>;
}

interface Header {
  readonly version: string;
  readonly commit: string;
  readonly commits: readonly string[];
  /** Each path with its numbers' count. */
  readonly files: readonly (readonly [string, number])[];
}

/** What is kept; null: nothing, or of another version. */
export function readBlame(commonDir: string): KeptBlame | null {
  const bytes = readResults(resultsFile(commonDir, "blame"));
  if (bytes === null) return null;
  try {
    const end = bytes.indexOf(LINE_FEED);
    const header: Header = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString("utf8"));
    if (header.version !== BUILD) return null;
    // A copy: the numbers begin wherever the header ends.
    const numbers = new Uint32Array(bytes.slice(end + 1).buffer);
    const files = new Map<string, Uint32Array>();
    let at = 0;
    for (const [path, count] of header.files) {
      files.set(path, numbers.subarray(at, at + count));
      at += count;
    }
    return at === numbers.length ? { commit: header.commit, commits: header.commits, files } : null;
  } catch {
    return null;
  }
}

const LINE_FEED = 10;

/** Keeps it: a line of JSON, then the numbers of all files as they lie in memory. */
export function writeBlame(commonDir: string, { commit, commits, files }: KeptBlame): void {
  const header: Header = {
    version: BUILD,
    commit,
    commits,
    files: Array.from(files, ([path, pairs]) => [path, pairs.length] as const),
  };
  const numbers = Array.from(
    files.values(),
    (pairs) => new Uint8Array(pairs.buffer, pairs.byteOffset, pairs.byteLength),
  );
  writeResults(resultsFile(commonDir, "blame"), [Buffer.from(`${JSON.stringify(header)}\n`), ...numbers]);
}

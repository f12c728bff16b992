import { closeSync, constants, openSync, readSync } from "node:fs";
import { Fault } from "../core/fault.ts";
import { readBatch } from "./batch.ts";
import { nulRecords } from "./records.ts";
import type { Repository } from "./repository.ts";
import { workTreeRoot } from "./repository.ts";
import type { GitStream } from "./run.ts";

/** A larger file is generated or data; reading it whole would cost more memory than all the rest. */
export const LARGEST_FILE = 8 * 1024 * 1024;

/** Most files of source code fit, and are then read at once. */
const FIRST_BUFFER = 256 * 1024;

/** A commit's tree, and the ids of its files by path: they are asked for by these, since git finds a name only by going through its folders. */
export interface SearchedTree {
  readonly commit: string;
  readonly oids: ReadonlyMap<string, string>;
}

/** What a walk over a tree's text files did not read. */
export interface GrepGaps {
  /** Paths above the size limit, or gone while they were read. */
  readonly skipped: readonly string[];
}

/** `bytes` is a view into a buffer that lives no longer than the visit. */
export type VisitFile = (path: string, bytes: Buffer) => void;

/**
 * Visits every tracked text file that may hold a match of `pattern` (an expression that PCRE reads): of the work
 * tree, or of a commit's. git searches; only the files that it names are read here. A git that was built
 * without PCRE names every text file. Paths are root-relative.
 */
export async function grepFiles(
  repo: Repository,
  pattern: string,
  tree: SearchedTree | null,
  visit: VisitFile,
): Promise<GrepGaps> {
  const seen = new Set<string>();
  const gaps: string[] = [];
  const reader = tree === null ? workTreeReader(repo, visit, gaps) : objectReader(repo, tree, visit, gaps);
  const revision = tree?.commit ?? null;
  const prefix = revision === null ? 0 : revision.length + 1;
  const each = (found: string): void => {
    const name = found.slice(prefix);
    if (seen.has(name)) return;
    seen.add(name);
    reader.read(name);
  };
  try {
    await names(repo, ["-P", "-e", pattern], revision, each);
  } catch (thrown) {
    if (!isWithoutPcre(thrown)) throw thrown;
    await names(repo, ["-e", ""], revision, each);
  } finally {
    await reader.end();
  }
  return { skipped: gaps };
}

/**
 * How many lines each text file has, by path: of the work tree, or of the tree of `revision`. A last line without a break counts.
 * Files without a line and binary ones are left out.
 */
export async function countLines(
  repo: Repository,
  revision: string | null,
  visit: (path: string, lines: number) => void,
): Promise<void> {
  const child = grepChild(repo, ["-c", "-e", ""], revision);
  const prefix = revision === null ? 0 : revision.length + 1;
  // `path NUL count LF`, so a record holds the count of the file before it.
  let path = "";
  for await (const record of nulRecords(child.stdout)) {
    const end = path === "" ? -1 : record.indexOf("\n");
    if (path !== "") visit(path, Number(record.slice(0, end)));
    path = record.slice(end + 1 + prefix);
  }
  await child.done;
}

/** Asks git for the names of files with a match, and hands them on as they come. */
async function names(
  repo: Repository,
  how: readonly string[],
  revision: string | null,
  each: (name: string) => void,
): Promise<void> {
  const child = grepChild(repo, ["-l", ...how], revision);
  for await (const name of nulRecords(child.stdout)) each(name);
  await child.done;
}

/** A search in text files. Recursion into submodules would be into other repositories. */
function grepChild(repo: Repository, how: readonly string[], revision: string | null): GitStream {
  const top = revision === null ? workTreeRoot(repo) : (repo.root ?? repo.gitDir);
  const args = [
    "grep",
    "-z",
    "-I",
    "--full-name",
    "--no-color",
    "--no-line-number",
    "--no-recurse-submodules",
    ...how,
  ];
  return repo.git.spawn(["-C", top, ...args, ...(revision === null ? [] : [revision]), "--"], {
    codes: [0, 1],
  });
}

/** PCRE is a build option of git, and its compiled matcher can refuse a text; both are told by words alone. */
function isWithoutPcre(thrown: unknown): boolean {
  return thrown instanceof Fault && /perl-compatible|pcre/i.test(thrown.found ?? "");
}

interface FileReader {
  read(name: string): void;
  end(): Promise<void>;
}

function workTreeReader(repo: Repository, visit: VisitFile, gaps: string[]): FileReader {
  const root = workTreeRoot(repo);
  let buffer = Buffer.allocUnsafe(FIRST_BUFFER);
  /** How much of the file there is; grows the buffer until the file ends, or until it is too large. */
  const fill = (file: number): number => {
    for (let length = 0; ; ) {
      const got = readSync(file, buffer, length, buffer.length - length, length);
      length += got;
      // A regular file gives all that is asked for, up to its end.
      if (length < buffer.length) return length;
      if (length > LARGEST_FILE) return Number.POSITIVE_INFINITY;
      buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
    }
  };
  return {
    read(path) {
      let file = -1;
      try {
        file = openSync(`${root}/${path}`, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
        const length = fill(file);
        if (length > LARGEST_FILE) gaps.push(path);
        else visit(path, buffer.subarray(0, length));
      } catch (thrown) {
        if (!(thrown instanceof Error && "code" in thrown)) throw thrown;
        gaps.push(path);
      } finally {
        if (file >= 0) closeSync(file);
      }
    },
    end: async () => undefined,
  };
}

/** Reads a tree's files with one child; answers come in the order of the questions. */
function objectReader(
  repo: Repository,
  { oids }: SearchedTree,
  visit: VisitFile,
  gaps: string[],
): FileReader {
  const child = repo.git.spawn(["cat-file", "--batch", "--buffer"], { stdin: "pipe" });
  const asked: string[] = [];
  let answered = 0;
  const next = (): string => asked[answered++] ?? "";
  const batch = readBatch({
    found: ({ body }) => {
      const path = next();
      if (body.length > LARGEST_FILE) gaps.push(path);
      else visit(path, body);
    },
    absent: () => gaps.push(next()),
  });
  child.stdout.on("data", batch.push);
  return {
    read(path) {
      const oid = oids.get(path);
      if (oid === undefined) gaps.push(path);
      else {
        asked.push(path);
        child.stdin?.write(`${oid}\n`);
      }
    },
    async end() {
      child.stdin?.end();
      await child.done;
    },
  };
}

import { BUILD } from "../core/build.ts";
import type { FolderRow } from "../core/simulation.ts";
import { changedFolders } from "../git/changed-folders.ts";
import type { Repository } from "../git/repository.ts";
import { readResults, resultsFile, writeResults } from "../store/results.ts";

/** Fewer than these are asked again faster than a file is written. */
const WORTH_KEEPING = 200;

/** Folders of commits: each distinct set once, and for each commit id the number of its set. */
interface Known {
  readonly sets: string[][];
  readonly ofCommit: Map<string, number>;
}

/**
 * How many of the commits touch each folder. What a commit changed against its first parent never changes, so it is asked
 * once in its life; in a shallow clone the parent may yet come, and nothing is kept.
 */
export async function folderRows(
  repo: Repository,
  ids: readonly string[],
  depth: number,
): Promise<readonly FolderRow[]> {
  const file = resultsFile(repo.commonDir, "folders");
  const known = (repo.shallow ? null : read(file, depth)) ?? { sets: [[]], ofCommit: new Map() };
  const open = ids.filter((id) => !known.ofCommit.has(id));
  await ask(repo, known, open, depth);
  if (!repo.shallow && open.length >= WORTH_KEEPING) write(file, known, depth);
  const perSet = known.sets.map(() => 0);
  for (const id of ids) {
    const set = known.ofCommit.get(id) ?? 0;
    perSet[set] = (perSet[set] ?? 0) + 1;
  }
  return rowsOf(known.sets, perSet);
}

/** Set 0 is the empty one: a commit that git names no folder of changed nothing. */
async function ask(repo: Repository, known: Known, ids: readonly string[], depth: number): Promise<void> {
  const numbers = new Map(known.sets.map((set, index) => [set.join("\0"), index]));
  for (const id of ids) known.ofCommit.set(id, 0);
  await changedFolders(repo, ids, depth, (id, folders) => {
    const set = [...folders].sort();
    const name = set.join("\0");
    const number = numbers.get(name) ?? known.sets.push(set) - 1;
    numbers.set(name, number);
    known.ofCommit.set(id, number);
  });
}

function rowsOf(sets: readonly (readonly string[])[], perSet: readonly number[]): readonly FolderRow[] {
  const counts = new Map<string, number>();
  sets.forEach((set, index) => {
    const commits = perSet[index] ?? 0;
    if (commits > 0) for (const folder of set) counts.set(folder, (counts.get(folder) ?? 0) + commits);
  });
  return Array.from(counts, ([folder, blocked]) => ({ folder, blocked })).sort(
    (a, b) => b.blocked - a.blocked || (a.folder < b.folder ? -1 : 1),
  );
}

interface Header {
  readonly version: string;
  readonly depth: number;
  /** Hex digits of an id. */
  readonly digits: number;
  readonly sets: string[][];
}

/** A line of JSON, the ids in hex one after the other, a blank, and the numbers of their sets. */
function write(file: string, { sets, ofCommit }: Known, depth: number): void {
  const digits = ofCommit.keys().next().value?.length ?? 0;
  const header: Header = { version: BUILD, depth, digits, sets };
  const numbers = [...ofCommit.values()].join(",");
  const text = `${JSON.stringify(header)}\n${[...ofCommit.keys()].join("")} ${numbers}`;
  writeResults(file, [Buffer.from(text)]);
}

/** Null: not there, of another version or depth, or not whole. */
function read(file: string, depth: number): Known | null {
  const bytes = readResults(file);
  if (bytes === null) return null;
  const [head = "", body = ""] = Buffer.from(bytes.buffer).toString("utf8").split("\n", 2);
  try {
    const header: Header = JSON.parse(head);
    if (header.version !== BUILD || header.depth !== depth) return null;
    const [ids = "", numbers = ""] = body.split(" ");
    const ofCommit = new Map<string, number>();
    numbers.split(",").forEach((number, index) => {
      ofCommit.set(ids.slice(index * header.digits, (index + 1) * header.digits), Number(number));
    });
    return { sets: header.sets, ofCommit };
  } catch {
    return null;
  }
}

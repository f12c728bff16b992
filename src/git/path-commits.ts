import { nulRecords } from "./records.ts";
import type { Repository } from "./repository.ts";

/** Full ids alone, whatever the configuration adds. */
const IDS = ["log", "--format=%H", "--no-patch", "--no-show-signature", "--no-notes", "--no-color"] as const;

/**
 * Full ids of the commits behind a file as a commit has it, or behind one of its lines (from 1), newest first; renames are followed. Empty
 * where the file has no such line.
 */
export async function commitsOfPath(
  repo: Repository,
  commit: string,
  path: string,
  line: number | null,
): Promise<readonly string[]> {
  const place = ["-C", repo.root ?? repo.gitDir];
  const how = line === null ? ["--follow", commit, "--", path] : [`-L${line},${line}:${path}`, commit];
  const { code, stdout } = await repo.git.run([...place, ...IDS, ...how], { codes: [0, 128] });
  return code === 0 ? [...new Set(stdout.toString("latin1").split("\n").filter(Boolean))] : [];
}

/** Paths that a commit changed against its first parent; a root commit brought all of its own. */
export async function pathsOfCommit(repo: Repository, commit: string): Promise<readonly string[]> {
  const args = [
    "-c",
    "log.showRoot=true",
    "log",
    "-1",
    "-z",
    "--format=",
    "--name-only",
    "--no-renames",
    "--no-relative",
  ];
  const child = repo.git.spawn([
    ...args,
    "--diff-merges=first-parent",
    "--no-show-signature",
    "--end-of-options",
    commit,
    "--",
  ]);
  const paths: string[] = [];
  for await (const path of nulRecords(child.stdout)) paths.push(path);
  await child.done;
  return paths;
}

import { mergeLines } from "./merge-lines.ts";
import { nulRecords } from "./records.ts";
import type { Repository } from "./repository.ts";

/** Full ids, whatever the configuration adds. */
const LOG = [
  "-c",
  "log.showRoot=true",
  "log",
  "--format=%H",
  "--no-show-signature",
  "--no-notes",
  "--no-color",
] as const;

/**
 * Full ids of the commits behind a file as a commit has it, merges that wrote something of it themselves last, or behind one of its lines
 * (from 1), each newest first; renames are followed. Empty where the file has no such line.
 */
export async function commitsOfPath(
  repo: Repository,
  commit: string,
  path: string,
  line: number | null,
): Promise<readonly string[]> {
  if (line !== null) return records(repo, [...LOG, "--no-patch", `-L${line},${line}:${path}`, commit], "\n");
  const followed = [...LOG, "-z", "--name-status", "--no-relative", "--follow", commit, "--", path];
  const { ids, renamed } = namedIn(await records(repo, followed, "\0"));
  const merges: string[] = [];
  for (const place of [{ from: commit, path }, ...renamed]) merges.push(...(await mergesOf(repo, place)));
  return [...new Set([...ids, ...merges])];
}

/** A file by a name that it had up to a commit. */
interface Place {
  readonly from: string;
  readonly path: string;
}

/** Ids, each with a status and a path behind it, or with the old path and the new one (git-diff-tree, `--name-status`). */
function namedIn(told: readonly string[]) {
  const [ids, renamed]: [string[], Place[]] = [[], []];
  for (let at = 0; at < told.length; at++) {
    const record = told[at] ?? "";
    // A line break parts a commit's id from what follows.
    if (!record.startsWith("\n")) ids.push(record);
    else if (/^\n[RC]/.test(record)) {
      renamed.push({ from: ids.at(-1) ?? "", path: told[at + 1] ?? "" });
      at += 2;
    } else at++;
  }
  return { ids, renamed };
}

/** Merges that wrote something of a file themselves: `--follow` passes all merges by, and would lose its way in them. */
async function mergesOf(repo: Repository, { from, path }: Place): Promise<readonly string[]> {
  const merges = await records(repo, ["rev-list", "--merges", "--full-history", from, "--", path], "\n");
  const own = await mergeLines(repo, merges, [path]);
  return merges.filter((id) => (own.get(id)?.length ?? 0) > 0);
}

async function records(repo: Repository, args: readonly string[], end: string): Promise<readonly string[]> {
  const place = ["-C", repo.root ?? repo.gitDir];
  const { code, stdout } = await repo.git.run([...place, ...args], { codes: [0, 128] });
  return code === 0 ? stdout.toString("utf8").split(end).filter(Boolean) : [];
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

import { Fault } from "../core/fault.ts";
import { NO_FETCH } from "./own-objects.ts";
import { nulRecords } from "./records.ts";
import type { Repository } from "./repository.ts";

/** How many lines of a file stand today by each commit; commits by full id. */
export type LineOwners = ReadonlyMap<string, number>;

/** An entry of the porcelain format: commit, first line there, first line here, and how many (git-blame, "INCREMENTAL OUTPUT"). */
const ENTRY = /^([0-9a-f]{40}|[0-9a-f]{64}) \d+ \d+ (\d+)$/gm;

/**
 * No program that an attribute names is run over a file, and no list of commits to look through is read, whoever configured one: whoever
 * brings a change could bring a list with it that puts the change under older names. An empty name takes all lists back (git-blame).
 */
const PLAIN = ["--incremental", "--no-textconv", "--ignore-revs-file="] as const;

/**
 * Which commits the lines of a commit's file are from; whole-file renames are followed, as git does. Null: git can't blame it, since
 * objects are missing here.
 */
export async function blame(repo: Repository, commit: string, path: string): Promise<LineOwners | null> {
  const owners = new Map<string, number>();
  const args = ["-C", repo.root ?? repo.gitDir, "blame", ...PLAIN, commit, "--", path];
  const { code, stdout, stderr } = await repo.git.withEnv(NO_FETCH).run(args, { codes: [0, 128] });
  if (/object name list/.test(stderr)) throw noList(stderr);
  if (code !== 0) return null;
  for (const [, id = "", lines = "0"] of stdout.toString("latin1").matchAll(ENTRY)) {
    owners.set(id, (owners.get(id) ?? 0) + Number(lines));
  }
  return owners;
}

/** git reads every list before it takes them back, and blames nothing at all where one is missing. */
function noList(stderr: string): Fault {
  return new Fault("repository", "git can't read the list of commits that blame looks through.", {
    found: stderr.trim(),
    wanted: "a file of full commit ids, or no such setting",
    fix: "git config --unset-all blame.ignoreRevsFile",
  });
}

/**
 * Paths that any commit touched that only one of two commits can reach: all others have the same blame at both. Null: one of the two is
 * not here.
 */
export async function touchedBetween(
  repo: Repository,
  before: string,
  now: string,
): Promise<ReadonlySet<string> | null> {
  const touched = new Set<string>();
  if (before === now) return touched;
  const format = [
    "-z",
    "--format=",
    "--name-only",
    "--no-renames",
    "-m",
    "--no-relative",
    "--ignore-submodules=none",
  ];
  const args = ["-c", "log.showRoot=true", "log", ...format, "--end-of-options", `${before}...${now}`, "--"];
  const child = repo.git.spawn(args, { codes: [0, 128] });
  for await (const path of nulRecords(child.stdout)) touched.add(path);
  return (await child.done) === 0 ? touched : null;
}

import { readFileSync } from "node:fs";
import { Fault } from "../core/fault.ts";
import { isObjectId } from "../core/object-id.ts";
import { readBlobs } from "./blobs.ts";
import { NO_FETCH } from "./own-objects.ts";
import { pathOids } from "./path-oids.ts";
import { nulRecords } from "./records.ts";
import type { Repository } from "./repository.ts";

/** How many lines of a file stand today by each commit; commits by full id. */
export type LineOwners = ReadonlyMap<string, number>;

/** An entry of the porcelain format: commit, first line there, first line here, and how many (git-blame, "INCREMENTAL OUTPUT"). */
const ENTRY = /^([0-9a-f]{40}|[0-9a-f]{64}) \d+ \d+ (\d+)$/gm;

/**
 * Which commits the lines of a commit's file are from; whole-file renames are followed, as git does. `ignored`: commits that are looked
 * through. Null: git can't blame it, since objects are missing here.
 */
export async function blame(
  repo: Repository,
  commit: string,
  path: string,
  ignored: readonly string[],
): Promise<LineOwners | null> {
  const owners = new Map<string, number>();
  const skip = ignored.flatMap((id) => ["--ignore-rev", id]);
  const args = ["-C", repo.root ?? repo.gitDir, "blame", "--incremental", ...skip, commit, "--", path];
  const { code, stdout, stderr } = await repo.git.withEnv(NO_FETCH).run(args, { codes: [0, 128] });
  if (/object name list/.test(stderr)) throw noList(stderr);
  if (code !== 0) return null;
  for (const [, id = "", lines = "0"] of stdout.toString("latin1").matchAll(ENTRY)) {
    owners.set(id, (owners.get(id) ?? 0) + Number(lines));
  }
  return owners;
}

/** git then blames nothing at all; an empty setting can't overrule it, since git sorts these before it reads them. */
function noList(stderr: string): Fault {
  return new Fault("repository", "git can't read the list of commits that blame looks through.", {
    found: stderr.trim(),
    wanted: "a file of full commit ids, or no such setting",
    fix: "git config --unset-all blame.ignoreRevsFile",
  });
}

/** The name that GitHub and GitLab read, beside which git itself is told by `blame.ignoreRevsFile`. */
const IGNORE_FILE = ".git-blame-ignore-revs";

/** A longer list is no list that people keep. */
const LONGEST_LIST = 1024 * 1024;

/** More would make a command line that is too long. */
const MOST_IGNORED = 1000;

/**
 * Commits that nobody is asked about, since they only moved text: of the file in the commit's own tree, and of the one that
 * `blame.ignoreRevsFile` names. Ids that this repository lacks are left out.
 */
export async function ignoredRevisions(repo: Repository, commit: string): Promise<readonly string[]> {
  const [oid = null] = await pathOids(repo, [`${commit}:${IGNORE_FILE}`]);
  const own = oid === null ? undefined : (await readBlobs(repo, [oid], LONGEST_LIST)).get(oid);
  const texts = own instanceof Uint8Array ? [Buffer.from(own).toString("latin1")] : [];
  const named = await repo.git.text(["config", "--type=path", "--get-all", "blame.ignoreRevsFile"], {
    codes: [0, 1],
  });
  const ids = [...texts, ...named.split("\n").flatMap((file) => textOf(repo, file))].flatMap(idsIn);
  return existing(repo, [...new Set(ids)].sort());
}

function textOf(repo: Repository, file: string): readonly string[] {
  if (file === "" || repo.root === null) return [];
  try {
    return [readFileSync(file.startsWith("/") ? file : `${repo.root}/${file}`, "latin1")];
  } catch {
    return [];
  }
}

function idsIn(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const id = line.replace(/#.*$/u, "").trim();
    return isObjectId(id) ? [id] : [];
  });
}

async function existing(repo: Repository, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const args = ["cat-file", "--batch-check=%(objecttype)", "--buffer"];
  const { stdout } = await repo.git.run(args, { input: `${ids.join("\n")}\n` });
  const types = stdout.toString("latin1").split("\n");
  return ids.filter((_, index) => types[index] === "commit").slice(0, MOST_IGNORED);
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

import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Where the commit is made, found without asking git. Real paths. */
export interface GitPlace {
  readonly root: string;
  readonly gitDir: string;
}

/** Environment variables as they were inherited. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Files and folders of the git folder that stand while git does more than one plain commit (gitrepository-layout(5)). */
const UNDER_WAY = new Set([
  "MERGE_HEAD",
  "CHERRY_PICK_HEAD",
  "REVERT_HEAD",
  "REBASE_HEAD",
  "SQUASH_MSG",
  "rebase-merge",
  "rebase-apply",
  "sequencer",
]);

/** How HEAD says which branch is checked out. */
const ON_BRANCH = "ref: refs/heads/";

/** No branch has a longer name. */
const LONGEST_HEAD = 4096;

/** Variables of ours that say nothing about the verdict or how it is shown. */
const HARMLESS = new Set(["GOLDEN_THREAD_NODE", "GOLDEN_THREAD_CA_CERTS", "GOLDEN_THREAD_NODE_OPTIONS"]);

/** Configuration that stands in no file, and wishes of the user's that only the engine knows how to meet. */
export function isSteered(env: Env): boolean {
  return Object.keys(env).some(
    (name) => name.startsWith("GIT_CONFIG") || (name.startsWith("GOLDEN_THREAD_") && !HARMLESS.has(name)),
  );
}

/** Follows `.git` up from `cwd`, or GIT_DIR (git sets it for hooks in linked work trees and submodules). Null: not a plain case. */
export function findGit(cwd: string, env: Env): GitPlace | null {
  if (env.GIT_COMMON_DIR !== undefined) return null;
  if (env.GIT_DIR !== undefined)
    return place(resolve(cwd, env.GIT_WORK_TREE ?? ""), resolve(cwd, env.GIT_DIR));
  if (env.GIT_WORK_TREE !== undefined) return null;
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = gitDirIn(folder);
    if (found !== null) return place(folder, found);
    if (dirname(folder) === folder) return null;
  }
}

/** Short name of the branch; null: detached. `undefined`: HEAD is not plain text (reftable, a link), git has to be asked. */
export function branchAt(gitDir: string): string | null | undefined {
  const file = `${gitDir}/HEAD`;
  if (!lstatSync(file, { bigint: true }).isFile()) return undefined;
  const text = readFileSync(file, "utf8");
  if (text.length < LONGEST_HEAD && text.startsWith(ON_BRANCH) && text.endsWith("\n")) {
    const branch = text.slice(ON_BRANCH.length, -1);
    // A repository with reftables keeps a HEAD that can't be meant.
    return branch === ".invalid" || branch.includes("\n") ? undefined : branch;
  }
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})\n$/.test(text) ? null : undefined;
}

/** A merge, rebase, revert, cherry-pick or squash is not finished. */
export function isUnderWay(gitDir: string): boolean {
  return readdirSync(gitDir).some((name) => UNDER_WAY.has(name));
}

function place(root: string, gitDir: string): GitPlace {
  return { root: realpathSync.native(root), gitDir: realpathSync.native(gitDir) };
}

/** The folder that `.git` is, or the one that it names (gitrepository-layout(5), `gitdir:`). */
function gitDirIn(folder: string): string | null {
  const path = `${folder}/.git`;
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (found.isDirectory()) return path;
  const named = /^gitdir: ([^\n]+)\n?$/.exec(readFileSync(path, "utf8"))?.[1];
  return named === undefined ? null : resolve(folder, named);
}

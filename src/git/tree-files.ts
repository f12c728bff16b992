import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nulRecords } from "./records.ts";
import type { Repository } from "./repository.ts";

/** A file of a commit's tree. */
export interface TreeFile {
  /** Root-relative, as git has it. */
  readonly path: string;
  readonly mode: string;
  readonly oid: string;
}

const SUBMODULE = "160000";

/** Every file of a commit's tree in the order of code units; submodules are other repositories. One child. */
export async function treeFiles(repo: Repository, commit: string): Promise<readonly TreeFile[]> {
  const child = repo.git.spawn(["ls-tree", "-r", "-z", "--full-tree", commit]);
  const files: TreeFile[] = [];
  for await (const record of nulRecords(child.stdout)) {
    const tab = record.indexOf("\t");
    const [mode = "", , oid = ""] = record.slice(0, tab).split(" ");
    if (mode !== SUBMODULE) files.push({ path: record.slice(tab + 1), mode, oid });
  }
  await child.done;
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The ids of files by path. */
export function oidsOf(files: readonly TreeFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, oid }) => [path, oid]));
}

/** What `.gitattributes` says of a file, as far as anybody here asks. */
export interface FileTraits {
  /** Made by a program, as GitHub's Linguist reads `linguist-generated`. */
  readonly generated: boolean;
  /** Made by others (`linguist-vendored`). */
  readonly vendored: boolean;
  readonly binary: boolean;
  /** Its bytes in the work tree are not those that git keeps: a filter, or another encoding. */
  readonly converted: boolean;
}

const TRAITS: Readonly<Record<string, keyof FileTraits>> = {
  "linguist-generated": "generated",
  "linguist-vendored": "vendored",
  diff: "binary",
  filter: "converted",
  "working-tree-encoding": "converted",
};

const NO_TRAITS: FileTraits = { generated: false, vendored: false, binary: false, converted: false };

/** Whether it says what git takes other files for. */
export function isAttributes({ path }: Pick<TreeFile, "path">): boolean {
  return /(?:^|\/)\.gitattributes$/.test(path);
}

/**
 * The traits of those of the `wanted` files that have any, as the commit's own `.gitattributes` files say: neither the work tree nor the user's settings
 * count. git reads attributes of an index where it has no work tree, so the tree is put into a temporary one (git-check-attr, `--cached`).
 */
export async function fileTraits(
  repo: Repository,
  commit: string,
  files: readonly TreeFile[],
  wanted: readonly TreeFile[] = files,
): Promise<ReadonlyMap<string, FileTraits>> {
  if (wanted.length === 0 || !files.some(isAttributes)) return new Map();
  const folder = mkdtempSync(join(tmpdir(), "golden-thread-index-"));
  try {
    const git = repo.git.withEnv({ GIT_INDEX_FILE: join(folder, "index") });
    const place = ["-C", repo.root ?? repo.gitDir, "-c", "core.attributesFile="];
    // A hook of the repository would be run for the temporary index, too (githooks, "post-index-change").
    await git.run([...place, "-c", `core.hooksPath=${folder}`, "read-tree", commit]);
    const child = git.spawn([...place, "check-attr", "--cached", "-z", "--stdin", ...Object.keys(TRAITS)], {
      stdin: "pipe",
    });
    child.stdin?.end(wanted.map(({ path }) => `${path}\0`).join(""));
    const traits = await traitsIn(nulRecords(child.stdout));
    await child.done;
    return traits;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Records come in threes: path, attribute, value (git-check-attr, "OUTPUT"). */
async function traitsIn(records: AsyncIterable<string>): Promise<ReadonlyMap<string, FileTraits>> {
  const traits = new Map<string, FileTraits>();
  let three: string[] = [];
  for await (const record of records) {
    if (three.push(record) < 3) continue;
    const [path = "", name = "", value = ""] = three;
    three = [];
    const trait = TRAITS[name];
    // What has no diff is binary to git, by the macro `binary` or by `-diff` alone (gitattributes, "diff").
    if (trait === undefined || (name === "diff") !== (value === "unset")) continue;
    if (/^(?:unspecified|false)$/.test(value)) continue;
    traits.set(path, { ...(traits.get(path) ?? NO_TRAITS), [trait]: true });
  }
  return traits;
}

/**
 * Files of the work tree that may differ from a commit's, or that are not in it: what is not named here can be read from the disk, many
 * at a time, which takes a third as long as from the store. Null: there is no work tree, or it holds only a part.
 */
export async function changedInWorkTree(
  repo: Repository,
  commit: string,
): Promise<ReadonlySet<string> | null> {
  if (repo.root === null) return null;
  const sparse = await repo.git.text(["config", "--type=bool", "--get", "core.sparseCheckout"], {
    codes: [0, 1],
  });
  if (sparse === "true") return null;
  const how = ["-z", "--name-only", "--no-renames", "--no-relative", "--ignore-submodules=all"];
  const child = repo.git.spawn(["-C", repo.root, "diff-index", ...how, commit, "--"]);
  const changed = new Set<string>();
  for await (const path of nulRecords(child.stdout)) changed.add(path);
  await child.done;
  return changed;
}

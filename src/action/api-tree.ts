import { Fault } from "../core/fault.ts";
import type { ForgeHome } from "../core/forge.ts";
import { isObjectId } from "../core/object-id.ts";
import { remembered } from "../core/once.ts";
import type { Tree } from "../core/ports.ts";
import { FOLDER, type TreeNode } from "../git/tree-object.ts";
import { tooLarge, treePath } from "../git/tree-path.ts";
import { walkedTree } from "../git/walked-tree.ts";
import type { Blobs } from "./api-blobs.ts";
import { askOctokit, type Octokit } from "./octokit.ts";

/** Digits of an id by which people know a commit. */
const SHORT = 7;

/** What trees are asked with. */
export interface TreeAsking {
  readonly octokit: Octokit;
  readonly home: Pick<ForgeHome, "repository">;
  readonly blobs: Blobs;
}

type Folder = ReadonlyMap<string, TreeNode>;

/** One entry of a listing, as GitHub words it. */
interface Listed {
  readonly path?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly sha?: string | null;
  readonly size?: number | null;
}

/**
 * The tree of a commit as the API tells it: one listing of everything, or one a folder where that is more than GitHub lists; contents when
 * they are read. Null: GitHub has no such commit.
 */
export async function apiTree({ octokit, home, blobs }: TreeAsking, commit: string): Promise<Tree | null> {
  const [owner = "", repo = ""] = home.repository.split("/");
  const listed = (tree_sha: string, more: { readonly recursive?: "1" } = {}) =>
    askOctokit(`the files of ${commit}`, octokit.rest.git.getTree({ owner, repo, tree_sha, ...more }));
  const whole = await listed(commit, { recursive: "1" });
  if (whole === null) return null;
  const folders = whole.data.truncated ? null : foldersOf(whole.data.tree);
  const alone = remembered(async (oid: string): Promise<Folder> => {
    const told = await listed(oid);
    if (told === null || told.data.truncated) throw untold(commit, oid);
    return new Map(told.data.tree.flatMap((entry) => nodeOf(entry, entry.path ?? "")));
  });
  return walkedTree({
    label: commit.slice(0, SHORT),
    root: commit,
    folder: async ({ oid, path }) => (folders === null ? alone(oid) : (folders.get(path) ?? EMPTY)),
    async file({ oid, path, limit }) {
      const bytes = await blobs(oid);
      if (bytes.length > limit) throw tooLarge(path, bytes.length, limit);
      return bytes;
    },
  });
}

/** A folder that is there is never taken for an empty one: the law may stand in it. */
function untold(commit: string, found: string): Fault {
  return new Fault("unavailable", `GitHub does not tell all files of ${commit}.`, { found });
}

const EMPTY: Folder = new Map();

/** Every folder of a listing, by its path. */
function foldersOf(entries: readonly Listed[]): ReadonlyMap<string, Folder> {
  const folders = new Map<string, Map<string, TreeNode>>([["", new Map()]]);
  for (const entry of entries) {
    const path = entry.path ?? "";
    const end = path.lastIndexOf("/");
    const parent = path.slice(0, Math.max(0, end));
    const folder = folders.get(parent) ?? new Map<string, TreeNode>();
    folders.set(parent, folder);
    for (const [name, node] of nodeOf(entry, path.slice(end + 1))) folder.set(name, node);
  }
  return folders;
}

/** Names that no path can hold, and what is no entry of git's, come from no repository. */
function nodeOf({ mode = "", sha, size }: Listed, name: string): readonly (readonly [string, TreeNode])[] {
  if (name === "" || name.includes("/") || treePath(name) !== name) return [];
  const oid = sha ?? "";
  if (!/^\d{6}$/.test(mode) || !isObjectId(oid)) return [];
  const known = typeof size === "number" && mode !== FOLDER ? { size } : {};
  return [[name, { name, mode, oid, ...known }]];
}

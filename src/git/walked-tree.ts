import type { Tree, TreeEntry } from "../core/ports.ts";
import { FOLDER, type TreeNode } from "./tree-object.ts";
import { byPath, FILE_LIMIT, tooLarge, treePath } from "./tree-path.ts";

/** What a tree of objects is read from. */
export interface Walk {
  readonly label: string;
  /** Id of the root's tree object. */
  readonly root: string;
  /** What is directly in a folder, by name. `path`: where it is, root-relative; the root's is "". */
  folder(at: { readonly oid: string; readonly path: string }): Promise<ReadonlyMap<string, TreeNode>>;
  /** The bytes of a file of at most `limit` bytes. */
  file(at: { readonly oid: string; readonly path: string; readonly limit: number }): Promise<Uint8Array>;
}

/** A tree of objects as everybody else reads trees: links are listed and never followed, no path leaves the root. */
export function walkedTree({ label, root, folder, file }: Walk): Tree {
  const nodeAt = async (path: string): Promise<TreeNode | null> => {
    let node: TreeNode = { name: "", mode: FOLDER, oid: root };
    let at = "";
    for (const name of path === "" ? [] : path.split("/")) {
      if (node.mode !== FOLDER) return null;
      const next = (await folder({ oid: node.oid, path: at })).get(name);
      if (next === undefined) return null;
      node = next;
      at = below(at, name);
    }
    return node;
  };
  const walk = async (entries: TreeEntry[], oid: string, path: string, recursive: boolean): Promise<void> => {
    for (const node of (await folder({ oid, path })).values()) {
      const child = below(path, node.name);
      if (node.mode === FOLDER && recursive) await walk(entries, node.oid, child, true);
      else entries.push({ path: child, mode: node.mode, size: node.size ?? null });
    }
  };
  return {
    label,
    async read(path, limit = FILE_LIMIT) {
      const at = treePath(path);
      const node = at === null ? null : await nodeAt(at);
      if (node === null || !/^100/.test(node.mode)) return null;
      if (node.size !== undefined && node.size > limit) throw tooLarge(path, node.size, limit);
      return file({ oid: node.oid, path, limit });
    },
    async list(path, options = {}) {
      const top = treePath(path);
      const node = top === null ? null : await nodeAt(top);
      const entries: TreeEntry[] = [];
      if (top !== null && node?.mode === FOLDER)
        await walk(entries, node.oid, top, options.recursive ?? false);
      return entries.sort(byPath);
    },
  };
}

function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

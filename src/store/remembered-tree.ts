import type { Tree, TreeEntry } from "../core/ports.ts";

/** A tree that lists each folder once: several rooms ask for the same folders of tasks, which may hold many thousand files. */
export function rememberLists(tree: Tree): Tree {
  const lists = new Map<string, Promise<readonly TreeEntry[]>>();
  return {
    label: tree.label,
    read: (path, limit) => tree.read(path, limit),
    list(folder, options = {}) {
      const key = `${options.recursive === true} ${folder}`;
      const known = lists.get(key) ?? tree.list(folder, options);
      lists.set(key, known);
      return known;
    },
  };
}

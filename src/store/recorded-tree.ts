import type { Tree } from "../core/ports.ts";

/** A tree that remembers what was asked of it. */
export interface RecordedTree extends Tree {
  /** Root-relative paths of files and folders that were asked for, whether they exist or not; sorted. */
  asked(): readonly string[];
}

/**
 * Hands every question on and notes its path: whatever was made of the answers holds as long as those files and folders
 * stay as they are. The root's own list is not noted, since it changes with every new file; whoever looks for names
 * in it has to tell them himself.
 */
export function recordTree(tree: Tree): RecordedTree {
  const paths = new Set<string>();
  return {
    label: tree.label,
    read(path, limit) {
      paths.add(path);
      return tree.read(path, limit);
    },
    list(folder, options) {
      if (folder !== "") paths.add(folder);
      return tree.list(folder, options);
    },
    asked: () => [...paths].sort(),
  };
}

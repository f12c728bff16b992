import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Repository } from "./repository.ts";

/**
 * The folder that git takes hooks from, root-relative with `/`, where `core.hooksPath` puts it into the work tree; null:
 * it lies elsewhere, and no commit can change it.
 */
export async function hooksInTree({ git, root }: Repository): Promise<string | null> {
  if (root === null) return null;
  const told = await git.text(["config", "--type=path", "--get", "core.hooksPath"], { codes: [0, 1] });
  const way = relative(root, resolve(root, told));
  const isOutside = way === "" || way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
  const path = way.split(sep).join("/");
  return isOutside || /^\.git(?:\/|$)/i.test(path) ? null : path;
}

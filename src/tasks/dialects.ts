import type { Tree } from "../core/ports.ts";
import type { Backlog } from "./backlog.ts";
import { findBacklogMd } from "./backlog-md.ts";
import { findToolkit } from "./toolkit.ts";

/**
 * The backlogs of a tree: at most one of Backlog.md and one of the toolkit, which may share a folder. Empty where
 * the tree has neither. A broken configuration is a problem of its backlog, and its defaults stand in.
 */
export async function findBacklogs(tree: Tree): Promise<readonly Backlog[]> {
  const found = await Promise.all([findBacklogMd(tree), findToolkit(tree)]);
  return found.filter((backlog) => backlog !== null);
}

import type { Gate } from "../gate.ts";
import { cloneKind } from "../git/clone-kind.ts";
import { WORK_TREE } from "../git/tree.ts";

/** What people should know of the clone that is audited. */
export async function cloneNotices({ repo, tree }: Pick<Gate, "repo" | "tree">): Promise<readonly string[]> {
  const { partial, sparse } = await cloneKind(repo);
  // The tree of a commit is whole, whatever is checked out.
  const isCut = sparse && tree.label === WORK_TREE;
  return [...(partial ? ["partial-clone"] : []), ...(isCut ? ["sparse-checkout"] : [])];
}

/** Each once, in an order that does not tell how many machines looked. */
export function sortedNotices(notices: readonly string[]): readonly string[] {
  return [...new Set(notices)].sort();
}

import type { Problem } from "../core/fault.ts";
import type { Tree } from "../core/ports.ts";
import type { Gate } from "../gate.ts";
import { mergeBase } from "../git/merge-base.ts";
import { POLICY_FILES } from "../policy/discover.ts";

/**
 * Policies that stand side by side only once a head is merged: its own, and one that the base has got since they parted. `tree`: that of
 * the head, whose commit is in the clone.
 */
export async function twoPolicies(
  { repo, tree: base, treeAt }: Pick<Gate, "repo" | "tree" | "treeAt">,
  ends: { readonly base: string; readonly head: string },
  tree: Tree,
): Promise<readonly Problem[]> {
  const parted = await mergeBase(repo, ends.base, ends.head);
  if (parted === null || parted === ends.base) return [];
  const [before, mine, theirs] = await Promise.all(
    [await treeAt(parted), tree, base].map((one) => policiesIn(one)),
  );
  const has = (names: ReadonlySet<string> | undefined, name: string): boolean => names?.has(name) === true;
  // What both parted with, and one of them took away, is gone.
  const merged = POLICY_FILES.filter((name) =>
    has(before, name) ? has(mine, name) && has(theirs, name) : has(mine, name) || has(theirs, name),
  );
  const [first, second] = merged;
  if (first === undefined || second === undefined) return [];
  const file = merged.find((name) => has(mine, name)) ?? first;
  const message = "once this is merged, two policies stand side by side";
  return [{ file, line: 1, column: 1, key: "", message, found: merged.join(" and "), wanted: "one of them" }];
}

/** The names of policies in a root. */
export async function policiesIn(tree: Tree): Promise<ReadonlySet<string>> {
  const usual = new Set<string>(POLICY_FILES);
  return new Set((await tree.list("")).map(({ path }) => path).filter((path) => usual.has(path)));
}

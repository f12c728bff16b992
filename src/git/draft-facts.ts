import { claimsIn } from "./claims.ts";
import { draftState } from "./draft-state.ts";
import type { GitFacts, MergeKind } from "./facts.ts";
import { type Inherited, inheritances } from "./inheritance.ts";
import { openObjects } from "./objects.ts";
import { ownMerges } from "./own-merge.ts";
import { stagedPatchId } from "./patch-ids.ts";
import { withQuarantine } from "./quarantine.ts";
import { head, type Repository } from "./repository.ts";
import type { Git } from "./run.ts";

/**
 * What git confirms of a commit that is being written, from its message and from what is staged (in the index that a hook
 * inherits). That it amends another commit can't be seen from a hook: an amended revert or cherry-pick is recognised
 * by comparing with the parent too, an amended merge is not told from a plain commit.
 */
export async function draftFacts(repo: Repository, message: string): Promise<Omit<GitFacts, "lasting">> {
  const { oid } = await head(repo);
  const { mergeHeads } = draftState(repo);
  return {
    merge: oid === null || mergeHeads.length === 0 ? null : await stagedMerge(repo, [oid, ...mergeHeads]),
    inherits: oid === null || mergeHeads.length > 0 ? null : await stagedInheritance(repo, oid, message),
  };
}

/** The index compared with git's own merge: no tree is written for it. */
function stagedMerge(repo: Repository, parents: readonly string[]): Promise<MergeKind> {
  return withQuarantine(repo, async (git) => {
    const [own = "unknown"] = await ownMerges(git, [parents]);
    if (own === "unknown") return own;
    const same = own !== "conflict" && (await isStaged(git, own.tree));
    if (same) return "clean";
    return repo.shallow ? "unknown" : "changed";
  });
}

async function isStaged(git: Git, tree: string): Promise<boolean> {
  const args = ["diff-index", "--cached", "--quiet", "--ignore-submodules=none", tree, "--"];
  return (await git.run(args, { codes: [0, 1] })).code === 0;
}

async function stagedInheritance(repo: Repository, oid: string, message: string): Promise<Inherited | null> {
  const claims = claimsIn(message);
  const undoesOrPicks = claims.reverts.length + claims.picks.length > 0;
  if (!undoesOrPicks && claims.amends === null) return null;
  const objects = openObjects(repo);
  try {
    const change = undoesOrPicks ? await stagedPatchIds(repo, oid) : [];
    const { confirmed: found } = await inheritances({ repo, objects }, [
      { key: "draft", claims, change, from: oid },
    ]);
    return found.get("draft") ?? null;
  } finally {
    await objects.close();
  }
}

/** Against HEAD, and against its parent in case HEAD is amended. */
async function stagedPatchIds(repo: Repository, oid: string): Promise<readonly string[]> {
  const parent = await repo.git.text(["rev-parse", "--quiet", "--verify", `${oid}^1`], {
    codes: [0, 1, 128],
  });
  const against = parent === "" ? [oid] : [oid, parent];
  const ids = await Promise.all(against.map((commit) => stagedPatchId(repo, commit)));
  return ids.filter((id) => id !== null);
}

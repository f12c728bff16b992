import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isObjectId } from "../core/object-id.ts";
import type { Repository } from "./repository.ts";

/** What is under way in a work tree while a commit is written (gitrepository-layout; git-commit, git-rebase). */
export interface DraftState {
  /** The other parents of a merge, in order; empty: no merge. */
  readonly mergeHeads: readonly string[];
  /** The commit that `git revert` or `git cherry-pick` is at. */
  readonly revertHead: string | null;
  readonly cherryPickHead: string | null;
  /** Null: no rebase (or `git am`). `branch`: the short name of what is rebased, null if HEAD was detached. */
  readonly rebase: { readonly branch: string | null } | null;
  /** A `git merge --squash` waits to be committed. */
  readonly squash: boolean;
}

/**
 * Reads the state from the git folder, without a child: names that only look like these (a branch called `MERGE_HEAD`)
 * are not taken for them.
 */
export function draftState(repo: Repository): DraftState {
  const line = (name: string): string | null => lines(repo, name)[0] ?? null;
  const oid = (name: string): string | null => lines(repo, name).find(isObjectId) ?? null;
  const rebased = line("rebase-merge/head-name") ?? line("rebase-apply/head-name");
  const rebasing = rebased !== null || line("rebase-apply/next") !== null;
  return {
    mergeHeads: lines(repo, "MERGE_HEAD").filter(isObjectId),
    revertHead: oid("REVERT_HEAD"),
    cherryPickHead: oid("CHERRY_PICK_HEAD"),
    rebase: rebasing ? { branch: /^refs\/heads\/(.+)$/.exec(rebased ?? "")?.[1] ?? null } : null,
    squash: lines(repo, "SQUASH_MSG").length > 0,
  };
}

function lines(repo: Repository, name: string): readonly string[] {
  try {
    return readFileSync(join(repo.gitDir, name), "utf8").split("\n");
  } catch {
    // Not there, which is what is asked.
    return [];
  }
}

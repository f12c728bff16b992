import type { PathChange } from "../core/change.ts";
import type { Law } from "../core/law.ts";
import { draftFacts } from "../git/draft-facts.ts";
import { draftState } from "../git/draft-state.ts";
import { personOf } from "../git/raw-commit.ts";
import { head, type Repository } from "../git/repository.ts";
import { stagedPaths } from "../git/staged.ts";
import { confirmed } from "./commit-facts.ts";
import type { Draft } from "./draft.ts";
import type { Reader } from "./references.ts";

/** A commit that is being written, as git tells of it while its commit-msg hook runs. `message`: as git will store it. */
export async function messageDraft(
  { repo, law, reader }: { readonly repo: Repository; readonly law: Law; readonly reader: Reader },
  message: string,
): Promise<Draft> {
  const { mergeHeads, rebase } = draftState(repo);
  const [{ branch, oid }, ident, facts, paths] = await Promise.all([
    head(repo),
    repo.git.run(["var", "GIT_AUTHOR_IDENT"], { codes: [0, 128] }),
    draftFacts(repo, message),
    exemptible(repo, law),
  ]);
  const parents = [...(oid === null ? [] : [oid]), ...mergeHeads];
  return {
    message,
    // HEAD is detached while a branch is rebased.
    branch: rebase?.branch ?? branch,
    author: personOf(ident.stdout.toString("latin1").trimEnd(), null),
    parents,
    paths,
    facts: { unproved: null, root: parents.length === 0, ...confirmed(facts, reader, law) },
  };
}

/** Staged paths, where a scope of the law may exempt them; null: nobody asks. */
async function exemptible(repo: Repository, law: Law): Promise<readonly PathChange[] | null> {
  return law.scopes.some(({ exempt }) => exempt) ? stagedPaths(repo) : null;
}

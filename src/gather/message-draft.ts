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
    law.scopes.length > 0 ? stagedPaths(repo) : null,
  ]);
  const parents = [...(oid === null ? [] : [oid]), ...mergeHeads];
  const author = personOf(ident.stdout.toString("latin1").trimEnd(), null);
  return {
    message,
    // HEAD is detached while a branch is rebased.
    branch: rebase?.branch ?? branch,
    author,
    parents,
    paths,
    facts: {
      unproved: law.exempt.bots.includes(author.name) ? author.name : null,
      root: parents.length === 0,
      ...confirmed(facts, reader, law),
    },
  };
}

import type { CommitFacts } from "../core/evidence.ts";
import type { Law } from "../core/law.ts";
import { personOf } from "../git/raw-commit.ts";
import { head, type Repository } from "../git/repository.ts";
import type { Draft } from "./draft.ts";

const PLAIN: CommitFacts = { exempt: null, unproved: null, inherits: null, evilMerge: false, root: false };

/** The name of the file in which `git merge` keeps its message while it makes the commit itself (githooks, commit-msg). */
const MERGE_MESSAGE = "MERGE_MSG";

/** All of a commit that is being written but its message, as git tells it while its commit-msg hook runs. */
export async function messageDraft(
  repo: Repository,
  law: Law,
  file: string,
): Promise<Omit<Draft, "message">> {
  const codes = [0, 1, 128];
  const [{ branch, oid }, merged, ident] = await Promise.all([
    head(repo),
    repo.git.text(["rev-parse", "--quiet", "--verify", "MERGE_HEAD^{commit}"], { codes }),
    repo.git.run(["var", "GIT_AUTHOR_IDENT"], { codes }),
  ]);
  const parents = [oid, merged === "" ? null : merged].filter((id) => id !== null);
  return {
    branch,
    author: personOf(ident.stdout.toString("latin1").trimEnd(), null),
    parents,
    paths: null,
    facts: { ...PLAIN, root: parents.length === 0, exempt: mergeExemption(law, parents, file) },
  };
}

/** Git commits a merge by itself only if nothing was left to decide; whatever a person finishes comes with `git commit`. */
function mergeExemption(law: Law, parents: readonly string[], file: string): CommitFacts["exempt"] {
  const itself = parents.length > 1 && /[^/\\]*$/.exec(file)?.[0] === MERGE_MESSAGE;
  return itself && law.exempt.merges === "clean" ? { kind: "clean-merge" } : null;
}

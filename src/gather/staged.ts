import type { Commit } from "../core/change.ts";
import type { Evidence } from "../core/evidence.ts";
import { draftState } from "../git/draft-state.ts";
import { head } from "../git/repository.ts";
import { stagedAgainst, stagedPaths } from "../git/staged.ts";
import type { Surroundings } from "./draft.ts";
import { globsOf } from "./globs.ts";
import { lookUp } from "./lookups.ts";
import { branchReferences } from "./references.ts";
import { stagedEdits } from "./task-edits.ts";

/** What is staged, with the ticket that the branch names. */
export interface Staged {
  readonly evidence: Evidence;
  readonly branch: string | null;
}

const NOBODY: Commit["author"] = { name: "", email: "" };

/**
 * Evidence about what is staged, in the index that a hook inherits. Null: a merge is under way, whose changes are those of
 * other commits; git confirms it once it is made.
 */
export async function stagedEvidence(around: Surroundings): Promise<Staged | null> {
  const { repo, law, reader, sources, waivers, defaultBranches, at } = around;
  const { mergeHeads, rebase } = draftState(repo);
  if (mergeHeads.length > 0) return null;
  const base = await stagedAgainst(repo);
  const [{ branch: own, oid }, paths] = await Promise.all([head(repo), stagedPaths(repo, base)]);
  const branch = rebase?.branch ?? own;
  const references = branch === null ? [] : branchReferences(reader, branch);
  const lookups = await lookUp(law, sources, references);
  const parents = oid === null ? [] : [oid];
  const nobody = { author: NOBODY, committer: NOBODY, authoredAt: null, committedAt: null };
  const commit: Commit = { id: null, parents, message: "", paths, ...nobody };
  const ref = branch === null ? null : `refs/heads/${branch}`;
  const evidence: Evidence = {
    change: { kind: "commits", commits: [commit], ref, complete: true },
    at,
    references,
    lookups,
    facts: [{ exempt: null, unproved: null, inherits: null, evilMerge: false, root: oid === null }],
    tasks: await stagedEdits(repo, await around.tasks(), base),
    waivers,
    globs: await globsOf(lookups, waivers),
    lawPaths: [],
    defaultBranches,
  };
  return { evidence, branch };
}

import { Fault } from "../core/fault.ts";
import { type BranchPlace, pushBranch, pushedState } from "../git/branch-place.ts";
import type { Repository } from "../git/repository.ts";
import type { PlannedWrite, Writes } from "./writes.ts";

/** How a branch may be pushed. */
export interface PushTerms {
  /** `--push`. */
  readonly push: boolean;
  readonly yes: boolean;
  readonly interactive: boolean;
  readonly dryRun: boolean;
  readonly writes: Writes;
  readonly planned: Pick<PlannedWrite, "remote" | "target" | "metadata">;
}

/**
 * Sees to it that the other side has the branch as it is here; offers to push it at a terminal, and pushes it where that was said. Throws
 * Fault("usage") where nobody said so, and where the other side has something else.
 */
export async function bringPushed(
  repo: Repository,
  place: BranchPlace,
  { push, yes, interactive, dryRun, writes, planned }: PushTerms,
): Promise<"there" | "declined"> {
  const { branch, oid, remote } = place;
  if (remote === null)
    throw new Fault("usage", "There is no remote to push to.", {
      wanted: "origin",
      fix: "git remote add origin URL",
    });
  const there = { ...place, remote };
  const state = await pushedState(repo, there);
  if (state === "same") return "there";
  if (state === "other")
    throw new Fault("usage", `${remote} has other commits on ${branch} than this clone.`, {
      found: oid,
      wanted: "a branch that goes on from what is there",
      fix: `git pull --rebase ${remote} ${branch}`,
    });
  if (!dryRun && !push && (yes || !interactive))
    throw new Fault("usage", `${branch} is not pushed${state === "behind" ? " to its tip" : ""}.`, {
      found: state === "absent" ? `no ${branch} on ${remote}` : `an older ${branch} on ${remote}`,
      wanted: "--push, or a branch that is pushed",
      fix: `git push --set-upstream ${remote} ${branch}`,
    });
  const write: PlannedWrite = { ...planned, operation: "push", summary: `push it to ${remote}`, detail: [] };
  const done = await writes.perform(write, async () => {
    await pushBranch(repo, there);
    return { url: null };
  });
  return done === null && !dryRun ? "declined" : "there";
}

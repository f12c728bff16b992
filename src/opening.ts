import { type CommitRange, commitRange, type RangeName } from "./git/range.ts";
import { openRepository, type Repository } from "./git/repository.ts";
import { type Git, type GitOptions, openGit } from "./git/run.ts";

/** The first questions to git, under way. */
export interface Opening {
  readonly git: Git;
  readonly repo: Promise<Repository>;
  readonly range: Promise<CommitRange> | null;
}

/**
 * Asks git where the repository lies and what the range means, both at once: git works on it while the door loads what
 * it needs for the answers. Who awaits an answer gets its fault.
 */
export function startOpening(
  { cwd, env }: Pick<GitOptions, "cwd" | "env">,
  range: RangeName | null,
): Opening {
  const git = openGit({ cwd, env });
  const opening = { git, repo: openRepository(git), range: range === null ? null : commitRange(git, range) };
  opening.repo.catch(() => undefined);
  opening.range?.catch(() => undefined);
  return opening;
}

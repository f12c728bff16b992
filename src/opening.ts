import { type CommitRange, commitRange, peeledRange, type RangeName, rangeOf } from "./git/range.ts";
import { openRepository, openWith, type Repository } from "./git/repository.ts";
import { type Git, type GitOptions, openGit } from "./git/run.ts";

/** The first questions to git, under way. */
export interface Opening {
  readonly git: Git;
  readonly repo: Promise<Repository>;
  readonly range: Promise<CommitRange> | null;
}

/**
 * Asks git where the repository lies and what the range means, with one child: git works on it while the door loads what it
 * needs for the answers. Who awaits an answer gets its fault.
 */
export function startOpening(
  { cwd, env }: Pick<GitOptions, "cwd" | "env">,
  range: RangeName | null,
): Opening {
  const git = openGit({ cwd, env });
  const opening = { git, ...(range === null ? { repo: openRepository(git), range } : both(git, range)) };
  opening.repo.catch(() => undefined);
  opening.range?.catch(() => undefined);
  return opening;
}

/** Where they can't be told at once, each is asked for alone, and tells what is wrong with it. */
function both(
  git: Git,
  name: RangeName,
): { readonly repo: Promise<Repository>; readonly range: Promise<CommitRange> } {
  const told = atOnce(git, name);
  return {
    repo: told.then((at) => at?.repo ?? openRepository(git)),
    range: told.then((at) => (at === null ? commitRange(git, name) : rangeOf(at.ids))),
  };
}

async function atOnce(git: Git, name: RangeName): ReturnType<typeof openWith> {
  try {
    return await openWith(git, peeledRange(name));
  } catch {
    return null;
  }
}

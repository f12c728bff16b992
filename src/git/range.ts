import { Fault } from "../core/fault.ts";
import { isObjectId, type Repository, resolveCommit, resolveRange } from "./repository.ts";

/** Which commits are meant, by id. */
export interface CommitRange {
  readonly include: readonly string[];
  /** What is reachable from these is left out; the first is the range's base. */
  readonly exclude: readonly string[];
}

/**
 * `A..B`, `A...B` or a revision as ids; `single`: the one commit alone. Throws Fault("repository") for what git does not know,
 * for what is no commit, and for a range that names none: an empty answer must not pass for a judged one.
 */
export async function commitRange(
  repo: Repository,
  { range, single }: { readonly range: string; readonly single?: boolean },
): Promise<CommitRange> {
  const named = await resolveRange(repo, single ? `${await resolveCommit(repo, range)}^!` : range);
  const include = named.filter((id) => isObjectId(id));
  const exclude = named.filter((id) => !isObjectId(id)).map((id) => id.slice(1));
  if (include.length === 0) throw noCommits(range);
  for (const id of include) if ((await resolveCommit(repo, id)) !== id) throw noCommits(range);
  return { include, exclude };
}

function noCommits(range: string): Fault {
  return new Fault("repository", "The range names no commits.", {
    found: range,
    wanted: "A..B, or a branch, tag or commit id",
    fix: "golden-thread check range HEAD",
  });
}

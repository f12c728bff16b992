import { SHORT_ID } from "../core/object-id.ts";
import type { CommitRange } from "./range.ts";
import type { Repository } from "./repository.ts";

/**
 * The command that opens the messages of these commits to be written anew (git-rebase(1)). Null where none does so without
 * harm: no work tree, a shallow clone, commits that the branch here does not hold, or a merge, which a rebase makes anew
 * without what was changed in it. `failed`: full ids of commits of the range.
 */
export async function rewordCommand(
  repo: Repository,
  failed: readonly string[],
  { include, exclude }: CommitRange,
): Promise<readonly string[] | null> {
  const [tip, ...others] = include;
  if (failed.length === 0 || tip === undefined || others.length > 0 || repo.root === null || repo.shallow)
    return null;
  const commits = await commitsUpward(repo, exclude);
  // The tip is in the range, so what HEAD reaches beyond the same ends has it where the branch here holds it.
  if (!commits.some(({ id }) => id === tip)) return null;
  const wanted = new Set(failed);
  if (commits.some(({ id, parents }) => parents.length > 1 && wanted.has(id))) return null;
  const from = commits.findIndex(({ id }) => wanted.has(id));
  const oldest = commits[from];
  if (oldest === undefined) return null;
  if (commits.every(({ parents }) => parents.length <= 1)) return rebase(oldest.parents[0] && oldest.id);
  const base =
    exclude[0] === undefined
      ? ""
      : await repo.git.text(["merge-base", exclude[0], "HEAD"], { codes: [0, 1] });
  return base === "" ? null : [...REBASE, "--rebase-merges", base.slice(0, SHORT_ID)];
}

/** Where there is no commit yet, git says so by this code. */
const NO_HEAD = { codes: [0, 1, 128] } as const;

const REBASE = ["git", "rebase", "--interactive"] as const;

/** `id`: of a commit with a parent; else the root itself is opened. */
function rebase(id: string | undefined): readonly string[] {
  return [...REBASE, id === undefined ? "--root" : `${id.slice(0, SHORT_ID)}^`];
}

interface Step {
  readonly id: string;
  readonly parents: readonly string[];
}

/** What HEAD reaches beyond the excluded commits, parents before children. */
async function commitsUpward(repo: Repository, exclude: readonly string[]): Promise<readonly Step[]> {
  const args = [
    "rev-list",
    "--topo-order",
    "--reverse",
    "--parents",
    "HEAD",
    ...exclude.map((id) => `^${id}`),
    "--",
  ];
  const lines = (await repo.git.text(args, NO_HEAD)).split("\n").filter((line) => line !== "");
  return lines.map((line) => {
    const [id = "", ...parents] = line.split(" ");
    return { id, parents };
  });
}

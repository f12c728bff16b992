import type { PathChange } from "../core/change.ts";
import { parseRawDiff, RAW_DIFF } from "./raw-diff.ts";
import type { Repository } from "./repository.ts";

/** The paths in which two commits differ, by full id, as if the first became the second. */
export async function pathsBetween(
  { git }: Pick<Repository, "git">,
  one: string,
  other: string,
): Promise<readonly PathChange[]> {
  const { stdout } = await git.run(["diff-tree", "-r", ...RAW_DIFF, one, other, "--"]);
  return parseRawDiff(stdout);
}

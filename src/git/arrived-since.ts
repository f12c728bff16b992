import type { CommitRange } from "./range.ts";
import type { Repository } from "./repository.ts";

/**
 * Ids of a range's commits that came to its tips from a time on (seconds since 1970): all that the line of first parents had not reached
 * before. A commit's own time is its maker's to set, so one that says it is old counts when the first commit behind it does that does not.
 */
export async function arrivedSince(
  repo: Repository,
  { include, exclude }: CommitRange,
  from: number,
): Promise<ReadonlySet<string>> {
  const reached = await Promise.all(include.map((tip) => reachedBefore(repo, tip, from)));
  const behind = [...exclude, ...reached.flatMap((id) => id ?? [])];
  const input = [...include, ...behind.map((id) => `^${id}`)].map((one) => `${one}\n`).join("");
  const text = await repo.git.text(["rev-list", "--stdin"], { input });
  return new Set(text.split("\n").filter((id) => id !== ""));
}

/** The newest commit of a line of first parents that was there before a time; null: none was. */
async function reachedBefore({ git }: Repository, tip: string, from: number): Promise<string | null> {
  const text = await git.text(["rev-list", "--first-parent", "--timestamp", "--end-of-options", tip]);
  let before: string | null = null;
  for (const line of text.split("\n").reverse()) {
    const [time = "", id = ""] = line.split(" ");
    if (id === "" || Number(time) >= from) break;
    before = id;
  }
  return before;
}

import type { Repository } from "./repository.ts";

/**
 * Subject lines (git's first paragraph, folded) of a few commits, by full id, with one child. Meant for what a person
 * is shown: hundreds at most, since the ids are arguments. A commit that git can't read has no entry.
 */
export async function readSubjects(
  repo: Repository,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const utf8 = ["-c", "i18n.logOutputEncoding=UTF-8"];
  const format = ["--no-show-signature", "--no-patch", "--format=%H %s"];
  const text = await repo.git.text([
    ...utf8,
    "log",
    "--no-walk=unsorted",
    "--ignore-missing",
    ...format,
    ...ids,
  ]);
  const lines = text.split("\n").map((line) => line.split(" "));
  return new Map(lines.map(([id = "", ...words]) => [id, words.join(" ")]));
}

import type { CommitRange } from "./range.ts";
import type { Repository } from "./repository.ts";

/** What a person is shown of a commit. */
export interface CommitLabel {
  /** git's first paragraph, folded. */
  readonly subject: string;
}

/**
 * Labels of commits, by full id, with one child. Meant for what a person is shown: thousands at most. A commit that git can't read has no entry,
 * nor has a merge with `merges: false`.
 */
export async function readLabels(
  repo: Repository,
  ids: readonly string[],
  { merges = true }: { readonly merges?: boolean } = {},
): Promise<ReadonlyMap<string, CommitLabel>> {
  if (ids.length === 0) return new Map();
  const utf8 = ["-c", "i18n.logOutputEncoding=UTF-8"];
  const format = ["--no-show-signature", "--no-patch", "-z", "--format=%H%n%s"];
  const which = ["--no-walk=unsorted", "--ignore-missing", ...(merges ? [] : ["--no-merges"])];
  const args = [...utf8, "log", ...which, ...format, "--stdin"];
  const records = (await repo.git.text(args, { input: `${ids.join("\n")}\n` }))
    .split("\0")
    .filter((record) => record !== "");
  return new Map(
    records.map((record) => {
      const [id = "", subject = ""] = record.split("\n");
      return [id, { subject }];
    }),
  );
}

/** Subjects of all commits of a range, newest first. */
export async function subjectsIn(
  repo: Repository,
  { include, exclude }: CommitRange,
): Promise<readonly string[]> {
  const how = ["-c", "i18n.logOutputEncoding=UTF-8", "log", "--no-show-signature", "-z", "--format=%s"];
  const told = await repo.git.text([...how, ...include, "--not", ...exclude, "--"]);
  return told.split("\0").filter((subject) => subject !== "");
}

import type { CommitRange } from "./range.ts";
import type { Repository } from "./repository.ts";

/** What a person is shown of a commit. */
export interface CommitLabel {
  /** git's first paragraph, folded. */
  readonly subject: string;
}

/**
 * Labels of commits, by full id, with one child. Meant for what a person is shown: thousands at most. A commit that git can't read has no entry.
 */
export async function readLabels(
  repo: Repository,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CommitLabel>> {
  const records = await fieldsOf(repo, ids, { format: "%H%n%s", which: [] });
  return new Map(records.map(([id = "", subject = ""]) => [id, { subject }]));
}

/** Subjects of those commits with one parent, by full id, whose committer has this address. */
export async function subjectsCommittedBy(
  repo: Repository,
  ids: readonly string[],
  address: string,
): Promise<ReadonlyMap<string, string>> {
  const records = await fieldsOf(repo, ids, { format: "%H%n%s%n%ce", which: ["--no-merges"] });
  return new Map(
    records.flatMap(([id = "", subject = "", committer]) => (committer === address ? [[id, subject]] : [])),
  );
}

async function fieldsOf(
  repo: Repository,
  ids: readonly string[],
  { format, which }: { readonly format: string; readonly which: readonly string[] },
): Promise<readonly (readonly string[])[]> {
  if (ids.length === 0) return [];
  const utf8 = ["-c", "i18n.logOutputEncoding=UTF-8"];
  const how = ["--no-show-signature", "--no-patch", "-z", `--format=${format}`];
  const args = [...utf8, "log", "--no-walk=unsorted", "--ignore-missing", ...which, ...how, "--stdin"];
  return (await repo.git.text(args, { input: `${ids.join("\n")}\n` }))
    .split("\0")
    .filter((record) => record !== "")
    .map((record) => record.split("\n"));
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

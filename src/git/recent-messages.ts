import type { Repository } from "./repository.ts";

/** A commit with its whole message, as UTF-8. */
export interface CommitMessage {
  readonly id: string;
  readonly message: string;
}

/** The newest commits that some revisions reach, newest first. `revisions`: full ids or full names of refs that are there. */
export async function recentMessages(
  { git }: Repository,
  revisions: readonly string[],
  most: number,
): Promise<readonly CommitMessage[]> {
  if (revisions.length === 0) return [];
  const how = ["--no-show-signature", "--no-patch", "--no-notes", "-z", "--format=%H%n%B", `-${most}`];
  const args = ["-c", "i18n.logOutputEncoding=UTF-8", "log", ...how, "--end-of-options", ...revisions, "--"];
  const records = (await git.text(args)).split("\0").filter((record) => record !== "");
  return records.map((record) => {
    const end = record.indexOf("\n");
    return { id: record.slice(0, end), message: record.slice(end + 1) };
  });
}

/** Full names of those refs that are there, in their order. */
export async function existingRefs(
  { git }: Repository,
  names: readonly string[],
): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const listed = await git.text(["for-each-ref", "--format=%(refname)", ...names]);
  const there = new Set(listed.split("\n"));
  return names.filter((name) => there.has(name));
}

/** How many commits of a tip none of the other revisions has. */
export async function commitsBeyond(
  { git }: Repository,
  tip: string,
  others: readonly string[],
): Promise<number> {
  return Number(
    await git.text(["rev-list", "--count", "--end-of-options", tip, ...others.map((one) => `^${one}`), "--"]),
  );
}

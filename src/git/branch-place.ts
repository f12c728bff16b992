import { Fault } from "../core/fault.ts";
import { isObjectId } from "../core/object-id.ts";
import { head, type Repository } from "./repository.ts";

/** The branch that is checked out, and where it is pushed to. */
export interface BranchPlace {
  /** Short name. */
  readonly branch: string;
  /** Full id of its tip. */
  readonly oid: string;
  /** Name of the remote that git pushes it to; null: there is none. */
  readonly remote: string | null;
}

/** What the other side has of a branch. `behind`: all of it is here, and more. `other`: something that is not here, or not behind us. */
export type Pushed = "same" | "absent" | "behind" | "other";

/** The branch that is checked out; null on a detached HEAD or an unborn branch. */
export async function branchPlace(repo: Repository): Promise<BranchPlace | null> {
  const { branch, oid } = await head(repo);
  if (branch === null || oid === null) return null;
  const [named, remotes] = await Promise.all([
    repo.git.text(["for-each-ref", "--format=%(push:remotename)", `refs/heads/${branch}`]),
    repo.git.text(["remote"]),
  ]);
  const known = remotes.split("\n").filter((name) => name !== "");
  const usual = known.includes("origin") ? "origin" : known.length === 1 ? known[0] : undefined;
  return { branch, oid, remote: known.includes(named) ? named : (usual ?? null) };
}

/** Asks the other side for the branch. Throws Fault("git") where it does not answer. */
export async function pushedState(
  { git }: Repository,
  { branch, oid, remote }: BranchPlace & { readonly remote: string },
): Promise<Pushed> {
  const listed = await git.text(["ls-remote", "--", remote, `refs/heads/${branch}`]);
  const there = listed.slice(0, oid.length);
  if (there === oid) return "same";
  if (!isObjectId(there)) return "absent";
  const { code } = await git.run(["merge-base", "--is-ancestor", there, oid], { codes: [0, 1, 128] });
  return code === 0 ? "behind" : "other";
}

/** Pushes the branch under its own name, with the hooks that git runs for a push. Throws Fault("usage") with what git, or a hook, said. */
export async function pushBranch(
  { git }: Repository,
  { branch, remote }: BranchPlace & { readonly remote: string },
): Promise<void> {
  const ref = `refs/heads/${branch}`;
  const args = ["push", "--quiet", "--set-upstream", "--", remote, `${ref}:${ref}`];
  const { code, stderr } = await git.run(args, { codes: [0, 1, 128] });
  if (code === 0) return;
  throw new Fault("usage", `${branch} could not be pushed to ${remote}, so no pull request was opened.`, {
    found: stderr.trim(),
    fix: `git push --set-upstream ${remote} ${branch}`,
  });
}

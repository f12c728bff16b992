import { Fault } from "../core/fault.ts";
import { fetchRef, refCommit, refsLike } from "./ledger-ref.ts";
import type { Repository } from "./repository.ts";

/** A ref of notes, and a remote that has it. */
export interface RemoteNotes {
  readonly ref: string;
  readonly remote: string;
}

/** Brings a ref of notes to where a remote has it, whatever was here under that name; its commit, null: the remote has none. */
export async function fetchNotes(
  { git }: Pick<Repository, "git">,
  { ref, remote }: RemoteNotes,
): Promise<string | null> {
  if (await fetchRef({ git }, ref, remote)) return refCommit({ git }, ref);
  await git.run(["update-ref", "-d", ref]);
  return null;
}

/**
 * Takes a ref of notes to a remote where it goes on from what is there, never by force. False: the remote has moved on from `before`, and
 * nothing was written. Throws Fault("git") with git's words where it is refused.
 */
export async function pushNotes(
  { git }: Pick<Repository, "git">,
  { ref, remote, before }: RemoteNotes & { readonly before: string | null },
): Promise<boolean> {
  const { code, stderr } = await git.run(["push", "--quiet", "--no-verify", remote, `${ref}:${ref}`], {
    codes: [0, 1],
  });
  if (code === 0) return true;
  const there = await refsLike({ git }, ref, remote);
  if ((there.get(ref) ?? null) !== before) return false;
  const [poser] = [...there.keys()].filter((name) => name !== ref);
  throw new Fault("git", "The records were not taken to the remote.", {
    found: stderr.trim(),
    wanted: `a remote that takes ${ref}, and nothing else there whose name ends so`,
    fix:
      poser === undefined
        ? `let the job's token write ${ref}, or name another ref in evidence.notes`
        : `delete or rename ${poser} at the remote: git can't tell it from ${ref}`,
  });
}

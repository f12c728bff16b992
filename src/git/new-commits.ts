import type { RefMove } from "../core/ref-moves.ts";
import type { CommitRange } from "./range.ts";
import { isObjectId, type Repository } from "./repository.ts";

/** The commits that a push brings to one ref, and the side that was there before. */
export interface NewCommits extends CommitRange {
  readonly count: number;
}

/** What the side that takes a push has already. */
export type Known = { readonly remote: string } | "everything here";

/**
 * The commits that the new value of a ref reaches and no ref of the other side did. Null: there are none, or the ref is
 * deleted, or points at no commit (a tag of a tree). The first excluded commit is the ref's old value where it is known
 * here, else what the other side's HEAD points at: it is what the new commits are judged by.
 */
export async function newCommits(repo: Repository, move: RefMove, known: Known): Promise<NewCommits | null> {
  if (move.to === null) return null;
  const [tip, before, refs] = await Promise.all([
    commitNamed(repo, move.to),
    valueBefore(repo, move, known),
    refsOf(repo, known),
  ]);
  if (tip === null) return null;
  const there = before === null ? [] : [before];
  const args = ["rev-list", "--boundary", tip, "--not", ...there, ...refs, "--"];
  const lines = (await repo.git.text(args)).split("\n");
  const count = lines.filter(isObjectId).length;
  if (count === 0) return null;
  const edge = lines.filter((line) => line.startsWith("-")).map((line) => line.slice(1));
  return { include: [tip], exclude: [...new Set([...there, ...edge])], count };
}

/** Null: nothing of that id is here, or it is no commit. */
async function commitNamed(repo: Repository, name: string): Promise<string | null> {
  const args = ["rev-parse", "--quiet", "--verify", "--end-of-options", `${name}^{commit}`];
  const id = await repo.git.text(args, { codes: [0, 1, 128] });
  return isObjectId(id) ? id : null;
}

async function valueBefore(repo: Repository, { from }: RefMove, known: Known): Promise<string | null> {
  const own = from === null ? null : await commitNamed(repo, from);
  if (own !== null) return own;
  return commitNamed(repo, known === "everything here" ? "HEAD" : `refs/remotes/${known.remote}/HEAD`);
}

/** A push by address has no refs of its own here; what any remote has is then nothing new. */
async function refsOf(repo: Repository, known: Known): Promise<readonly string[]> {
  if (known === "everything here") return ["--all"];
  const remotes = (await repo.git.text(["remote"])).split("\n");
  return [remotes.includes(known.remote) ? `--remotes=${known.remote}` : "--remotes"];
}

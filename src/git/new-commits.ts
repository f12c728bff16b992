import type { RefMove } from "../core/ref-moves.ts";
import type { CommitRange } from "./range.ts";
import { isObjectId } from "./repository.ts";
import type { Git } from "./run.ts";

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
export async function newCommits(git: Git, move: RefMove, known: Known): Promise<NewCommits | null> {
  if (move.to === null) return null;
  const other = known === "everything here" ? "HEAD" : `refs/remotes/${known.remote}/HEAD`;
  const names = [move.to, other, ...(move.from === null ? [] : [move.from])];
  const [[tip = null, head = null, from = null], refs] = await Promise.all([
    commitsNamed(git, names),
    refsOf(git, known),
  ]);
  if (tip === null) return null;
  const before = from ?? head;
  const there = before === null ? [] : [before];
  const args = ["rev-list", "--boundary", tip, "--not", ...there, ...refs, "--"];
  const lines = (await git.text(args)).split("\n");
  const count = lines.filter(isObjectId).length;
  if (count === 0) return null;
  const edge = lines.filter((line) => line.startsWith("-")).map((line) => line.slice(1));
  return { include: [tip], exclude: [...new Set([...there, ...edge])], count };
}

/** By name; null: nothing of that name is here, or it is no commit. */
async function commitsNamed(git: Git, names: readonly string[]): Promise<readonly (string | null)[]> {
  const input = names.map((name) => `${name}^{commit}\n`).join("");
  const { stdout } = await git.run(["cat-file", "--batch-check=%(objectname)"], { input });
  const lines = stdout.toString("latin1").split("\n");
  return names.map((_, at) => (isObjectId(lines[at] ?? "") ? (lines[at] ?? null) : null));
}

/** A push by address has no refs of its own here; what any remote has is then nothing new. */
async function refsOf(git: Git, known: Known): Promise<readonly string[]> {
  if (known === "everything here") return ["--all"];
  const remotes = (await git.text(["remote"])).split("\n");
  return [remotes.includes(known.remote) ? `--remotes=${known.remote}` : "--remotes"];
}

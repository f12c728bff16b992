import { Fault } from "../core/fault.ts";
import { isObjectId } from "../core/object-id.ts";
import { isWorkRef, NO_WORK, type RefMove } from "../core/ref-moves.ts";
import type { CommitRange } from "./range.ts";
import type { Git } from "./run.ts";

/** The commits that a push brings to one ref, and the side that was there before. */
export interface NewCommits extends CommitRange {
  readonly count: number;
}

/** What the side that takes a push has already. */
export type Known = { readonly remote: string } | "everything here";

/**
 * The commits that a push brings to a ref. Null: there are none, or the ref is deleted, or points at no commit (a tag of a
 * tree). The first excluded commit is what they are judged by: the ref's old value where it is known here, else what the
 * other side's default branch points at.
 *
 * Where a push arrives, a ref that was there gains all that its old value did not reach, whatever other refs hold: what
 * another branch was allowed under its name, or under an older law, is judged again when it comes here.
 */
export async function newCommits(git: Git, move: RefMove, known: Known): Promise<NewCommits | null> {
  if (move.to === null || !isWorkRef(move.ref)) return null;
  const names = [move.to, ...(move.from === null ? [] : [move.from])];
  const [[tip = null, from = null], refs] = await Promise.all([
    commitsNamed(git, names),
    refsOf(git, known, move),
  ]);
  if (tip === null) return null;
  const before = from ?? (await defaultTip(git, known));
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

/** A remote that was never fetched from has no refs here; what any remote has is then nothing new. */
async function refsOf(git: Git, known: Known, { from }: RefMove): Promise<readonly string[]> {
  // What came in there was judged by nobody, so it is new to every branch.
  const others = [...NO_WORK.map((folder) => `--exclude=${folder}*`), "--all"];
  if (known === "everything here") return from === null ? others : [];
  const tracked = await git.text(["for-each-ref", "--count=1", `refs/remotes/${known.remote}/`]);
  return [tracked === "" ? "--remotes" : `--remotes=${known.remote}`];
}

/** Where HEAD names a branch that is not there. */
const USUAL = ["refs/heads/main", "refs/heads/master"];

/**
 * Tip of the other side's default branch, by full names alone: a tag may be called HEAD. Null: there is nothing yet. Throws
 * Fault("repository") where a repository has refs and none of them can tell the law.
 */
async function defaultTip(git: Git, known: Known): Promise<string | null> {
  if (known !== "everything here") {
    const [head = null] = await commitsNamed(git, [`refs/remotes/${known.remote}/HEAD`]);
    return head;
  }
  const named = await git.text(["symbolic-ref", "--quiet", "HEAD"], { codes: [0, 1] });
  const tips = await commitsNamed(git, [...(named === "" ? ["HEAD"] : [named]), ...USUAL]);
  const tip = tips.find((id) => id !== null) ?? null;
  if (tip !== null || (await git.text(["for-each-ref", "--count=1"])) === "") return tip;
  throw new Fault("repository", "No default branch tells by which law a new ref is judged.", {
    found: named === "" ? "HEAD is no commit" : `HEAD names ${named}, which is not there`,
    wanted: "HEAD on a branch that is there",
    fix: "git symbolic-ref HEAD refs/heads/BRANCH",
  });
}

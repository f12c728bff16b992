import { Fault } from "../core/fault.ts";
import { isObjectId, resolveCommit, unknownRevision } from "./repository.ts";
import type { Git } from "./run.ts";

/** Which commits are meant, by id. */
export interface CommitRange {
  readonly include: readonly string[];
  /** What is reachable from these is left out; the first is the range's base. */
  readonly exclude: readonly string[];
}

/** `A..B`, `A...B` or a revision, as a person writes it; `single`: the one commit alone. */
export interface RangeName {
  readonly range: string;
  readonly single?: boolean;
}

/**
 * The range's commits by id, asked with one child; tags are peeled. Throws Fault("repository") for what git does not know,
 * for what is no commit, and for a range that names none: an empty answer must not pass for a judged one.
 */
export async function commitRange(git: Git, { range, single = false }: RangeName): Promise<CommitRange> {
  const ids = await parseRevisions(git, single ? `${range}^{commit}^!` : peeled(range));
  const include = ids.filter(isObjectId);
  if (include.length === 0) throw await noCommits(git, range);
  return { include, exclude: ids.filter((id) => !isObjectId(id)).map((id) => id.slice(1)) };
}

/** Git splits at the first dots too, and an end that is left out means HEAD. */
function peeled(range: string): string {
  const dots = /\.{2,3}/.exec(range);
  if (dots === null) return `${range}^{commit}`;
  const [start, end] = [range.slice(0, dots.index), range.slice(dots.index + dots[0].length)];
  return `${start || "HEAD"}^{commit}${dots[0]}${end || "HEAD"}^{commit}`;
}

async function parseRevisions(git: Git, revisions: string): Promise<readonly string[]> {
  const args = ["rev-parse", "--quiet", "--revs-only", "--end-of-options", revisions];
  const text = await git.text(args, { codes: [0, 1, 128] });
  return text.split("\n").filter((line) => isObjectId(line.replace(/^\^/, "")));
}

/** Which of the names it was that git does not know; else all of them are known, and no commits. */
async function noCommits(git: Git, range: string): Promise<Fault> {
  const ends = range.split(/\.{2,3}/).filter((end) => end !== "");
  for (const end of ends) await resolveCommit({ git }, end);
  if (ends.length === 0) return unknownRevision(git, range);
  return new Fault("repository", "The range names no commits.", {
    found: range,
    wanted: "A..B, or a branch, tag or commit id",
    fix: "golden-thread check range HEAD",
  });
}

import { Fault } from "../core/fault.ts";
import { isObjectId } from "../core/object-id.ts";
import { resolveCommit } from "./repository.ts";
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
  /** The commits, where the caller knows them already; `range` is then only what they are called. */
  readonly commits?: CommitRange;
}

/**
 * The range's commits by id; tags are peeled. Throws Fault("repository") for what git does not know, for what is no commit,
 * for an end that is left out (a variable that was not set), and for a range that names none: an empty answer must not
 * pass for a judged one.
 */
export async function commitRange(git: Git, name: RangeName): Promise<CommitRange> {
  const ids = await parseRevisions(git, peeledRange(name));
  return rangeOf(ids.some(isObjectId) ? ids : await unusual(git, name.range));
}

/** As git tells commits of a range: those that are left out have a `^` before them. */
export function rangeOf(ids: readonly string[]): CommitRange {
  const include = ids.filter(isObjectId);
  return { include, exclude: ids.filter((id) => !isObjectId(id)).map((id) => id.slice(1)) };
}

/**
 * Most ranges are two names: peeled at once, one child answers. Git's other ways to write commits take one more each. Throws
 * Fault("repository") for an end that is left out, and for a range where one commit is wanted.
 */
export function peeledRange({ range, single = false }: RangeName): string {
  const [first, second] = endsOf(range);
  if (single && second !== undefined) throw wantedOne(range);
  if (first === "" || second === "") throw endMissing(range);
  return second === undefined ? `${first}^{commit}${single ? "^!" : ""}` : peeledEnds(range);
}

const DOTS = /\.{2,3}/;

/** Git splits at the first dots too. */
function endsOf(range: string): readonly [string, string?] {
  const dots = DOTS.exec(range);
  if (dots === null || /^:|\{/.test(range)) return [range];
  return [range.slice(0, dots.index), range.slice(dots.index + dots[0].length)];
}

function peeledEnds(range: string): string {
  return `${range.replace(DOTS, (dots) => `^{commit}${dots}`)}^{commit}`;
}

/** `HEAD^!`, `HEAD^@`, `:/words`: whatever git takes, as long as it means commits. */
async function unusual(git: Git, range: string): Promise<readonly string[]> {
  const ids = await parseRevisions(git, range);
  const commits = await Promise.all(ids.map((id) => isCommit(git, id.replace(/^\^/, ""))));
  if (ids.some(isObjectId) && commits.every((is) => is)) return ids;
  for (const end of endsOf(range)) if (end !== undefined) await resolveCommit({ git }, end);
  throw noCommits(range);
}

async function isCommit(git: Git, id: string): Promise<boolean> {
  return (await git.text(["cat-file", "-t", id], { codes: [0, 128] })) === "commit";
}

async function parseRevisions(git: Git, revisions: string): Promise<readonly string[]> {
  const args = ["rev-parse", "--quiet", "--revs-only", "--end-of-options", revisions];
  const text = await git.text(args, { codes: [0, 1, 128] });
  return text.split("\n").filter((line) => isObjectId(line.replace(/^\^/, "")));
}

function endMissing(range: string): Fault {
  return new Fault("repository", "An end of the range is left out.", {
    found: range === "" ? "nothing" : range,
    wanted: "A..B with both ends; a variable may not be set",
    fix: "golden-thread check range HEAD~1..HEAD",
  });
}

function wantedOne(range: string): Fault {
  return new Fault("repository", "This is a range, and one commit is wanted.", {
    found: range,
    wanted: "a branch, tag or commit id",
    fix: `golden-thread check range ${range}`,
  });
}

function noCommits(range: string): Fault {
  return new Fault("repository", "The range names no commits.", {
    found: range,
    wanted: "A..B, or a branch, tag or commit id",
    fix: "golden-thread check range HEAD",
  });
}

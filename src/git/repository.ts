import { isAbsolute } from "node:path";
import { Fault } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import { isObjectId } from "../core/object-id.ts";
import type { Git } from "./run.ts";

/** Where a repository's parts lie. Paths are absolute. */
export interface Repository {
  readonly git: Git;
  /** Top of the work tree; null in a bare repository, or inside the git folder. */
  readonly root: string | null;
  /** The work tree's own git folder: linked work trees and submodules have theirs. */
  readonly gitDir: string;
  /** The git folder that all linked work trees share. */
  readonly commonDir: string;
  readonly objectFormat: "sha1" | "sha256";
  readonly shallow: boolean;
  readonly bare: boolean;
}

const PATH_FORMAT = "--path-format=absolute";
const FACTS = ["--is-bare-repository", "--is-shallow-repository", "--show-object-format"] as const;
const PATHS = ["--git-dir", "--git-common-dir", "--show-toplevel"] as const;

/** What `git rev-parse` is asked of a repository. In a bare one the last question fails, after the others are answered. */
const QUESTIONS = [PATH_FORMAT, ...FACTS, ...PATHS] as const;
const ANSWERED = { codes: [0, 128] } as const;

/** Finds the repository around `git.cwd` (or the one that GIT_DIR names) with one child. Throws Fault("repository") where there is none. */
export async function openRepository(git: Git): Promise<Repository> {
  const args = ["rev-parse", ...QUESTIONS];
  const { code, stdout, stderr } = await git.run(args, ANSWERED);
  const lines = stdout.toString("utf8").split("\n").slice(0, -1);
  return repositoryIn(git, args, { code, lines, stderr });
}

/** The same, and what some revisions are, with the same one child. Null: git knows one of them not, or can't say all at once. */
export async function openWith(git: Git, revisions: string): Promise<RepositoryAt | null> {
  // Behind an end of options no question could follow.
  if (revisions.startsWith("-")) return null;
  const args = ["rev-parse", "--quiet", "--revs-only", revisions, ...QUESTIONS];
  const { code, stdout, stderr } = await git.run(args, ANSWERED);
  const lines = stdout.toString("utf8").split("\n").slice(0, -1);
  const end = lines.findIndex((line) => !isObjectId(line.replace(/^\^/, "")));
  const ids = lines.slice(0, Math.max(0, end));
  // Git asks nothing more once it has met a name that it does not know; and a range that only leaves out means no commits.
  if (!ids.some(isObjectId) || lines.length - end < FACTS.length) return null;
  const repo = await repositoryIn(git, args, { code, lines: lines.slice(end), stderr });
  // A git that is too old passes by what it does not know, and tells paths as seen from here.
  return isAbsolute(repo.gitDir) && isAbsolute(repo.commonDir) ? { repo, ids } : null;
}

/** A repository, and revisions by id; what is left out has a `^` before it. */
export interface RepositoryAt {
  readonly repo: Repository;
  readonly ids: readonly string[];
}

interface Answers {
  readonly code: number;
  readonly lines: readonly string[];
  readonly stderr: string;
}

async function repositoryIn(
  git: Git,
  args: readonly string[],
  { code, lines, stderr }: Answers,
): Promise<Repository> {
  if (lines[0] === PATH_FORMAT) throw tooOld();
  const [bare, shallow, objectFormat, ...paths] = lines;
  if (objectFormat === undefined || (code !== 0 && !/work tree/.test(stderr))) await git.run(args);
  const wanted = code === 0 ? PATHS.length : PATHS.length - 1;
  const [gitDir, commonDir, root] = paths.length === wanted ? paths : await pathsOneByOne(git, wanted);
  if (gitDir === undefined || commonDir === undefined)
    throw new Fault("internal", "git rev-parse left a question open.");
  return {
    git,
    root: root ?? null,
    gitDir,
    commonDir,
    objectFormat: objectFormat === "sha256" ? "sha256" : "sha1",
    shallow: shallow === "true",
    bare: bare === "true",
  };
}

/** A folder's name may hold line breaks; then each question has its own child. */
async function pathsOneByOne(git: Git, count: number): Promise<readonly string[]> {
  return Promise.all(PATHS.slice(0, count).map((question) => git.text(["rev-parse", PATH_FORMAT, question])));
}

function tooOld(): Fault {
  return new Fault("git", "This git is too old.", {
    wanted: "git 2.31 or later",
    fix: "Install a newer git.",
  });
}

/** The top of the work tree; throws Fault("repository") in a bare repository. */
export function workTreeRoot(repo: Repository): string {
  if (repo.root !== null) return repo.root;
  throw new Fault("repository", "This needs a work tree, and there is none here.", {
    found: repo.bare ? `bare repository ${repo.gitDir}` : `git folder ${repo.gitDir}`,
    wanted: "a repository with a work tree",
  });
}

/** Branch (short name, null when detached) and commit (null on an unborn branch) that are checked out. */
export async function head(
  repo: Repository,
): Promise<{ readonly branch: string | null; readonly oid: string | null }> {
  const codes = [0, 1];
  const [ref, oid] = await Promise.all([
    repo.git.text(["symbolic-ref", "--quiet", "HEAD"], { codes }),
    repo.git.text(["rev-parse", "--quiet", "--verify", "HEAD^{commit}"], { codes }),
  ]);
  return { branch: ref === "" ? null : ref.replace(/^refs\/heads\//, ""), oid: oid === "" ? null : oid };
}

/** Absolute path of a file of the git folder (`git rev-parse --git-path`), which a linked work tree may keep elsewhere. */
export function gitPath(repo: Repository, name: string): Promise<string> {
  return repo.git.text(["rev-parse", PATH_FORMAT, "--git-path", name]);
}

/** Full id of the commit that people name; tags are peeled. Throws Fault("repository") with the nearest ref's name. */
export async function resolveCommit({ git }: Pick<Repository, "git">, rev: string): Promise<string> {
  const oid = await commitCalled({ git }, rev);
  if (oid !== null) return oid;
  throw await unknownRevision(git, rev);
}

/** The same; null: this clone has no such commit. */
export async function commitCalled({ git }: Pick<Repository, "git">, rev: string): Promise<string | null> {
  const args = ["rev-parse", "--quiet", "--verify", "--end-of-options", `${rev}^{commit}`];
  const oid = await git.text(args, { codes: [0, 1, 128] });
  return isObjectId(oid) ? oid : null;
}

/** What to say of a name that git does not know, with the nearest one that it does. */
async function unknownRevision(git: Git, rev: string): Promise<Fault> {
  const [refs, shallow] = await Promise.all([
    git.text(["for-each-ref", "--format=%(refname:short)"]),
    git.text(["rev-parse", "--is-shallow-repository"]),
  ]);
  const names = refs.split("\n");
  if (names.includes(rev)) return noCommit(rev);
  const near = nearest(rev, names);
  if (rev === "HEAD" && near === null) {
    return new Fault("repository", "There is no commit yet.", {
      found: "an unborn branch",
      wanted: "a commit",
      fix: "git commit",
    });
  }
  return new Fault("repository", `No commit is called "${rev}".`, {
    found: rev,
    wanted:
      near === null
        ? "a branch, a tag or a commit id"
        : `a branch, a tag or a commit id; did you mean "${near}"?`,
    fix: shallow === "true" ? "git fetch --unshallow" : "git log --oneline --all",
  });
}

/** A tag may name a file or a folder. */
function noCommit(rev: string): Fault {
  return new Fault("repository", `"${rev}" is no commit.`, {
    found: `${rev}, which names something else`,
    wanted: "a branch, a tag of a commit, or a commit id",
    fix: `git cat-file -t ${rev}`,
  });
}

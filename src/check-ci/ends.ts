import type { CiRun } from "../ci/run.ts";
import { tipOf } from "../ci/run.ts";
import { Fault } from "../core/fault.ts";
import { isIn, mergeBase } from "../git/merge-base.ts";
import { defaultBranches } from "../git/names.ts";
import { commitCalled, type Repository, resolveCommit } from "../git/repository.ts";

/** The two ends of what a run of CI is about, by full id. */
export interface Ends {
  /** Whose law counts; what is reachable from it is left out. */
  readonly base: string;
  readonly head: string;
  readonly notices: readonly string[];
}

/** What was said by hand. */
interface Told {
  readonly base: string | null;
  readonly head: string | null;
}

/**
 * Finds both ends in the clone. What a system does not tell is found from the default branch; a clone that lacks what was told is no
 * reason to judge less. Throws Fault("usage" | "repository").
 */
export async function endsOf(repo: Repository, run: CiRun, told: Told): Promise<Ends> {
  const { range } = run;
  if (range === null && told.base === null) throw nothingNew(run);
  const head = await headOf(repo, run, told.head);
  const before =
    told.base === null ? await baseOf(repo, run, head) : { base: await resolveCommit(repo, told.base) };
  const { base, notices = [] } = before;
  if (repo.shallow && (await mergeBase(repo, base, head)) === null) throw shallow(run, base);
  return { base, head, notices };
}

/** Throws Fault("usage") where a pull request brings nothing: what was checked out is not its head, or it is merged. */
export async function demandNews(repo: Repository, run: CiRun, { base, head }: Ends): Promise<void> {
  if (run.change !== null && (await isIn(repo, head, base))) throw nothingIn(run, head);
}

type Found = Pick<Ends, "base"> & Partial<Pick<Ends, "notices">>;

async function headOf(repo: Repository, run: CiRun, told: string | null): Promise<string> {
  if (told !== null) return resolveCommit(repo, told);
  const heads = run.range?.heads ?? ["HEAD"];
  const found = await firstOf(repo, heads);
  if (found !== null) return found;
  if (repo.shallow) throw shallow(run, heads[0] ?? "HEAD");
  throw new Fault("repository", "The commit that is built is not in this clone.", {
    found: heads[0] ?? "a run that names none",
    wanted: "it, or its name as --head",
    fix: "golden-thread check ci --head HEAD",
  });
}

async function baseOf(repo: Repository, run: CiRun, head: string): Promise<Found> {
  const bases = run.range?.bases ?? [];
  const base = await firstOf(repo, bases);
  if (base !== null) return { base };
  if (bases.length > 0 && repo.shallow) throw shallow(run, bases[0] ?? "");
  const target = run.change?.target ?? null;
  if (target !== null) throw notFetched(target);
  const tip = await defaultTip(repo, run);
  if (run.change !== null) {
    if (tip === null) throw untold(run);
    return { base: tip };
  }
  return beforePush(repo, run, { head, tip, gone: bases[0] ?? null });
}

/** On a branch that is new or was rewritten, what the default branch has was there before; on that branch itself, the commit before the last. */
async function beforePush(
  repo: Repository,
  run: CiRun,
  { head, tip, gone }: { readonly head: string; readonly tip: string | null; readonly gone: string | null },
): Promise<Found> {
  if (tip !== null && !(await isIn(repo, head, tip)))
    return { base: tip, notices: gone === null ? [] : [`before-gone: ${gone}`] };
  const parent = await commitCalled(repo, `${head}^1`);
  if (parent !== null) return { base: parent, notices: [`before-untold: ${head}`] };
  if (repo.shallow) throw shallow(run, `${head}^1`);
  throw untold(run);
}

async function defaultTip(repo: Repository, { defaultBranch }: CiRun): Promise<string | null> {
  const names = defaultBranch === null ? await defaultBranches(repo) : [defaultBranch];
  return firstOf(repo, names.flatMap(tipOf));
}

async function firstOf(repo: Repository, names: readonly string[]): Promise<string | null> {
  for (const name of names) {
    const found = await commitCalled(repo, name);
    if (found !== null) return found;
  }
  return null;
}

function nothingNew({ title }: CiRun): Fault {
  return new Fault("usage", `${title} does not say what there is to judge.`, {
    found: "a run that is about no pull request and no branch",
    wanted: "a pull request, a push to a branch, or --base REV",
    fix: "golden-thread check ci --base origin/main",
  });
}

function nothingIn({ title, change }: CiRun, head: string): Fault {
  return new Fault("usage", `Pull request ${change?.number} brings nothing that its target does not have.`, {
    found: `${title} builds ${head}`,
    wanted: "the head of the pull request, as --head REV",
    fix: "golden-thread check ci --head REV",
  });
}

function notFetched(target: string): Fault {
  return new Fault("repository", `The tip of ${target} is not in this clone, and its law counts.`, {
    wanted: `refs/remotes/origin/${target}`,
    fix: `git fetch origin +refs/heads/${target}:refs/remotes/origin/${target}`,
  });
}

function untold({ title }: CiRun): Fault {
  return new Fault(
    "repository",
    `${title} does not tell what was there before, and this clone does not either.`,
    {
      found: "no tip of a default branch, and no commit before",
      wanted: "--base REV",
      fix: "git fetch origin +refs/heads/main:refs/remotes/origin/main",
    },
  );
}

function shallow({ title, whole }: CiRun, missing: string): Fault {
  return new Fault("repository", "This clone is shallow, and what is to be judged lies beyond its edge.", {
    found: `no way to ${missing}`,
    wanted: `a whole clone; in ${title}: ${whole}`,
    fix: "git fetch --unshallow",
  });
}

import { dialHome, forgeSpot } from "../connect/forge.ts";
import { Fault } from "../core/fault.ts";
import type { Forge, ForgeHome, LiveChange } from "../core/forge.ts";
import { isObjectId } from "../core/object-id.ts";
import { type CommitPlace, commitKnown, commitNamed } from "../gate/trees.ts";
import { type Gate, type GateOptions, type GateWorld, openGate } from "../gate.ts";
import { originUrl } from "../git/names.ts";
import type { RangeName } from "../git/range.ts";
import { commitCalled, type Repository } from "../git/repository.ts";
import { startOpening } from "../opening.ts";
import { type BaseGate, builtInNotice, openBase, type PolicyFiles } from "./broken-base.ts";

/** Which pull request is meant. */
export interface PullRequestName {
  readonly number: number;
  /** A revision that is trusted instead of the base branch's tip. */
  readonly base: string | null;
  /** A revision that is judged instead of the pull request's head. */
  readonly head: string | null;
  /** What an event says: only where to look, never what is there. */
  readonly event: { readonly base: string; readonly repository: string } | null;
}

/** A pull request as its forge has it now, and the gate of its base. */
export interface OpenPullRequest {
  readonly gate: Gate;
  readonly forge: Forge;
  readonly live: LiveChange;
  /** The commit whose law counts. */
  readonly base: string;
  readonly head: string;
  /** Its commits; null: the clone does not reach them. */
  readonly range: RangeName | null;
  readonly notices: readonly string[];
  /** Where files of the law are looked for in any tree. */
  readonly policyFiles: PolicyFiles;
  /** The law of the base can't be used, and the built-in one counts. */
  readonly isBuiltIn: boolean;
  readonly now: Date;
}

/** How a pull request is opened. `home`: its forge is asked first, and no law says where that is. */
export interface PullRequestOptions
  extends Pick<GateOptions, "place" | "overrides" | "policyFile" | "home" | "trees" | "bringRef" | "haste"> {
  /** Told what will be read, once the forge has told it: base and head, by full id. Asked only with a `home`. */
  bring?(commits: readonly string[]): Promise<void>;
}

/** How a pull request's own name, place and gates are handed on here. */
interface Opener {
  readonly name: PullRequestName;
  readonly place: CommitPlace;
  readonly files: PolicyFiles;
  readonly now: Date;
  open(policyRef: string | null): Promise<BaseGate>;
}

/**
 * Asks the forge for a pull request and opens the gate by the law of its base; a base whose law can't be used lets only those through who mend
 * it, by the built-in law, and throws its Fault("policy") for all others. Throws Fault("unavailable") where anything of that
 * can't be had here: nobody knows then whether it may be merged.
 */
export async function openPullRequest(
  world: GateWorld,
  options: PullRequestOptions,
  name: PullRequestName,
): Promise<OpenPullRequest> {
  const { home = null } = options;
  if (home !== null) return openAtHome(world, { ...options, home }, name);
  const opener = await openerHere(world, options, name);
  const { place, open } = opener;
  const hint = await firstBase(place, name);
  const first = await open(hint);
  if (name.event !== null) await demandRepository(first.gate, name.event.repository);
  const found = await asked(await forgeOf(first), name.number);
  const base = name.base === null ? await baseOf(place, found) : (hint ?? "");
  if (base === hint) return opened({ ...first, base, ...found }, opener);
  // Where the forge lies is the law's to say, and only now is it the law of the base.
  const own = await open(base);
  const again = await asked(await forgeOf(own), name.number);
  if ((await baseOf(place, again)) === base) return opened({ ...own, base, ...again }, opener);
  throw unknowable("Its base moved while it was asked for.", { found: base });
}

/** The repository as it is now. */
async function openerHere(
  world: GateWorld,
  options: PullRequestOptions,
  name: PullRequestName,
): Promise<Opener> {
  const opening = startOpening(world, null);
  const { home, policyFile, trees } = options;
  const files = {
    ...(home === undefined ? {} : { home }),
    ...(policyFile === undefined ? {} : { policyFile }),
  };
  const now = world.now();
  const open = (policyRef: string | null): Promise<BaseGate> => {
    const asked = { haste: "command", ...options, opening } as const;
    const base = policyRef === null ? {} : { policyRef };
    return openBase((law) => openGate(world, { ...asked, ...base, ...law }), files, now);
  };
  return { name, place: { repo: await opening.repo, trees }, files, now, open };
}

/** A law that can't be used may be why nobody knows the forge. */
async function forgeOf({ gate, broken }: BaseGate): Promise<Forge | null> {
  const forge = await gate.forge();
  if (forge === null && broken !== null) throw broken;
  return forge;
}

/** The runner says where the forge is, so only one law is ever opened: that of the base. The gate's own line to the forge stays unused. */
async function openAtHome(
  world: GateWorld,
  options: PullRequestOptions & { readonly home: ForgeHome },
  name: PullRequestName,
): Promise<OpenPullRequest> {
  const { home, haste = "command", bring } = options;
  if (name.event !== null) demandSame(home.repository, name.event.repository);
  const line = { env: world.env, lawIsTrusted: true, haste, home, commonDir: null, now: world.now };
  const forge = await dialHome(home, { remotes: [] }, line);
  const found = await asked(forge, name.number, AT_HOME);
  const { base: target, head, mergeCommit } = found.live;
  const wanted = [name.base ?? target.commit, name.head ?? head.commit, mergeCommit];
  await bring?.(wanted.flatMap((commit) => (commit !== null && isObjectId(commit) ? [commit] : [])));
  // Not before: what is brought may make a clone whole.
  const opener = await openerHere(world, options, name);
  const { place, open } = opener;
  const base = name.base === null ? await baseOf(place, found) : await commitNamed(place, name.base);
  return opened({ ...(await open(base)), base, ...found }, opener);
}

/** What the forge is found by: never the law of the branch that is judged, as long as there is another. */
async function firstBase(
  { repo, trees }: CommitPlace,
  { base, event }: PullRequestName,
): Promise<string | null> {
  if (base !== null) return commitNamed({ repo, trees }, base);
  const told = event === null ? null : await commitCalled(repo, event.base);
  return told ?? (await commitCalled(repo, "refs/remotes/origin/HEAD"));
}

/** A number alone would name a pull request of whatever repository this is. */
async function demandRepository({ repo, law }: Gate, wanted: string): Promise<void> {
  const origin = await originUrl(repo);
  const here = origin === null ? null : forgeSpot(origin, law.remotes);
  if (here !== null) demandSame(here.repository, wanted);
}

function demandSame(here: string, wanted: string): void {
  if (here.toLowerCase() === wanted.toLowerCase()) return;
  throw new Fault("usage", "The event is one of another repository.", { found: wanted, wanted: here });
}

/** A runner's step has no terminal to check remotes at. */
const AT_HOME =
  "see that github-token is one of this job, with `permissions: { contents: read, pull-requests: read }`, and run the job again";

async function asked(
  forge: Forge | null,
  number: number,
  mend = "golden-thread remote check",
): Promise<Asked> {
  if (forge === null)
    throw unknowable("No forge can be asked here.", {
      wanted: "an origin on GitHub, GitLab or Azure Repos, and a token for it",
      fix: mend,
    });
  try {
    return { forge, live: await forge.change(number) };
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code === "absent" || thrown.code === "usage") throw thrown;
    const fix = thrown.fix ?? mend;
    throw unknowable(thrown.message, { found: thrown.found, wanted: thrown.wanted, fix, cause: thrown });
  }
}

type Asked = Pick<OpenPullRequest, "forge" | "live">;

/** What a pull request is judged against: the tip of its base, or what that was right before the merge. */
async function baseOf(place: CommitPlace, { forge, live }: Asked): Promise<string> {
  const { state, base, number } = live;
  const before = state === "merged" ? await beforeMerge(place.repo, { forge, live }) : base.commit;
  const found = before === null ? null : await commitKnown(place, before);
  if (found !== null) return found;
  throw unknowable(`The base of pull request ${number} is not in this clone.`, {
    found: base.commit ?? "a branch that is gone",
    wanted: `the tip of ${base.branch}`,
    fix: `git fetch origin ${base.branch}`,
  });
}

/**
 * A merge's first parent is the base as it was, and so is what a squashed commit stands on. A rebase leaves all commits, each with its
 * subject: the base lies behind the first of them, and the law of none of them counts. A branch that only moved on tells nothing.
 */
async function beforeMerge(repo: Repository, { forge, live }: Asked): Promise<string> {
  const { number, mergeCommit, base } = live;
  const merged = mergeCommit === null ? null : await commitCalled(repo, mergeCommit);
  if (merged !== null) {
    const told = await repo.git.text(["log", "--max-count=1", "--format=%P%n%s", merged, "--"]);
    const [parents = "", subject = ""] = told.split("\n");
    if (parents.includes(" ")) return `${merged}^1`;
    const { commits, complete } = await forge.commits(number);
    const isRebased = subjectOf(commits.at(-1)?.message ?? "") === subject.trim();
    if (complete) return isRebased ? `${merged}~${commits.length}` : `${merged}^1`;
  }
  throw unknowable(`What pull request ${number} was merged into can't be told from what the merge left.`, {
    found: mergeCommit ?? "no merge commit",
    wanted: `the commit of ${base.branch} before it, as --base`,
    fix: `golden-thread check pr --number ${number} --base REV`,
  });
}

function subjectOf(message: string): string {
  return message.trim().split("\n")[0]?.trim() ?? "";
}

async function opened(
  { broken, ...found }: BaseGate & Pick<OpenPullRequest, "forge" | "live" | "base">,
  { name, place, files, now }: Opener,
): Promise<OpenPullRequest> {
  const { gate, live, base } = found;
  const head = name.head === null ? live.head.commit : await commitNamed(place, name.head);
  const isHere = await reaches(gate.repo, base, head);
  const notices = [
    ...gate.notices,
    ...(head === live.head.commit ? [] : [`head-moved: ${live.head.commit}`]),
    ...(broken === null ? [] : [await builtInNotice({ gate, broken, base, head, now, ...files }, isHere)]),
  ];
  const label = `#${live.number}`;
  const range = isHere ? { range: label, commits: { include: [head], exclude: [base] } } : null;
  return { ...found, head, range, notices, policyFiles: files, isBuiltIn: broken !== null, now };
}

/** Whether the clone holds head and base and where they part. */
async function reaches({ git }: Repository, base: string, head: string): Promise<boolean> {
  return (await git.text(["merge-base", base, head], { codes: [0, 1, 128] })) !== "";
}

function unknowable(why: string, details: ConstructorParameters<typeof Fault>[2]): Fault {
  return new Fault("unavailable", `Whether the pull request may be merged is not known. ${why}`, details);
}

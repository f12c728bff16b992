import { readAncestry } from "./ancestry.ts";
import type { Claims } from "./claims.ts";
import type { Objects } from "./objects.ts";
import { type Change, patchIds } from "./patch-ids.ts";
import { parseCommit, type RawCommit } from "./raw-commit.ts";
import type { Repository } from "./repository.ts";
import { squashTarget } from "./squash-target.ts";

/** The commit that a message names and git confirms. */
export interface Inherited {
  readonly kind: "revert" | "cherry-pick" | "autosquash";
  readonly target: RawCommit;
}

/** A commit, made or still being written, whose message names others. */
export interface Claimant {
  readonly key: string;
  readonly claims: Claims;
  /** What it changes: a commit, or patch ids of what is staged. */
  readonly change: Change | readonly string[];
  /** The commit it stands on; null: none. */
  readonly from: string | null;
}

/** What claims are held against. */
export interface Ground {
  readonly repo: Repository;
  readonly objects: Objects;
}

/** Claims that are looked into at one time: each may start a child of its own. */
const AT_ONCE = 4;

/** What git makes of claims. */
export interface Inheritances {
  /** By the claimants' keys; a claim that git does not confirm has no entry. */
  readonly confirmed: ReadonlyMap<string, Inherited>;
  /** Keys of those that were held against something which is not here, a commit or contents: another fetch may bring it. */
  readonly open: ReadonlySet<string>;
}

/**
 * By the claimants' keys: a revert whose target is an ancestor with the inverse change, a cherry-pick whose source has the
 * same change, an autosquash commit whose target is an ancestor.
 */
export async function inheritances(ground: Ground, claimants: readonly Claimant[]): Promise<Inheritances> {
  const evidence = await gather(ground, claimants);
  const isAncestor = await ancestorTest(ground.repo, claimants);
  const confirmed = new Map<string, Inherited>();
  for (let at = 0; at < claimants.length; at += AT_ONCE) {
    const some = claimants.slice(at, at + AT_ONCE);
    const answers = await Promise.all(
      some.map((claimant) => confirm(ground, { ...evidence, isAncestor }, claimant)),
    );
    some.forEach(({ key }, index) => {
      const answer = answers[index];
      if (answer) confirmed.set(key, answer);
    });
  }
  const lacking = claimants.filter((claimant) => lacks(evidence, claimant));
  return { confirmed, open: new Set(lacking.map(({ key }) => key)) };
}

/** Whether a name or a patch of it is not here. An empty commit has no patch either, and is asked about again. */
function lacks({ named, done, undone }: Evidence, { claims, change }: Claimant): boolean {
  const names = namesIn(claims);
  if (names.some((name) => !named.has(name))) return true;
  if (names.length > 0 && "commit" in change && !done.has(change.commit)) return true;
  const isUnread = (made: ReadonlyMap<string, string>) => (claim: Claims["reverts"][number]) =>
    changeOf(named, claim).some(({ commit }) => !made.has(commit));
  return (
    claims.picks.map((id) => ({ id, mainline: null })).some(isUnread(done)) ||
    claims.reverts.some(isUnread(undone))
  );
}

function namesIn({ reverts, picks }: Claims): readonly string[] {
  return [...picks, ...reverts.flatMap(({ id, mainline }) => (mainline === null ? [id] : [id, mainline]))];
}

interface Evidence {
  /** Commits by what a message wrote. */
  readonly named: ReadonlyMap<string, RawCommit>;
  readonly done: ReadonlyMap<string, string>;
  readonly undone: ReadonlyMap<string, string>;
}

type AncestorTest = (ancestor: string, of: string) => boolean | Promise<boolean>;

/** One question for all ids, then one for all changes each way. */
async function gather(ground: Ground, claimants: readonly Claimant[]): Promise<Evidence> {
  const { repo } = ground;
  const claims = claimants.map((claimant) => claimant.claims);
  const picks = claims.flatMap((claim) => claim.picks);
  const reverts = claims.flatMap((claim) => claim.reverts);
  const named = await commitsNamed(ground, claims.flatMap(namesIn));
  // Where nothing that a commit names is here, its own change is held against nothing.
  const own = claimants.flatMap(({ change, claims: all }) =>
    "commit" in change && namesIn(all).some((name) => named.has(name)) ? [change] : [],
  );
  const sources = picks.flatMap((name) => changeOf(named, { id: name, mainline: null }));
  const [done, undone] = await Promise.all([
    patchIds(repo, [...own, ...sources], { undone: false }),
    patchIds(
      repo,
      reverts.flatMap((revert) => changeOf(named, revert)),
      { undone: true },
    ),
  ]);
  return { named, done, undone };
}

/** The change of a named commit; none if the parent that is named with it is not its own. */
function changeOf(named: Evidence["named"], { id, mainline }: Claims["reverts"][number]): readonly Change[] {
  const commit = named.get(id);
  if (commit === undefined) return [];
  if (mainline === null) return [{ commit: commit.id, parent: null }];
  const parent = named.get(mainline)?.id;
  return parent !== undefined && commit.parents.includes(parent) ? [{ commit: commit.id, parent }] : [];
}

/** Names that begin the id of exactly one commit. A ref of that name says nothing: refs are anybody's. */
async function commitsNamed(
  { repo, objects }: Ground,
  names: readonly string[],
): Promise<ReadonlyMap<string, RawCommit>> {
  const distinct = [...new Set(names)];
  if (distinct.length === 0) return new Map();
  const args = ["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"];
  const lines = (await repo.git.text(args, { input: `${distinct.join("\n")}\n` })).split("\n");
  const read = distinct.map(async (name, index): Promise<readonly (readonly [string, RawCommit])[]> => {
    const [id = "", type] = (lines[index] ?? "").split(" ");
    const object = type === "commit" && id.startsWith(name) ? await objects.read(id) : null;
    return object === null ? [] : [[name, parseCommit(object.oid, object.bytes)]];
  });
  return new Map((await Promise.all(read)).flat());
}

async function confirm(
  ground: Ground,
  { named, done, undone, isAncestor }: Evidence & { readonly isAncestor: AncestorTest },
  { claims, change, from }: Claimant,
): Promise<Inherited | null> {
  const own = "commit" in change ? [done.get(change.commit)] : change;
  const isSame = (patch: string | undefined): boolean => patch !== undefined && own.includes(patch);
  for (const revert of claims.reverts) {
    const target = named.get(revert.id);
    const undoes = changeOf(named, revert).some(({ commit }) => isSame(undone.get(commit)));
    if (target && undoes && from !== null && (await isAncestor(target.id, from))) {
      return { kind: "revert", target };
    }
  }
  const source = claims.picks.flatMap((name) => named.get(name) ?? []).find(({ id }) => isSame(done.get(id)));
  if (source) return { kind: "cherry-pick", target: source };
  if (claims.amends === null || from === null) return null;
  const target = await squashTarget(ground.repo, from, claims.amends);
  const object = target === null ? null : await ground.objects.read(target);
  return object === null ? null : { kind: "autosquash", target: parseCommit(object.oid, object.bytes) };
}

/** From so many reverts on, walking the history once takes less time than a child for each. */
const MANY = 20;

async function ancestorTest(repo: Repository, claimants: readonly Claimant[]): Promise<AncestorTest> {
  const tips = claimants.flatMap(({ claims, from }) =>
    claims.reverts.length > 0 && from !== null ? [from] : [],
  );
  if (tips.length >= MANY) return readAncestry(repo, tips);
  return async (ancestor, of) => {
    const args = ["merge-base", "--is-ancestor", ancestor, of];
    return (await repo.git.run(args, { codes: [0, 1] })).code === 0;
  };
}

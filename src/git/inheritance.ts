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

/** Ancestry questions that wait at one time: each is a child of its own. */
const AT_ONCE = 8;

/**
 * By the claimants' keys: a revert whose target is an ancestor with the inverse change, a cherry-pick whose source has the
 * same change, an autosquash commit whose target is an ancestor. A claim that git does not confirm has no entry.
 */
export async function inheritances(
  repo: Repository,
  objects: Objects,
  claimants: readonly Claimant[],
): Promise<ReadonlyMap<string, Inherited>> {
  const evidence = await gather(repo, claimants);
  const confirmed = new Map<string, Inherited>();
  for (let at = 0; at < claimants.length; at += AT_ONCE) {
    const some = claimants.slice(at, at + AT_ONCE);
    const answers = await Promise.all(some.map((claimant) => confirm(repo, objects, evidence, claimant)));
    some.forEach(({ key }, index) => {
      const answer = answers[index];
      if (answer) confirmed.set(key, answer);
    });
  }
  return confirmed;
}

interface Evidence {
  /** Full ids by what a message wrote. */
  readonly ids: ReadonlyMap<string, string>;
  readonly done: ReadonlyMap<string, string>;
  readonly undone: ReadonlyMap<string, string>;
}

/** One question for all ids, then one for all changes each way. */
async function gather(repo: Repository, claimants: readonly Claimant[]): Promise<Evidence> {
  const claims = claimants.map((claimant) => claimant.claims);
  const reverts = claims.flatMap((claim) => claim.reverts);
  const picks = claims.flatMap((claim) => claim.picks);
  const named = [...reverts.flatMap(({ id, mainline }) => [id, mainline ?? id]), ...picks];
  const ids = await fullIds(repo, [...new Set(named)]);
  const own = claimants.flatMap(({ change, claims: { reverts: undoes, picks: takes } }) =>
    "commit" in change && undoes.length + takes.length > 0 ? [change] : [],
  );
  const sources = picks.flatMap((id) => ids.get(id) ?? []).map((commit) => ({ commit, parent: null }));
  const targets = reverts.flatMap(({ id, mainline }) => {
    const commit = ids.get(id);
    const parent = mainline === null ? null : (ids.get(mainline) ?? null);
    return commit === undefined ? [] : [{ commit, parent }];
  });
  const [done, undone] = await Promise.all([
    patchIds(repo, [...own, ...sources], { undone: false }),
    patchIds(repo, targets, { undone: true }),
  ]);
  return { ids, done, undone };
}

/** Names that begin an id of exactly one commit. A ref of that name says nothing: refs are anybody's. */
async function fullIds(repo: Repository, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const args = ["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"];
  const lines = (await repo.git.text(args, { input: `${names.join("\n")}\n` })).split("\n");
  return new Map(
    names.flatMap((name, index) => {
      const [id = "", type] = (lines[index] ?? "").split(" ");
      return type === "commit" && id.startsWith(name) ? [[name, id] as const] : [];
    }),
  );
}

async function confirm(
  repo: Repository,
  objects: Objects,
  evidence: Evidence,
  { claims, change, from }: Claimant,
): Promise<Inherited | null> {
  const own = "commit" in change ? [evidence.done.get(change.commit)] : change;
  const same = (patches: ReadonlyMap<string, string>, name: string): string | null => {
    const id = evidence.ids.get(name);
    const patch = id === undefined ? undefined : patches.get(id);
    return id !== undefined && patch !== undefined && own.includes(patch) ? id : null;
  };
  for (const { id } of claims.reverts) {
    const target = same(evidence.undone, id);
    if (target !== null && from !== null && (await isAncestor(repo, target, from))) {
      return inherited(objects, "revert", target);
    }
  }
  const source = claims.picks.map((id) => same(evidence.done, id)).find((id) => id !== null);
  if (source) return inherited(objects, "cherry-pick", source);
  if (claims.amends === null || from === null) return null;
  return inherited(objects, "autosquash", await squashTarget(repo, from, claims.amends));
}

async function isAncestor(repo: Repository, ancestor: string, of: string): Promise<boolean> {
  return (await repo.git.run(["merge-base", "--is-ancestor", ancestor, of], { codes: [0, 1] })).code === 0;
}

async function inherited(
  objects: Objects,
  kind: Inherited["kind"],
  id: string | null,
): Promise<Inherited | null> {
  const object = id === null ? null : await objects.read(id);
  return object?.type === "commit" ? { kind, target: parseCommit(object.oid, object.bytes) } : null;
}

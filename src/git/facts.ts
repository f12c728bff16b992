import { existsSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../core/fault.ts";
import { claimsIn } from "./claims.ts";
import { type Claimant, type Inherited, inheritances } from "./inheritance.ts";
import { type Objects, openObjects } from "./objects.ts";
import { type OwnMerge, ownMerges } from "./own-merge.ts";
import { withQuarantine } from "./quarantine.ts";
import { decodeText, parseCommit, type RawCommit } from "./raw-commit.ts";
import type { Repository } from "./repository.ts";
import type { Git } from "./run.ts";

/**
 * How a merge came to its tree. `clean`: it is git's own merge of the parents; `changed`: it is not, or somebody settled a
 * conflict; `unknown`: this git (before 2.39) or this shallow clone can't tell.
 */
export type MergeKind = "clean" | "changed" | "unknown";

/** What git confirms of one commit. */
export interface GitFacts {
  /** Null: no merge. */
  readonly merge: MergeKind | null;
  /** Null: its message names no other commit, or git confirms none. */
  readonly inherits: Inherited | null;
  /** Nothing that may still be fetched changes this. */
  readonly lasting: boolean;
}

/**
 * Facts of commits by id, with few children for many commits; nothing is written to the repository. Throws
 * Fault("repository") for an id that is no commit here.
 */
export async function factsOf(
  repo: Repository,
  ids: readonly string[],
  progress?: Parameters<typeof ownMerges>[2],
): Promise<ReadonlyMap<string, GitFacts>> {
  const objects = openObjects(repo);
  try {
    const commits = await Promise.all(ids.map((id) => demandCommit(objects, id)));
    const kinds = await mergeKinds(
      repo,
      commits.filter(({ parents }) => parents.length > 1),
      progress,
    );
    const { confirmed, open } = await inheritances({ repo, objects }, commits.flatMap(claimantOf));
    return new Map(
      ids.map((id) => {
        const [merge, inherits] = [kinds.get(id) ?? null, confirmed.get(id) ?? null];
        return [
          id,
          { merge, inherits, lasting: merge !== "unknown" && (inherits !== null || !open.has(id)) },
        ];
      }),
    );
  } finally {
    await objects.close();
  }
}

async function demandCommit(objects: Objects, id: string): Promise<RawCommit> {
  const object = await objects.read(id);
  if (object?.type === "commit") return parseCommit(object.oid, object.bytes);
  throw new Fault("repository", "The repository lacks a commit.", { found: id, fix: "git fetch --refetch" });
}

/** A merge reverts or picks nothing by itself; its parents' changes are judged where they were made. */
function claimantOf({ id, parents, message, encoding }: RawCommit): readonly Claimant[] {
  const claims = claimsIn(decodeText(message, encoding));
  const any = claims.reverts.length + claims.picks.length > 0 || claims.amends !== null;
  if (!any || parents.length > 1) return [];
  return [{ key: id, claims, change: { commit: id, parent: null }, from: parents[0] ?? null }];
}

async function mergeKinds(
  repo: Repository,
  merges: readonly RawCommit[],
  progress?: Parameters<typeof ownMerges>[2],
): Promise<ReadonlyMap<string, MergeKind>> {
  if (merges.length === 0) return new Map();
  const own = await withQuarantine(repo, async (git) => {
    if (merges.length >= MANY) await speedUp(repo, git, merges);
    return ownMerges(
      git,
      merges.map(({ parents }) => parents),
      progress,
    );
  });
  return new Map(merges.map(({ id, tree }, index) => [id, mergeKind(repo, own[index] ?? "unknown", tree)]));
}

/** From so many merges on, numbering the history takes less time than it saves each of them. */
const MANY = 500;

/** Lets git find merge bases by numbers (git-commit-graph), kept in the quarantine where the repository has none. */
async function speedUp(repo: Repository, git: Git, commits: readonly RawCommit[]): Promise<void> {
  const info = join(repo.commonDir, "objects", "info");
  if (existsSync(join(info, "commit-graph")) || existsSync(join(info, "commit-graphs"))) return;
  // It only saves time: a git that refuses (a shallow clone) answers without.
  await git.run(["commit-graph", "write", "--stdin-commits", "--no-progress"], {
    input: commits.map(({ id }) => `${id}\n`).join(""),
    codes: [0, 1, 128, 129],
  });
}

/** Where the merge base may be hidden, only a merge that comes out the same proves anything. */
function mergeKind(repo: Repository, own: OwnMerge, tree: string): MergeKind {
  if (own === "unknown") return "unknown";
  if (own !== "conflict" && own.tree === tree) return "clean";
  return repo.shallow ? "unknown" : "changed";
}

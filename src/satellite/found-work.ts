import type { Forge, LiveChange } from "../core/forge.ts";
import { messageReferences } from "../gather/references.ts";
import { branchPlace } from "../git/branch-place.ts";
import { commitsBeyond, existingRefs, recentMessages } from "../git/recent-messages.ts";
import type { Desk, DeskTask } from "./desk.ts";

/** What was done for a task, and how far it came. */
export interface FoundWork {
  /** The pull request; null: it came into the default branch without one. */
  readonly change: Pick<LiveChange, "number" | "url" | "base"> | null;
  /** Full id of the commit that stands for it. */
  readonly commit: string;
  readonly branch: string | null;
  /** `merged`: into the default branch. */
  readonly state: "open" | "merged";
}

/** Commits that are looked through for the task's name. */
const MOST_COMMITS = 2000;
/** Of those that name it, the newest that the forge is asked about. */
const MOST_ASKED = 50;

/**
 * The open pull request of the branch that is checked out; else the pull request that brought the newest commit that names the task or its
 * ticket into the default branch; else that commit, if it is there. Null: none of these.
 */
export async function findWork(desk: Desk, work: DeskTask, forge: Forge | null): Promise<FoundWork | null> {
  const { gate } = desk;
  const place = await branchPlace(gate.repo);
  const defaults = await gate.defaultBranches();
  if (place !== null && forge !== null && !defaults.includes(place.branch)) {
    const number = await forge.forBranch({ branch: place.branch, repository: null });
    if (number !== null) return ofChange(await forge.change(number), defaults);
  }
  const refs = await existingRefs(
    gate.repo,
    defaults.flatMap((name) => refsOf(name, place?.remote ?? null)),
  );
  const tips = [...(place === null ? [] : [place.oid]), ...refs];
  const naming = (await recentMessages(gate.repo, tips, MOST_COMMITS)).filter(({ message }) =>
    isNamed(desk, work, message),
  );
  const ids = naming.slice(0, MOST_ASKED).map(({ id }) => id);
  const arrived = forge === null || ids.length === 0 ? null : await latest(forge, ids);
  if (arrived !== null) return ofChange(arrived, defaults);
  for (const id of ids)
    if (refs.length > 0 && (await commitsBeyond(gate.repo, id, refs)) === 0)
      return { change: null, commit: id, branch: null, state: "merged" };
  return null;
}

/** Where a branch of the other side, and one of the same name here, are kept. */
export function refsOf(name: string, remote: string | null): readonly string[] {
  const there = remote === null ? [] : [`refs/remotes/${remote}/${name}`];
  return [...there, `refs/heads/${name}`];
}

function isNamed({ gate, tasks }: Desk, { id, link }: DeskTask, message: string): boolean {
  const local =
    tasks.backlogs.length === 0 ? undefined : gate.law.remotes.find(({ kind }) => kind === "markdown");
  return messageReferences(gate.reader, message, 0).some(
    (one) =>
      (one.remote === local?.name && one.id === id) ||
      (one.remote === link?.remote.name && one.id === link?.id),
  );
}

async function latest(forge: Forge, commits: readonly string[]): Promise<LiveChange | null> {
  const arrivals = [...(await forge.arrivals(commits)).values()];
  const last = arrivals.sort((one, other) => (one.at < other.at ? -1 : 1)).at(-1);
  return last === undefined ? null : forge.change(last.number);
}

/** One that was merged into another branch goes on from there. */
function ofChange(change: LiveChange, defaults: readonly string[]): FoundWork {
  const { number, url, base, head, mergeCommit } = change;
  const isMerged = change.state === "merged" && defaults.includes(base.branch);
  return {
    change: { number, url, base },
    commit: mergeCommit ?? head.commit,
    branch: head.branch,
    state: isMerged ? "merged" : "open",
  };
}

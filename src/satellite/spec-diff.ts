import { Fault } from "../core/fault.ts";
import type { Verdict } from "../core/finding.ts";
import type { SpecAnswer } from "../core/spec.ts";
import type { GateWorld } from "../gate.ts";
import { branchPlace } from "../git/branch-place.ts";
import { diffTexts } from "../git/compare-texts.ts";
import { mergeBase } from "../git/merge-base.ts";
import { existingRefs } from "../git/recent-messages.ts";
import { resolveCommit } from "../git/repository.ts";
import { commitTree } from "../git/tree.ts";
import { type Desk, deskTasks, openDesk } from "./desk.ts";
import { refsOf } from "./found-work.ts";
import { specOf } from "./spec-of.ts";
import { namedOwner, ownerIn } from "./spec-owner.ts";
import { type ShownOwner, shownOwner } from "./spec-show.ts";

/** A spec at two times. */
export interface SpecDiff {
  readonly owner: ShownOwner;
  /** Full id of the commit that it is compared with. */
  readonly base: string;
  readonly before: SpecAnswer;
  readonly now: SpecAnswer;
  /** git's, without a head; empty: they are the same, or there are no two texts. */
  readonly diff: string;
  readonly verdict: Verdict;
}

/**
 * Compares the spec of the work tree with that of a commit, task files included. `base` null: where this branch left the default branch.
 * Throws Fault("usage") where nobody knows what is meant, Fault("repository") for a revision that is not there.
 */
export async function diffSpec(world: GateWorld, written: string, base: string | null): Promise<SpecDiff> {
  const desk = await openDesk(world);
  const owner = await namedOwner(desk, written);
  const commit = await (base === null ? usualBase(desk) : resolveCommit(desk.gate.repo, base));
  const tasks = await desk.gate.tasksAt(commit);
  const then = ownerIn(owner, { all: await deskTasks(tasks, desk.ground) });
  const tree = await commitTree(desk.gate.repo, commit);
  const [now, before] = await Promise.all([
    specOf(desk, owner, desk.gate.tree),
    specOf({ gate: desk.gate, tasks }, then, tree),
  ]);
  await tree.close();
  const texts = [textOf(before), textOf(now)] as const;
  const [old, own] = texts;
  const diff = old === null || own === null ? "" : await diffTexts(world.env, old, own);
  return { owner: shownOwner(owner), base: commit, before, now, diff, verdict: verdictOf(before, now) };
}

/** The text of a spec, none where there is none; null: that is not known. */
function textOf(answer: SpecAnswer): string | null {
  if (answer.status === "none") return "";
  return answer.status === "found" ? answer.spec.text : null;
}

function verdictOf(before: SpecAnswer, now: SpecAnswer): Verdict {
  if (before.status === "unknown" || now.status === "unknown") return "undecided";
  const [old, own] = [textOf(before), textOf(now)];
  return old !== null && old === own ? "pass" : "fail";
}

async function usualBase({ gate }: Desk): Promise<string> {
  const { repo } = gate;
  const [head, place, names] = await Promise.all([
    resolveCommit(repo, "HEAD"),
    branchPlace(repo),
    gate.defaultBranches(),
  ]);
  const [ref] = await existingRefs(
    repo,
    names.flatMap((name) => refsOf(name, place?.remote ?? null)),
  );
  const base = ref === undefined ? null : await mergeBase(repo, head, ref);
  if (base !== null) return base;
  throw new Fault("usage", "Nobody can tell where this branch began.", {
    found: ref === undefined ? `no branch called ${names.join(" or ")}` : `nothing in common with ${ref}`,
    wanted: "a commit to compare with",
    fix: "golden-thread spec diff TASK --base REV",
  });
}

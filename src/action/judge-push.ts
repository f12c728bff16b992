import { Fault } from "../core/fault.ts";
import type { Reference } from "../core/reference.ts";
import type { Gate } from "../gate.ts";
import { branchReferences, pullRequestReferences } from "../gather/references.ts";
import { attempt } from "./attempt.ts";
import type { ActionEvent } from "./event.ts";
import { gateHere } from "./forge-here.ts";
import { judgeCommits } from "./judge-commits.ts";
import type { PullName } from "./judge-pull.ts";
import { judgePulls } from "./judge-pulls.ts";
import type { Judged } from "./judged.ts";
import type { ActionScene } from "./scene.ts";

type Push = Extract<ActionEvent, { readonly kind: "push" }>;

const HEADS = "refs/heads/";

/** Judges what a push brought, under the law of what was there before; a new branch's is that of the default branch. */
export async function judgePush(scene: ActionScene, event: Push): Promise<readonly Judged[]> {
  const { before, after, ref } = event;
  if (after === null || !ref.startsWith(HEADS)) {
    scene.notes.push(
      after === null ? `${ref} is gone: nothing to judge.` : `${ref} is no branch: nothing to judge.`,
    );
    return [];
  }
  const base = before ?? (await defaultTip(scene, event));
  await scene.ground.deepen([after, base]);
  const label = `${base.slice(0, 12)}..${after.slice(0, 12)}`;
  const commits = { include: [after], exclude: [base] };
  const pushed = await judgeCommits(scene, {
    range: { range: label, commits },
    policyRef: base,
    targetRef: ref,
    around: (gate) => changeAround(scene, gate, after),
  });
  if (ref === `${HEADS}${event.defaultBranch}`) return [pushed];
  return [pushed, ...(await judgePulls(scene, await pullsAt(scene, { base, after })))];
}

/** What is said of a pushed commit stands at the head of its pull requests too, and what was there before may be theirs. */
async function pullsAt(
  scene: ActionScene,
  { base, after }: { readonly base: string; readonly after: string },
): Promise<readonly PullName[]> {
  const what = "the pull requests of a pushed commit";
  const numbers = await attempt(scene.notes, what, "pull-requests: read", async () => {
    const forge = await (await gateHere(scene, base)).forge();
    return forge?.changesOf(after);
  });
  return (numbers ?? []).map((number) => ({ number, event: null, base: null }));
}

async function defaultTip({ ground }: ActionScene, { defaultBranch, ref }: Push): Promise<string> {
  const wanted = `${HEADS}${defaultBranch}`;
  const tip = ref === wanted ? null : await ground.tip(wanted);
  if (tip !== null) return tip;
  throw new Fault("unavailable", "Nobody can tell whose law counts for a branch that is new.", {
    found: ref === wanted ? `${defaultBranch} itself is new` : `no ${defaultBranch}`,
    wanted: "a default branch with a policy",
    fix: "golden-thread check range HEAD",
  });
}

/** What the pull request by which a commit came in refers to: the same that counted when it was judged. */
async function changeAround(scene: ActionScene, gate: Gate, commit: string): Promise<readonly Reference[]> {
  const found = await attempt(
    scene.notes,
    "the pull request of a pushed commit",
    "pull-requests: read",
    async () => {
      const forge = await gate.forge();
      const arrival = (await forge?.arrivals([commit]))?.get(commit);
      return arrival === undefined || forge === null ? null : forge.change(arrival.number);
    },
  );
  if (found === null) return [];
  return [...branchReferences(gate.reader, found.head.branch), ...pullRequestReferences(gate.reader, found)];
}

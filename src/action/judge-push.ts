import { Fault } from "../core/fault.ts";
import type { LiveChange } from "../core/forge.ts";
import { remembered } from "../core/once.ts";
import type { Gate } from "../gate.ts";
import { attempt } from "./attempt.ts";
import { besideCommits, MOST_ASKED } from "./brought-by.ts";
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
    beside: (gate) => besideCommits(gate, commits, (line) => mergedBy(scene, gate, line)),
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

/** The pull requests that were merged by some commits, each asked for once; commits that were pushed directly have none. */
async function mergedBy(
  { notes }: ActionScene,
  gate: Gate,
  line: readonly string[],
): Promise<ReadonlyMap<string, LiveChange> | null> {
  const asked = line.slice(-MOST_ASKED);
  if (asked.length < line.length)
    notes.push(`Only the last ${MOST_ASKED} of ${line.length} commits were asked for their pull requests.`);
  const told = await attempt(
    notes,
    "the pull requests of pushed commits",
    "pull-requests: read",
    async () => {
      const forge = await gate.forge();
      if (forge === null) return null;
      const change = remembered((number) => forge.change(Number(number)));
      const arrivals = [...(await forge.arrivals(asked))];
      return Promise.all(
        arrivals.map(async ([id, { number }]) => [id, await change(String(number))] as const),
      );
    },
  );
  return told === null ? null : new Map(told);
}

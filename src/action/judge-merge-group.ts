import { Fault } from "../core/fault.ts";
import type { LiveChange } from "../core/forge.ts";
import type { Gate } from "../gate.ts";
import { besideCommits } from "./brought-by.ts";
import type { ActionEvent } from "./event.ts";
import { demandForge, gateHere } from "./forge-here.ts";
import { judgeCommits } from "./judge-commits.ts";
import { judgePull } from "./judge-pull.ts";
import type { Judged } from "./judged.ts";
import type { ActionScene } from "./scene.ts";

type MergeGroup = Extract<ActionEvent, { readonly kind: "merge-group" }>;

/** `refs/heads/gh-readonly-queue/main/pr-104-<40 hex>`, as GitHub names the branches of its queue. */
const QUEUE = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{40,64}$/;

/** How a queue's commits say which pull request they are: the ends of a squashed title, and a merge's subject. */
const NUMBER = /\(#(\d+)\)$|^Merge pull request #(\d+) /;

/**
 * Judges the commits that a queue made, under the law of what they stand on, and each of its pull requests as it is now: a ticket may
 * have been closed since. What a pull request refers to counts for the commits that the queue made of it, as it did for its own.
 */
export async function judgeMergeGroup(scene: ActionScene, group: MergeGroup): Promise<readonly Judged[]> {
  const { base, head, ref, into } = group;
  const [, number = ""] = QUEUE.exec(ref) ?? [];
  await scene.ground.deepen([base, head]);
  const trusted = await trustedOf(scene, group);
  const pulls = await pullsOf(scene, { trusted, base, head, numbers: number === "" ? [] : [Number(number)] });
  const heads = pulls.map((live) => live.head.commit);
  const label = `${base.slice(0, 12)}..${head.slice(0, 12)}`;
  const commits = { include: [head], exclude: [base, ...(await scene.ground.there(heads))] };
  const final = await judgeCommits(scene, {
    range: { range: label, commits },
    policyRef: trusted,
    targetRef: into,
    beside: (gate) => besideCommits(gate, commits, (line) => madeOf(gate, line, pulls)),
  });
  const judged: Judged[] = [final];
  for (const live of pulls)
    judged.push(await judgePull(scene, { number: live.number, event: null, base: trusted }));
  return judged;
}

/** A group may stand on another that is not merged yet, and may never be: then the law is that of the branch. */
async function trustedOf({ ground }: ActionScene, { base, head, into }: MergeGroup): Promise<string> {
  const tip = await ground.tip(into);
  if (tip === null || tip === base) return base;
  await ground.deepen([tip, head]);
  return (await ground.isIn(base, tip)) ? base : tip;
}

/** Of which pull request a queue made its commits: all of a single one, else of the one that each names. */
async function madeOf(
  { labels }: Pick<Gate, "labels">,
  line: readonly string[],
  pulls: readonly LiveChange[],
): Promise<ReadonlyMap<string, LiveChange>> {
  const [only, ...others] = pulls;
  if (only !== undefined && others.length === 0) return new Map(line.map((id) => [id, only]));
  const told = await labels(line);
  return new Map(
    line.flatMap((id) => {
      const number = numberIn(told.get(id)?.subject ?? "");
      const live = pulls.find((one) => one.number === number);
      return live === undefined ? [] : [[id, live] as const];
    }),
  );
}

function numberIn(subject: string): number | null {
  const [, squashed, merged] = NUMBER.exec(subject) ?? [];
  return squashed === undefined && merged === undefined ? null : Number(squashed ?? merged);
}

/** Texts tell numbers, and anybody can write one: a pull request counts only while it is open. */
async function pullsOf(
  scene: ActionScene,
  {
    trusted,
    base,
    head,
    numbers,
  }: {
    readonly trusted: string;
    readonly base: string;
    readonly head: string;
    readonly numbers: readonly number[];
  },
): Promise<readonly LiveChange[]> {
  const forge = await demandForge(await gateHere(scene, trusted));
  const subjects = await scene.ground.subjects({ include: [head], exclude: [base] });
  const told = subjects.flatMap((subject) => numberIn(subject) ?? []);
  const found: LiveChange[] = [];
  for (const number of new Set([...numbers, ...told])) {
    const live = await forge.change(number).catch(absent);
    if (live?.state === "open") found.push(live);
  }
  return found;
}

/** A number that was no pull request's; whatever else went wrong is no answer. */
function absent(thrown: unknown): null {
  if (thrown instanceof Fault && thrown.code === "absent") return null;
  throw thrown;
}

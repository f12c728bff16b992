import { Fault } from "../core/fault.ts";
import { demandForge, gateHere } from "./forge-here.ts";
import { citing, judgeCommits } from "./judge-commits.ts";
import { judgeMergeGroup } from "./judge-merge-group.ts";
import { judgePull } from "./judge-pull.ts";
import { judgePush } from "./judge-push.ts";
import type { Judged } from "./judged.ts";
import type { ActionScene } from "./scene.ts";

/** Judges what an event is about; none: there is nothing to judge, and the notes say why. */
export async function judge(scene: ActionScene): Promise<readonly Judged[]> {
  const { event } = scene.job;
  demandFitting(scene);
  switch (event.kind) {
    case "pull-request":
      return [await judgePull(scene, { number: event.number, event, base: null })];
    case "merge-group":
      return judgeMergeGroup(scene, event);
    case "push":
      return judgePush(scene, event);
    case "schedule":
      return [await judgeHistory(scene)];
    case "dispatch":
      return judgeDispatch(scene);
    case "workflow-run":
      return judgeRun(scene, event.head);
  }
}

/** An input that an event has no use for is a mistake that nobody would see. */
function demandFitting({ inputs, job }: ActionScene): void {
  const { kind } = job.event;
  const idle = [
    ...(inputs.ticket !== null && kind !== "dispatch" ? ["ticket"] : []),
    ...(inputs.range !== null && kind !== "dispatch" && kind !== "schedule" ? ["range"] : []),
    ...(inputs.ledger !== "read" && kind !== "dispatch" && kind !== "schedule"
      ? [`ledger: ${inputs.ledger}`]
      : []),
    ...(inputs.range !== null && inputs.ticket !== null ? ["range beside ticket"] : []),
  ];
  if (idle.length === 0) return;
  throw new Fault("usage", `${job.eventName} has no use for ${idle.join(" and ")}.`, {
    found: idle.join(", "),
    wanted: "ticket for workflow_dispatch; range and a refreshed ledger for workflow_dispatch and schedule",
    fix: "mend the `with:` of this step",
  });
}

/** All that is reachable from the commit that the workflow runs for, or the range that it names. */
async function judgeHistory(scene: ActionScene): Promise<Judged> {
  const { inputs, job, ground } = scene;
  await ground.deepen([job.sha]);
  const range = inputs.range ?? job.sha;
  const isRange = /[^.]\.{2,3}/.test(range);
  return judgeCommits(scene, { range: { range }, policyRef: isRange ? null : job.sha, targetRef: job.ref });
}

async function judgeDispatch(scene: ActionScene): Promise<readonly Judged[]> {
  const { ticket } = scene.inputs;
  if (ticket === null) return [await judgeHistory(scene)];
  const judged: Judged[] = [];
  for await (const { number } of citing(scene, ticket))
    judged.push(await judgePull(scene, { number, event: null, base: null }));
  if (judged.length === 0) scene.notes.push(`No open pull request names ${ticket}.`);
  return judged;
}

/** What the first stage wrote is not read: whoever opened the pull request could have had it say anything. */
async function judgeRun(scene: ActionScene, head: string): Promise<readonly Judged[]> {
  const forge = await demandForge(await gateHere(scene));
  const judged: Judged[] = [];
  for (const number of await forge.changesOf(head))
    judged.push(await judgePull(scene, { number, event: null, base: null }));
  if (judged.length === 0) scene.notes.push(`No open pull request has ${head} as its head.`);
  return judged;
}

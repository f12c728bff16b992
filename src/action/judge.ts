import { Fault } from "../core/fault.ts";
import { demandDefault } from "./demand-default.ts";
import { demandForge, gateHere } from "./forge-here.ts";

import { citing, judgeCommits } from "./judge-commits.ts";
import { judgeMergeGroup } from "./judge-merge-group.ts";
import type { PullName } from "./judge-pull.ts";
import { judgePulls } from "./judge-pulls.ts";
import { judgePush } from "./judge-push.ts";
import type { Judged } from "./judged.ts";
import type { ActionScene } from "./scene.ts";

/** Judges what an event is about; none: there is nothing to judge, and the notes say why. */
export async function judge(scene: ActionScene): Promise<readonly Judged[]> {
  const { event } = scene.job;
  demandFitting(scene);
  switch (event.kind) {
    case "pull-request":
      return judgePulls(scene, [{ number: event.number, event, base: null }]);
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
    ...(inputs.record === "on" && kind !== "push" ? ["record: on"] : []),
    ...(inputs.range !== null && inputs.ticket !== null ? ["range beside ticket"] : []),
  ];
  if (idle.length === 0) return;
  throw new Fault("usage", `${job.eventName} has no use for ${idle.join(" and ")}.`, {
    found: idle.join(", "),
    wanted:
      "ticket for workflow_dispatch; range and a refreshed ledger for workflow_dispatch and schedule; record for push",
    fix: "mend the `with:` of this step",
  });
}

/** Audits all that is reachable from the commit that the workflow runs for, or judges the range that it names. */
async function judgeHistory(scene: ActionScene): Promise<Judged> {
  const { inputs, job, ground } = scene;
  await ground.deepen([job.sha]);
  const range = inputs.range ?? job.sha;
  if (!/[^.]\.{2,3}/.test(range)) return (await import("./judge-audit.ts")).judgeAudit(scene, range);
  return judgeCommits(scene, { range: { range }, policyRef: null, targetRef: job.ref });
}

/** The job's result stands at the head of its branch, where a pull request's would; so nobody judges a branch by what it brings itself. */
async function judgeDispatch(scene: ActionScene): Promise<readonly Judged[]> {
  await demandDefault(scene, "What is started by hand is judged from the default branch alone.");
  const { ticket } = scene.inputs;
  if (ticket === null) return [await judgeHistory(scene)];
  const numbers: number[] = [];
  for await (const { number } of citing(scene, ticket)) numbers.push(number);
  if (numbers.length === 0) scene.notes.push(`No open pull request names ${ticket}.`);
  return judgePulls(scene, numbers.map(byNumber));
}

/** What the first stage wrote is not read: whoever opened the pull request could have had it say anything. */
async function judgeRun(scene: ActionScene, head: string): Promise<readonly Judged[]> {
  const forge = await demandForge(await gateHere(scene));
  const numbers = await forge.changesOf(head);
  if (numbers.length === 0) scene.notes.push(`No open pull request has ${head} as its head.`);
  return judgePulls(scene, numbers.map(byNumber));
}

function byNumber(number: number): PullName {
  return { number, event: null, base: null };
}

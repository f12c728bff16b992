import type { Out, World } from "../core/ports.ts";
import { exitCode, worst } from "../core/verdict.ts";
import { builtText } from "../reports/built-ledger.ts";
import { markdown } from "../reports/escape.ts";
import { noticeText } from "../reports/notices.ts";
import { deliver } from "./deliver.ts";
import { explain } from "./explain.ts";
import type { Inputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { judge } from "./judge.ts";
import type { Judged } from "./judged.ts";
import { type ActionScene, openScene } from "./scene.ts";
import { openToolkit, type Toolkit } from "./toolkit.ts";

/** Judges what the event is about, tells it everywhere where it can be told, and answers the exit code. */
export async function perform(world: World, inputs: Inputs, job: Job): Promise<number> {
  const toolkit = await openToolkit(world.env);
  if (inputs.token !== "") toolkit.mask(inputs.token);
  const scene = await openScene(world, inputs, job);
  const judged = await judge(scene);
  scene.notes.push(...scene.ground.notices().map(noticeText));
  const verdict = worst(judged.map(({ report }) => report.verdict));
  await deliver(scene, judged, toolkit);
  await explain(scene, judged, { out: world.stdout, toolkit });
  if (inputs.record === "on") await record(scene, judged, { out: world.stdout, toolkit });
  if (inputs.ledger !== "read") await refresh(scene, world.stdout, toolkit);
  return exitCode(verdict);
}

/** What fails here fails the step, whatever the verdict was. */
async function record(
  scene: ActionScene,
  judged: readonly Judged[],
  { out, toolkit }: { readonly out: Out; readonly toolkit: Pick<Toolkit, "summary"> },
): Promise<void> {
  const { recordPush } = await import("./record-push.ts");
  for (const notes of await recordPush(scene, judged)) {
    const line = `Recorded in ${notes}, here and at origin.`;
    out.write(`${line}\n`);
    await toolkit.summary(`\n\n${markdown(line)}\n`);
  }
}

/** The same. */
async function refresh(scene: ActionScene, out: Out, toolkit: Pick<Toolkit, "summary">): Promise<void> {
  const { refreshLedger } = await import("./refresh-ledger.ts");
  const text = builtText(await refreshLedger(scene));
  out.write(text);
  const lines = text.trimEnd().split("\n");
  await toolkit.summary(`\n\n${lines.map(markdown).join("\n\n")}\n`);
}

import type { World } from "../core/ports.ts";
import { exitCode, worst } from "../core/verdict.ts";
import { noticeText } from "../reports/notices.ts";
import { deliver } from "./deliver.ts";
import { explain } from "./explain.ts";
import type { Inputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { judge } from "./judge.ts";
import { openScene } from "./scene.ts";
import { openToolkit } from "./toolkit.ts";

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
  return exitCode(verdict);
}

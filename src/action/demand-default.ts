import { Fault } from "../core/fault.ts";
import type { ActionScene } from "./scene.ts";

/** Throws Fault("usage") with a sentence where the workflow runs for another branch than the default one. */
export async function demandDefault(
  { job, ground }: Pick<ActionScene, "job" | "ground">,
  sentence: string,
): Promise<void> {
  const wanted = `refs/heads/${await ground.defaultBranch()}`;
  if (job.ref === wanted) return;
  throw new Fault("usage", sentence, { found: job.ref, wanted, fix: "start the workflow on that branch" });
}

import { openRepository } from "../git/repository.ts";
import { openGit } from "../git/run.ts";
import { landedEvidence, shareRecords } from "../record-evidence.ts";
import type { Judged } from "./judged.ts";
import { refusedPush } from "./refused-push.ts";
import type { ActionScene } from "./scene.ts";

/**
 * Writes records of what a push brought behind the last one that the repository has, and pushes them by the step's token; the refs that they
 * are in. Pull requests that were judged beside the push have landed nothing. Throws Fault("usage") where the policy names no ref or nothing
 * signs, and Fault("forbidden") where the token may not push.
 */
export async function recordPush(
  { ground, world }: Pick<ActionScene, "ground" | "world">,
  judged: readonly Judged[],
): Promise<readonly string[]> {
  const { remote, env } = ground.home;
  const refs: string[] = [];
  for (const { report, context, signer, notes, pull } of judged) {
    if (pull !== null) continue;
    const evidence = landedEvidence({ notes, signer }, report, context);
    const commit = context.head ?? null;
    if (evidence === null || commit === null) continue;
    const repo = await openRepository(openGit({ cwd: world.cwd, env: { ...world.env, ...env } }));
    await shareRecords(repo, { commit, evidence, remote }, signer).catch(
      refusedPush("The records were not taken to the repository"),
    );
    refs.push(evidence.notes);
  }
  return refs;
}

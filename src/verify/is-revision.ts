import { Fault } from "../core/fault.ts";
import type { GateWorld } from "../gate.ts";
import { offlineEnv } from "../git/foreign-clone.ts";
import { openRepository, resolveCommit } from "../git/repository.ts";
import { openGit } from "../git/run.ts";

/** Whether a name is that of a commit in the repository around a folder. */
export async function isRevision(
  { env }: Pick<GateWorld, "env">,
  cwd: string,
  name: string,
): Promise<boolean> {
  try {
    await resolveCommit(await openRepository(openGit({ cwd, env: { ...env, ...offlineEnv(env) } })), name);
    return true;
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code !== "internal") return false;
    throw thrown;
  }
}

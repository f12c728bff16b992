import { Fault } from "../core/fault.ts";
import type { Forge } from "../core/forge.ts";
import { type Gate, openGate } from "../gate.ts";
import type { ActionScene } from "./scene.ts";

/** The gate of a commit that is trusted; left out: the one that the workflow runs for, where that is the default branch's. */
export async function gateHere(
  { ground, world, options, job }: ActionScene,
  commit: string = job.sha,
): Promise<Gate> {
  await ground.bring([commit]);
  return openGate(world, { ...options, haste: "command", policyRef: commit });
}

/** A gate's forge. Throws Fault("credentials") where it can't be asked. */
export async function demandForge(gate: Gate): Promise<Forge> {
  const forge = await gate.forge();
  if (forge !== null) return forge;
  throw new Fault("credentials", "Nobody can be asked for the open pull requests.", {
    found: "no token",
    wanted: "permissions: pull-requests: read, and the input github-token",
    fix: "mend the `with:` of this step",
  });
}

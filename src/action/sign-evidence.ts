import type { EvidenceSigner } from "../attest/sign.ts";
import type { Gate } from "../gate.ts";
import type { ActionScene } from "./scene.ts";

/** Events about commits that have landed, whose workflow is the branch's own. */
const LANDED: ReadonlySet<ActionScene["job"]["event"]["kind"]> = new Set(["push", "schedule", "dispatch"]);

/**
 * What signs the evidence of commits that have landed; null: nothing does. What a pull request brings is judged and never signed: its own
 * workflow could say anything. Throws Fault("policy") where the key is none that the policy names.
 */
export async function evidenceSignerFor(
  { inputs, job, runner, world }: ActionScene,
  { law, tree }: Pick<Gate, "law" | "tree">,
): Promise<EvidenceSigner | null> {
  if (!LANDED.has(job.event.kind) || inputs.sign === "off") return null;
  const [{ evidenceSigner }, { signingEnv }] = await Promise.all([
    import("../signing/evidence-signer.ts"),
    import("../signing/keyless.ts"),
  ]);
  return evidenceSigner(
    { ...world, law, tree },
    { how: inputs.sign },
    { ...world.env, ...signingEnv(runner) },
  );
}

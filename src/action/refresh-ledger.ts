import { Fault } from "../core/fault.ts";
import { type BuiltLedger, buildLedger } from "../ledger-commands/build.ts";
import { signingEnv } from "../signing/keyless.ts";
import { demandDefault } from "./demand-default.ts";
import { refusedPush } from "./refused-push.ts";
import type { ActionScene } from "./scene.ts";

/**
 * Asks the trackers for every ticket and issues the ledger that the policy of this very commit names; it is pushed by the step's token.
 * Throws what `golden-thread ledger build` throws, and Fault("usage") on another branch than the default one, whose ledger nobody would
 * go by.
 */
export async function refreshLedger(scene: ActionScene): Promise<BuiltLedger> {
  const { inputs, job, ground, options, runner, world } = scene;
  await demandDefault(scene, "The ledger is issued from the default branch alone.");
  await ground.bring([job.sha]);
  return buildLedger(
    { ...world, env: { ...world.env, ...ground.home.env, ...signingEnv(runner) } },
    {
      query: null,
      expires: null,
      out: null,
      push: ground.home.remote,
      gate: { ...options, haste: "command", policyRef: job.sha },
      // Whether a public log may be told is the policy's to say: ledger.sigstore.public_log.
      keyless: inputs.ledger === "refresh-keyless" ? { publicLog: false } : null,
      progress: () => undefined,
      write: async (path) => {
        throw new Fault("usage", "The Action writes the ledger to no file.", {
          found: path,
          wanted: "ledger.from: a ref",
        });
      },
    },
  ).catch(refusedPush("The ledger was not taken to the repository"));
}

import type { Forge } from "../core/forge.ts";
import type { World } from "../core/ports.ts";
import type { GateOptions, GateWorld } from "../gate.ts";
import { SIGNING_VARIABLES } from "../signing/signing-key.ts";
import type { Ground } from "./ground.ts";
import { openGround } from "./ground.ts";
import type { Inputs } from "./inputs.ts";
import type { Job } from "./job.ts";

/** All that the judges of one step share. */
export interface ActionScene {
  readonly inputs: Inputs;
  readonly job: Job;
  readonly ground: Ground;
  /** The runner's variables, those that sign a ledger among them. */
  readonly runner: World["env"];
  /** Of the clone, with the step's token where GitHub's is looked for and none of the step's inputs. */
  readonly world: GateWorld;
  readonly options: Pick<GateOptions, "place" | "overrides" | "home" | "trees" | "bringRef" | "policyFile">;
  /** What could not be done beside the verdict, and why: sentences. */
  readonly notes: string[];
}

/** A pull request that was judged, and who may be written to about it. */
export interface Pull {
  readonly forge: Forge;
  readonly number: number;
  readonly head: string;
  readonly isOpen: boolean;
  /** Null: comments, labels and checks may be written; else why not. */
  readonly readOnly: string | null;
}

/** Opens what everything needs: a place with commits in it, and the terms under which gates are opened there. */
export async function openScene(world: World, inputs: Inputs, job: Job): Promise<ActionScene> {
  const env = {
    ...withoutSecrets(world.env),
    ...(inputs.token === "" ? {} : { GITHUB_TOKEN: inputs.token }),
  };
  const now = () => world.now();
  const { home, workspace, temp } = job;
  const ground = await openGround({ env, now }, { home, token: inputs.token, workspace, temp });
  const { preset } = inputs;
  return {
    inputs,
    job,
    ground,
    runner: world.env,
    world: { cwd: ground.cwd, env: { ...env, ...ground.env }, now },
    options: {
      place: "ci",
      overrides: { label: "action input", ...(preset === null ? {} : { preset }) },
      home,
      trees: ground.trees,
      bringRef: ground.bringRef,
      ...(inputs.policy === null ? {} : { policyFile: inputs.policy }),
    },
    notes: [],
  };
}

/** Children of ours need no input, of which one is a token, and nothing that signs. */
function withoutSecrets(env: World["env"]): World["env"] {
  const signing: readonly string[] = Object.values(SIGNING_VARIABLES);
  const kept = Object.entries(env).filter(([name]) => !(name.startsWith("INPUT_") || signing.includes(name)));
  return Object.fromEntries(kept);
}

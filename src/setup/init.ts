import { basename, join } from "node:path";
import { openGit } from "../git/run.ts";
import { findBacklogs } from "../tasks/dialects.ts";
import { backlogFiles } from "../tasks/new-backlog.ts";
import { type HookManager, hookSteps } from "./hook-steps.ts";
import { policyText, remoteLines } from "./policy-text.ts";
import type { RemoteEntries } from "./remote-entries.ts";
import { inside, type Scene, survey } from "./scene.ts";
import type { Step } from "./step.ts";
import { workflowStep } from "./workflow.ts";

/** What `init` needs to be told. */
export interface InitOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that golden-thread itself stands in. */
  readonly home: string;
  /** Make a small backlog where there is none. */
  readonly backlog: boolean;
  /** Write a workflow for the forge. */
  readonly workflow: boolean;
  /** Trackers that the user named, for the first policy. */
  readonly remotes: RemoteEntries;
  /** Who runs the hooks; null: whoever does already. */
  readonly hooks: HookManager | null;
  readonly now: Date;
}

/** Where to set up, and how. */
export interface InitPlan {
  readonly root: string;
  readonly commonDir: string;
  readonly steps: readonly Step[];
}

/** What setting up a repository takes, in order. Reads only; asked again after `apply`, every step is kept. */
export async function planInit(options: InitOptions): Promise<InitPlan> {
  const scene = await survey(openGit({ cwd: options.cwd, env: options.env }));
  const backlogs = await findBacklogs(scene.tree);
  const steps = [
    policyStep(scene, options, backlogs.length > 0 || options.backlog),
    ...hookSteps(scene, options.home, options.hooks),
    ...(options.workflow ? [await workflowStep(scene)] : []),
    ...(options.backlog ? [backlogStep(scene, options, backlogs[0]?.folder ?? null)] : []),
  ];
  return { root: scene.root, commonDir: scene.repo.commonDir, steps };
}

function policyStep(scene: Scene, { home, remotes }: InitOptions, tasks: boolean): Step {
  if (scene.policy !== null) {
    const path = join(scene.root, scene.policy);
    // A policy is its owners' text; nobody else's program writes into it.
    return Object.keys(remotes).length === 0
      ? { code: "policy-kept", path, actions: [] }
      : { code: "policy-by-hand", path, actions: [], line: ["remotes:", ...remoteLines(remotes)].join("\n") };
  }
  const path = join(scene.root, "golden-thread.yml");
  const schema = inside(scene.root, join(home, "dist", "schema", "golden-thread.schema.json"));
  const text = policyText({
    origin: scene.origin,
    tasks,
    remotes,
    schema: schema === null ? null : `./${schema}`,
  });
  return { code: "policy-written", path, actions: [{ kind: "write", path, text, executable: false }] };
}

function backlogStep(scene: Scene, { now }: InitOptions, there: string | null): Step {
  if (there !== null) return { code: "backlog-kept", path: join(scene.root, there), actions: [] };
  const actions = backlogFiles(basename(scene.root), now).map(({ path, text }) => {
    return { kind: "write", path: join(scene.root, path), text, executable: false } as const;
  });
  return { code: "backlog-written", path: join(scene.root, "backlog"), actions };
}

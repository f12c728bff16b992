import { openGit } from "../git/run.ts";
import { checkHooks } from "./check-hooks.ts";
import { checkNode } from "./check-node.ts";
import { checkGit, checkHooksPath, checkPlace, checkSwitches } from "./check-place.ts";
import type { Check } from "./checks.ts";
import { hookSteps, managerOf } from "./hook-steps.ts";
import { survey } from "./scene.ts";

/** What `doctor` found. */
export interface Examination {
  readonly root: string;
  /** Who runs the hooks. */
  readonly manager: string;
  readonly checks: readonly Check[];
}

/** Looks at everything that a hook needs to run; changes nothing. Throws `Fault("repository")` outside a work tree. */
export async function examine(options: {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly node: string;
}): Promise<Examination> {
  const { env, home } = options;
  const git = openGit({ cwd: options.cwd, env });
  const version = await checkGit(git);
  // An old git can't answer what is asked next.
  if (version.state === "fail") return { root: options.cwd, manager: "native", checks: [version] };
  const scene = await survey(git);
  const manager = managerOf(scene);
  const [nodes, hooksPath] = await Promise.all([checkNode(options), checkHooksPath(git, scene)]);
  const checks = [
    version,
    ...nodes,
    ...checkPlace(scene, home, manager, env),
    ...hooksPath,
    ...checkHooks(scene, hookSteps(scene, home, null)),
    ...checkSwitches(env, manager),
  ];
  return { root: scene.root, manager, checks };
}

import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Fault } from "../core/fault.ts";
import { openGit } from "../git/run.ts";
import { findBacklogs } from "../tasks/dialects.ts";
import { backlogFiles } from "./backlog-text.ts";
import { hookSteps, type Program } from "./hook-step.ts";
import { githubRepo, policyText } from "./policy-text.ts";
import { inside, type Scene, survey } from "./scene.ts";
import type { Action, Step } from "./step.ts";

/** What `init` needs to be told. */
export interface InitOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that golden-thread itself stands in. */
  readonly home: string;
  /** Make a small backlog where there is none. */
  readonly backlog: boolean;
  readonly now: Date;
}

/** What setting up a repository takes, in order. Reads only; asked again after `apply`, every step is kept. */
export async function planInit(
  options: InitOptions,
): Promise<{ readonly root: string; readonly steps: readonly Step[] }> {
  const scene = await survey(openGit({ cwd: options.cwd, env: options.env }));
  const backlogs = await findBacklogs(scene.tree);
  const steps = [
    policyStep(scene, options, backlogs.length > 0 || options.backlog),
    ...hookSteps(scene, programAt(options.home)),
    ...(options.backlog ? [backlogStep(scene, options, backlogs[0]?.folder ?? null)] : []),
  ];
  return { root: scene.root, steps };
}

/** Does what a step says. Nothing that was there is lost: files are made anew or moved. Throws `Fault("storage")`. */
export function apply(step: Step): void {
  for (const action of step.actions) {
    try {
      act(action);
    } catch (cause) {
      const path = action.kind === "move" ? action.from : action.path;
      const found = cause instanceof Error ? cause.message : String(cause);
      throw new Fault("storage", `${path} could not be written.`, { found, cause });
    }
  }
}

function act(action: Action): void {
  if (action.kind === "move") {
    if (existsSync(action.to)) throw new Error(`${action.to} is there already`);
    renameSync(action.from, action.to);
    return;
  }
  mkdirSync(dirname(action.path), { recursive: true });
  // A new file takes the old one's name: a symlink is replaced, never written through.
  const file = action.kind === "replace" ? `${action.path}.new` : action.path;
  if (action.kind === "replace") rmSync(file, { force: true });
  writeFileSync(file, action.text, { flag: "wx" });
  if (action.executable) chmodSync(file, 0o755);
  if (action.kind === "replace") renameSync(file, action.path);
}

function policyStep(scene: Scene, { home }: InitOptions, tasks: boolean): Step {
  if (scene.policy !== null)
    return { code: "policy-kept", path: join(scene.root, scene.policy), actions: [] };
  const path = join(scene.root, "golden-thread.yml");
  const schema = inside(scene.root, join(home, "dist", "schema", "golden-thread.schema.json"));
  const github = githubRepo(scene.origin);
  const text = policyText({ github, tasks, schema: schema === null ? null : `./${schema}` });
  return { code: "policy-written", path, actions: [{ kind: "write", path, text, executable: false }] };
}

function backlogStep(scene: Scene, { now }: InitOptions, there: string | null): Step {
  if (there !== null) return { code: "backlog-kept", path: join(scene.root, there), actions: [] };
  const actions = backlogFiles(basename(scene.root), now).map(({ path, text }) => {
    return { kind: "write", path: join(scene.root, path), text, executable: false } as const;
  });
  return { code: "backlog-written", path: join(scene.root, "backlog"), actions };
}

function programAt(home: string): Program {
  const path = join(home, "hooks", "commit-msg");
  try {
    return { home, script: readFileSync(path, "utf8") };
  } catch (cause) {
    throw new Fault(
      "storage",
      "golden-thread's own hook script is missing: this installation is not whole.",
      {
        found: path,
        fix: "install golden-thread again",
        cause,
      },
    );
  }
}

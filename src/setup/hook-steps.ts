import { join } from "node:path";
import { CLIENT_HOOKS } from "../core/hook-names.ts";
import { MARK } from "./chain-text.ts";
import { callsGate, huskyHooks } from "./husky-hooks.ts";
import { lefthookFile, lefthookHooks } from "./lefthook.ts";
import { nativeHooks } from "./native-hooks.ts";
import { hasPreCommit, preCommitHooks } from "./pre-commit.ts";
import { hookCommand } from "./program.ts";
import { inside, isProgram, type Scene, textOf } from "./scene.ts";
import type { Step } from "./step.ts";

/** Who runs the hooks of a repository. */
export const MANAGERS = ["husky", "lefthook", "pre-commit", "native"] as const;

/** One of them; `native`: git alone. */
export type HookManager = (typeof MANAGERS)[number];

/** How the hooks come to run: beside what exists, never instead of it. `asked`: what the user named, null to detect it. */
export function hookSteps(scene: Scene, home: string, asked: HookManager | null): readonly Step[] {
  switch (asked ?? managerOf(scene)) {
    case "husky":
      return huskyHooks(scene, home);
    case "lefthook":
      return lefthookHooks(scene, home);
    case "pre-commit":
      return preCommitHooks(scene, home);
    case "native":
      return mayWrite(scene, asked) ? nativeHooks(scene, home) : byHand(scene, home);
  }
}

/** husky 9 points git at `.husky/_`, husky 8 at `.husky`; before it was run, package.json tells. */
export function managerOf(scene: Scene): HookManager {
  const { root, hooks, hooksPath } = scene;
  const way = inside(root, hooks);
  if (way === ".husky" || way === ".husky/_") return "husky";
  // Where git is pointed elsewhere, neither lefthook nor pre-commit is asked; who was asked for native hooks keeps them.
  if (hooksPath !== null || hasOurs(scene)) return "native";
  if (lefthookFile(root) !== null) return "lefthook";
  if (hasPreCommit(root)) return "pre-commit";
  return namesHusky(textOf(join(root, "package.json")) ?? "") && textOf(join(root, ".husky")) !== null
    ? "husky"
    : "native";
}

/** Whether scripts of ours stand in the hooks folder. */
function hasOurs({ hooks }: Scene): boolean {
  return CLIENT_HOOKS.some((name) => textOf(join(hooks, name))?.startsWith(MARK));
}

function namesHusky(manifest: string): boolean {
  return /"husky"\s*:/u.test(manifest);
}

/** The repository's own folder; another one that a team or a whole machine shares only inside the work tree, and only when it was asked for. */
function mayWrite(scene: Scene, asked: HookManager | null): boolean {
  const { repo, root, hooksPath, realHooks } = scene;
  if (inside(repo.commonDir, realHooks) !== null) return true;
  return (asked === "native" || hasOurs(scene)) && (hooksPath === null || inside(root, realHooks) !== null);
}

function byHand(scene: Scene, home: string): readonly Step[] {
  return CLIENT_HOOKS.map((name): Step => {
    const path = join(scene.hooks, name);
    const text = textOf(path);
    if (text !== null && callsGate(text, name) && isProgram(path))
      return { code: "hook-kept", path, actions: [] };
    return { code: "hook-by-hand", path, actions: [], line: `${hookCommand(scene, home, name)} "$@"` };
  });
}

import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Env } from "../git/env.ts";
import type { Git } from "../git/run.ts";
import { isOlder } from "./check-node.ts";
import type { Check } from "./checks.ts";
import type { HookManager } from "./hook-steps.ts";
import { hookCommand } from "./program.ts";
import { isProgram, type Scene } from "./scene.ts";

const OLDEST_GIT = "2.31";

/** Whether git is new enough. */
export async function checkGit(git: Git): Promise<Check> {
  const found = /\d+\.\d+(?:\.\d+)?/u.exec(await git.text(["version"]))?.[0] ?? "0";
  const check = { code: "git-version", found: `git ${found}` } as const;
  return isOlder(found, OLDEST_GIT)
    ? { ...check, state: "fail", wanted: `git ${OLDEST_GIT} or later`, fix: "Install a newer git." }
    : { ...check, state: "ok" };
}

/** Whether what a hook starts is there, and what it keeps can be kept. */
export function checkPlace(scene: Scene, home: string, manager: HookManager, env: Env): readonly Check[] {
  const program = join(home, "dist", "hook.cjs");
  const isWhole = existsSync(program) && existsSync(join(home, "dist", "engine.js"));
  return [
    isWhole
      ? { code: "program", state: "ok", path: program }
      : { code: "program", state: "fail", path: program, fix: "npm install --save-dev golden-thread" },
    ...onPath(scene, home, manager, env),
    ...[scene.repo.commonDir, scene.hooks].filter((path) => existsSync(path)).map(folder),
  ];
}

/** Other tools start our program by its name where golden-thread is no package of the repository. */
function onPath(scene: Scene, home: string, manager: HookManager, { PATH = "" }: Env): readonly Check[] {
  const command = hookCommand(scene, home, "commit-msg").split(" ")[0] ?? "";
  if (manager === "native" || command !== "golden-thread-hook") return [];
  const own = manager === "husky" ? [join(scene.root, "node_modules", ".bin")] : [];
  const found = [...own, ...PATH.split(delimiter)]
    .map((one) => join(one, command))
    .find((path) => isProgram(path) || isProgram(`${path}.cmd`));
  if (found !== undefined) return [{ code: "program-on-path", state: "ok", path: found }];
  const fix = "npm install --global golden-thread";
  return [{ code: "program-on-path", state: "fail", found: "not on PATH", wanted: command, fix }];
}

function folder(path: string): Check {
  try {
    accessSync(path, constants.W_OK);
    return { code: "git-folder", state: "ok", path };
  } catch {
    const fix = `chmod -R u+w '${path.replaceAll("'", `'\\''`)}'`;
    return { code: "git-folder", state: "note", path, found: "you may not write there", fix };
  }
}

/** Where `core.hooksPath` points, and whose setting it is: one of the whole machine hides this repository's own hooks. */
export async function checkHooksPath(git: Git, scene: Scene): Promise<readonly Check[]> {
  if (scene.hooksPath === null) return [];
  const told = await git.text(["config", "--show-scope", "--get", "core.hooksPath"], { codes: [0, 1] });
  const scope = told.split("\t")[0] ?? "";
  const check = { code: "hooks-path", path: scene.hooks, found: `${scope}: ${scene.hooksPath}` } as const;
  if (scope === "local" || scope === "worktree") return [{ ...check, state: "ok" }];
  return [{ ...check, state: "note", fix: "git config --local core.hooksPath .git/hooks" }];
}

/** Variables by which a tool passes hooks by, in the shell that asks. */
export function checkSwitches(env: Env, manager: HookManager): readonly Check[] {
  const off: readonly (readonly [string, HookManager, RegExp])[] = [
    ["HUSKY", "husky", /^0$/u],
    ["LEFTHOOK", "lefthook", /^(?:0|false)$/u],
    ["LEFTHOOK_EXCLUDE", "lefthook", /(?:^|,)golden-thread(?:,|$)/u],
    ["SKIP", "pre-commit", /(?:^|,)golden-thread-/u],
  ];
  return off
    .filter(([name, tool, pattern]) => tool === manager && pattern.test(env[name] ?? ""))
    .map(([name]) => ({
      code: "switched-off",
      state: "fail",
      found: `${name}=${env[name]}`,
      fix: `unset ${name}`,
    }));
}

import { join } from "node:path";
import { CLIENT_HOOKS, type ClientHook } from "../core/hook-names.ts";
import { chainText, MARK } from "./chain-text.ts";
import { scriptFor } from "./program.ts";
import { isProgram, type Scene, textOf } from "./scene.ts";
import type { Action, Step } from "./step.ts";

/** Copies of our scripts in git's own hooks folder, each beside the hook that was there before: it runs first. */
export function nativeHooks(scene: Scene, home: string): readonly Step[] {
  return CLIENT_HOOKS.map((name) => nativeHook(scene.hooks, name, scriptFor(scene, home, name)));
}

function nativeHook(folder: string, name: ClientHook, text: string): Step {
  const path = join(folder, name);
  const ours = join(folder, `${name}.golden-thread`);
  const before = join(folder, `${name}.before-golden-thread`);
  const found = textOf(path);
  // An init that was killed had moved the hook away and not come further.
  if (found === null && textOf(before) !== null) {
    const gate = write(textOf(ours) === null ? "write" : "replace", ours, text);
    return { code: "hook-chained", path, actions: [gate, write("write", path, chainText(name))] };
  }
  if (found === null) return { code: "hook-written", path, actions: [write("write", path, text)] };
  if (found === text && isProgram(path)) return { code: "hook-kept", path, actions: [] };
  if (found.replaceAll("\r", "").startsWith(MARK))
    return ownHook(path, ours, before, { found, text, chain: chainText(name) });
  if (textOf(before) !== null || textOf(ours) !== null)
    return { code: "hook-by-hand", path, actions: [], line: `'${ours}' "$@"` };
  return {
    code: "hook-chained",
    path,
    actions: [
      { kind: "move", from: path, to: before },
      write("write", ours, text),
      write("write", path, chainText(name)),
    ],
  };
}

/** A hook of ours, from this version or an older one: alone, or with the one that was there before behind it. */
function ownHook(
  path: string,
  ours: string,
  before: string,
  { found, text, chain }: { readonly found: string; readonly text: string; readonly chain: string },
): Step {
  if (textOf(before) === null) return { code: "hook-updated", path, actions: [write("replace", path, text)] };
  const actions = [
    ...(textOf(ours) === text && isProgram(ours) ? [] : [write("replace", ours, text)]),
    ...(found === chain && isProgram(path) ? [] : [write("replace", path, chain)]),
  ];
  return { code: actions.length === 0 ? "hook-kept" : "hook-updated", path, actions };
}

function write(kind: "write" | "replace", path: string, text: string): Action {
  return { kind, path, text, executable: true };
}

import { join } from "node:path";
import { CLIENT_HOOKS } from "../core/hook-names.ts";
import { MARK } from "./chain-text.ts";
import type { Check } from "./checks.ts";
import { isProgram, type Scene, textOf } from "./scene.ts";
import type { Step } from "./step.ts";

const INIT = "golden-thread init --yes";

/** What git would run, by what `init` would still do here, and by the files themselves. */
export function checkHooks(scene: Scene, steps: readonly Step[]): readonly Check[] {
  const files = CLIENT_HOOKS.flatMap((name) => checkFile(join(scene.hooks, name)));
  const named = new Set(files.map(({ path }) => path));
  return [...files, ...steps.filter(({ path }) => !named.has(path)).flatMap(checkStep)];
}

/** A script that git would pass by, or that no shell can read. */
function checkFile(path: string): readonly Check[] {
  const text = textOf(path);
  if (text === null) return [];
  const quoted = `'${path.replaceAll("'", `'\\''`)}'`;
  if (text.includes("\r\n")) {
    const fix = text.replaceAll("\r", "").startsWith(MARK)
      ? INIT
      : `tr -d '\\r' < ${quoted} > ${quoted}.lf && cat ${quoted}.lf > ${quoted} && rm ${quoted}.lf`;
    return [{ code: "hook-crlf", state: "fail", path, fix }];
  }
  return isProgram(path)
    ? []
    : [{ code: "hook-not-executable", state: "fail", path, fix: `chmod +x ${quoted}` }];
}

function checkStep({ code, path, line }: Step): readonly Check[] {
  const fail = { state: "fail", path, fix: line ?? INIT } as const;
  switch (code) {
    case "hook-kept":
      return [{ code: "hook-runs", state: "ok", path }];
    case "manager-kept":
      return [{ code: "manager-has-us", state: "ok", path }];
    case "hook-written":
      return [{ ...fail, code: "hook-missing" }];
    case "hook-chained":
      return [{ ...fail, code: "hook-foreign" }];
    case "hook-updated":
      return [{ ...fail, code: "hook-stale" }];
    case "hook-by-hand":
      return [{ ...fail, code: "hook-by-hand" }];
    case "hook-asleep":
      return [{ ...fail, code: "hook-asleep" }];
    case "hook-woken":
      return [{ ...fail, code: "tree-bare" }];
    case "manager-edited":
    case "manager-by-hand":
      return [{ ...fail, code: "manager-lacks-us" }];
    case "manager-install":
      return [{ ...fail, code: "manager-asleep" }];
    default:
      return [];
  }
}

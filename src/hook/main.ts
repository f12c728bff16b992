import { Fault } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import type { World } from "../core/ports.ts";
import { faultExitCode } from "../core/verdict.ts";
import { errorJson, errorText, faultOf } from "../reports/error.ts";
import { realWorld } from "../world.ts";
import { commitMsg } from "./commit-msg.ts";

/** The hooks that there are, by git's own names. */
const HOOKS = { "commit-msg": commitMsg } as const;

/** Runs a hook in this process: what dist/hook.cjs asks where it is not sure of a yes. Answers the exit code. */
export function run(args: readonly string[]): Promise<number> {
  return hook(realWorld(), args);
}

/** Runs the hook that `args` name, with what git handed to it. Answers the exit code and never throws; writes to standard error alone. */
export async function hook(world: World, args: readonly string[]): Promise<number> {
  try {
    const [name, ...rest] = args;
    return await runnerOf(name)(world, rest);
  } catch (thrown) {
    const fault = faultOf(thrown);
    const asJson = world.env.GOLDEN_THREAD_FORMAT === "json";
    world.stderr.write(asJson ? errorJson(fault) : errorText(fault, world.stderr));
    return faultExitCode(fault.code);
  }
}

function runnerOf(name: string | undefined): typeof commitMsg {
  const names = Object.keys(HOOKS);
  if (name !== undefined && isHook(name)) return HOOKS[name];
  const near = name === undefined ? null : nearest(name, names);
  const meant = near === null ? "" : ` Did you mean ${near}?`;
  throw new Fault(
    "usage",
    name === undefined ? "Which hook?" : `There is no hook of this name here.${meant}`,
    {
      found: name,
      wanted: names.join(", "),
      fix: "golden-thread hook commit-msg FILE",
    },
  );
}

function isHook(name: string): name is keyof typeof HOOKS {
  return Object.hasOwn(HOOKS, name);
}

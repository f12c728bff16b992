import { Fault } from "../core/fault.ts";
import type { HookName } from "../core/hook-names.ts";
import { nearest } from "../core/nearest.ts";
import type { World } from "../core/ports.ts";
import { faultExitCode } from "../core/verdict.ts";
import { errorJson, errorText, faultOf } from "../reports/error.ts";
import { realWorld } from "../world.ts";

type Hook = (world: World, args: readonly string[]) => Promise<number>;

/** The registry of hooks, by git's own names; each is loaded when git calls it. */
const HOOKS = {
  "commit-msg": async () => (await import("./commit-msg.ts")).commitMsg,
  "prepare-commit-msg": async () => (await import("./prepare-commit-msg.ts")).prepareCommitMsg,
  "pre-commit": async () => (await import("./pre-commit.ts")).preCommit,
  "pre-push": async () => (await import("./pre-push.ts")).prePush,
  "pre-receive": async () => (await import("./receive.ts")).preReceive,
  update: async () => (await import("./receive.ts")).update,
  "post-receive": async () => (await import("./receive.ts")).postReceive,
} as const satisfies Readonly<Record<HookName, () => Promise<Hook>>>;

/** Runs a hook in this process: what dist/hook.cjs asks where it is not sure of a yes. Answers the exit code. */
export function run(args: readonly string[]): Promise<number> {
  return hook(realWorld(), args);
}

/** Runs the hook that `args` name, with what git handed to it. Answers the exit code and never throws; writes to standard error alone. */
export async function hook(world: World, args: readonly string[]): Promise<number> {
  try {
    const [name, ...rest] = args;
    const run = await loaderOf(name)();
    return await run(world, rest);
  } catch (thrown) {
    const fault = faultOf(thrown);
    const asJson = world.env.GOLDEN_THREAD_FORMAT === "json";
    world.stderr.write(asJson ? errorJson(fault) : errorText(fault, world.stderr));
    return faultExitCode(fault.code);
  }
}

function loaderOf(name: string | undefined): () => Promise<Hook> {
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

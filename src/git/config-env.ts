import type { Env } from "./env.ts";

/** One setting of git's, as `git -c` would have it. */
export type Setting = readonly [key: string, value: string];

/**
 * Settings for git children that stand in no file and in no argument (git-config, GIT_CONFIG_COUNT): what others put there stays, and
 * ours come last. Only the variables that change are given.
 */
export function configEnv(env: Env, settings: readonly Setting[]): Env {
  const before = Number(env.GIT_CONFIG_COUNT ?? 0);
  const first = Number.isSafeInteger(before) && before > 0 ? before : 0;
  const pairs = settings.flatMap(([key, value], index): readonly (readonly [string, string])[] => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(first + settings.length), ...Object.fromEntries(pairs) };
}

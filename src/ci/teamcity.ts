import { type CiRun, idsAmong, unknownRun, valueIn } from "./run.ts";
import type { CiEnv } from "./variables.ts";

/** TeamCity (jetbrains.com, "List of Predefined Build Parameters"). Branch and pull request are parameters that no variable holds. */
export function teamcity(env: CiEnv): CiRun {
  const heads = [...idsAmong(valueIn(env, "BUILD_VCS_NUMBER")), "HEAD"];
  return { ...unknownRun("TeamCity"), range: { bases: [], heads }, log: "teamcity" };
}

import { type CiRun, changeOf, idsAmong, unknownRun, valueIn } from "./run.ts";
import type { CiEnv } from "./variables.ts";

/**
 * CircleCI (circleci.com, "Project values and variables"). It names no target of a pull request and nothing from before a push:
 * `--base << pipeline.git.base_revision >>` tells that.
 */
export function circleci(env: CiEnv): CiRun {
  const of = (name: string) => valueIn(env, name);
  const number = of("CIRCLE_PR_NUMBER") ?? /\/(\d+)$/.exec(of("CIRCLE_PULL_REQUEST") ?? "")?.[1] ?? null;
  const branch = of("CIRCLE_BRANCH");
  return {
    ...unknownRun("CircleCI"),
    change: changeOf(number, null),
    // A fork's is called pull/N.
    branch: branch?.startsWith("pull/") === true ? null : branch,
    range: branch === null ? null : { bases: [], heads: [...idsAmong(of("CIRCLE_SHA1")), "HEAD"] },
    url: of("CIRCLE_BUILD_URL"),
    whole: "method: full, in the step checkout",
  };
}

import { type CiRun, changeOf, idsAmong, tipOf, unknownRun, valueIn } from "./run.ts";
import type { CiEnv } from "./variables.ts";

/** Buildkite (buildkite.com/docs, "Environment variables"). A commit that was not resolved yet is called HEAD. */
export function buildkite(env: CiEnv): CiRun {
  const of = (name: string) => valueIn(env, name);
  const target = of("BUILDKITE_PULL_REQUEST_BASE_BRANCH");
  const change = changeOf(of("BUILDKITE_PULL_REQUEST"), target);
  const heads = [...idsAmong(of("BUILDKITE_COMMIT")), "HEAD"];
  const bases = change === null ? [] : tipOf(target);
  return {
    ...unknownRun("Buildkite"),
    change,
    range: of("BUILDKITE_TAG") === null ? { bases, heads } : null,
    branch: of("BUILDKITE_BRANCH"),
    defaultBranch: of("BUILDKITE_PIPELINE_DEFAULT_BRANCH"),
    url: of("BUILDKITE_BUILD_URL"),
    whole: "no --depth in BUILDKITE_GIT_CLONE_FLAGS and BUILDKITE_GIT_FETCH_FLAGS of the agent",
  };
}

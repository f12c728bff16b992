import { type CiRun, changeOf, idsAmong, pageBelow, tipOf, unknownRun, valueIn } from "./run.ts";
import type { CiEnv } from "./variables.ts";

/**
 * GitLab CI (docs.gitlab.com, "Predefined CI/CD variables reference"). CI_MERGE_REQUEST_DIFF_BASE_SHA is where the branch began, not the
 * tip of its target, and stays when the target is changed: the law of neither day counts.
 */
export function gitlab(env: CiEnv): CiRun {
  const of = (name: string) => valueIn(env, name);
  const target = of("CI_MERGE_REQUEST_TARGET_BRANCH_NAME");
  const change = changeOf(of("CI_MERGE_REQUEST_IID"), target);
  const commit = of("CI_COMMIT_SHA");
  const visibility = of("CI_PROJECT_VISIBILITY");
  const known: CiRun = {
    ...unknownRun("GitLab CI"),
    change,
    defaultBranch: of("CI_DEFAULT_BRANCH"),
    url: of("CI_JOB_URL"),
    commits: pageBelow(of("CI_PROJECT_URL"), "-/commit/"),
    isPrivate: visibility === null ? null : visibility === "private",
    whole: 'GIT_DEPTH: "0", below variables: of the job',
  };
  if (change !== null)
    return {
      ...known,
      branch: of("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"),
      range: {
        bases: [...idsAmong(of("CI_MERGE_REQUEST_TARGET_BRANCH_SHA")), ...tipOf(target)],
        heads: idsAmong(of("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"), commit),
      },
    };
  const branch = of("CI_COMMIT_BRANCH");
  if (branch === null) return known;
  return {
    ...known,
    branch,
    range: { bases: idsAmong(of("CI_COMMIT_BEFORE_SHA")), heads: idsAmong(commit) },
  };
}

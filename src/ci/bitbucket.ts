import { type CiRun, changeOf, tipOf, unknownRun, valueIn, valuesIn } from "./run.ts";
import type { CiEnv } from "./variables.ts";

/** Bitbucket Pipelines (support.atlassian.com, "Variables and secrets"). It tells nothing of what was there before a push. */
export function bitbucket(env: CiEnv): CiRun {
  const of = (name: string) => valueIn(env, name);
  const target = of("BITBUCKET_PR_DESTINATION_BRANCH");
  const change = changeOf(of("BITBUCKET_PR_ID"), target);
  // Ids are cut to twelve digits in some of its variables.
  const ids = (name: string) => valuesIn(env, name).filter((id) => /^[0-9a-f]{12,64}$/.test(id));
  const heads = ids("BITBUCKET_COMMIT");
  const [repository, commit] = [of("BITBUCKET_REPO_FULL_NAME"), heads[0]];
  const run = of("BITBUCKET_BUILD_NUMBER");
  const known: CiRun = {
    ...unknownRun("Bitbucket Pipelines"),
    change,
    branch: of("BITBUCKET_BRANCH"),
    url: repository && run ? `https://bitbucket.org/${repository}/pipelines/results/${run}` : null,
    commits: repository === null ? null : `https://bitbucket.org/${repository}/commits/`,
    whole: "clone: { depth: full }, in bitbucket-pipelines.yml",
    insights: repository !== null && commit !== undefined ? { repository, commit } : null,
  };
  if (change !== null)
    return {
      ...known,
      range: { bases: [...ids("BITBUCKET_PR_DESTINATION_COMMIT"), ...tipOf(target)], heads },
    };
  return { ...known, range: known.branch === null ? null : { bases: [], heads } };
}

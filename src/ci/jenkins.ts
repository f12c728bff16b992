import { type CiRun, changeOf, idsAmong, tipOf, unknownRun, valueIn } from "./run.ts";
import type { CiEnv } from "./variables.ts";

/**
 * Jenkins (its page /env-vars.html; the git plugin's README). Branches that several jobs build have CHANGE_* for their pull requests;
 * what was built with success before was judged then.
 */
export function jenkins(env: CiEnv): CiRun {
  const of = (name: string) => valueIn(env, name);
  const target = of("CHANGE_TARGET");
  const change = changeOf(of("CHANGE_ID"), target);
  const heads = [...idsAmong(of("GIT_COMMIT")), "HEAD"];
  const known: CiRun = {
    ...unknownRun("Jenkins"),
    change,
    url: of("BUILD_URL"),
    whole: 'no "Shallow clone" among the job\'s advanced clone behaviours',
  };
  if (change !== null)
    return { ...known, branch: of("CHANGE_BRANCH"), range: { bases: tipOf(target), heads } };
  if (of("TAG_NAME") !== null) return known;
  return {
    ...known,
    branch: of("BRANCH_NAME") ?? of("GIT_BRANCH")?.replace(/^origin\//, "") ?? null,
    range: { bases: idsAmong(of("GIT_PREVIOUS_SUCCESSFUL_COMMIT")), heads },
  };
}

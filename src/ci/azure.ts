import { type CiRun, changeOf, idsAmong, shortBranch, tipOf, unknownRun, valueIn, valuesIn } from "./run.ts";
import type { CiEnv } from "./variables.ts";

/** Azure Pipelines (learn.microsoft.com, "Use predefined variables"). GitHub's pull requests have a number beside Azure's own id. */
export function azure(env: CiEnv): CiRun {
  const of = (name: string) => valueIn(env, name);
  const numbers = valuesIn(env, "SYSTEM_PULLREQUEST_PULLREQUESTNUMBER", "SYSTEM_PULLREQUEST_PULLREQUESTID");
  const target = shortBranch(of("SYSTEM_PULLREQUEST_TARGETBRANCH"));
  const change = changeOf(numbers[0] ?? null, target);
  const built = idsAmong(of("BUILD_SOURCEVERSION"));
  const known: CiRun = {
    ...unknownRun("Azure Pipelines"),
    change,
    url: urlOf(env),
    log: "azure",
    whole: "fetchDepth: 0, in the step checkout: self",
  };
  if (change !== null)
    return {
      ...known,
      branch: shortBranch(of("SYSTEM_PULLREQUEST_SOURCEBRANCH")),
      // What is built is a merge of target and head.
      range: {
        bases: [...tipOf(target), ...built.map((id) => `${id}^1`)],
        heads: [...idsAmong(of("SYSTEM_PULLREQUEST_SOURCECOMMITID")), ...built.map((id) => `${id}^2`)],
      },
    };
  const ref = of("BUILD_SOURCEBRANCH") ?? "";
  if (!ref.startsWith("refs/heads/")) return known;
  return { ...known, branch: shortBranch(ref), range: { bases: [], heads: built } };
}

function urlOf(env: CiEnv): string | null {
  const [collection, project, id] = valuesIn(
    env,
    "SYSTEM_COLLECTIONURI",
    "SYSTEM_TEAMPROJECT",
    "BUILD_BUILDID",
  );
  if (collection === undefined || project === undefined || id === undefined) return null;
  return `${collection.replace(/\/?$/, "/")}${encodeURIComponent(project)}/_build/results?buildId=${id}`;
}

/** The variable by which each CI system is known. Not all of them set `CI` (Azure Pipelines, Jenkins, TeamCity). */
export const SYSTEM_VARIABLES = {
  github: "GITHUB_ACTIONS",
  gitlab: "GITLAB_CI",
  azure: "TF_BUILD",
  bitbucket: "BITBUCKET_BUILD_NUMBER",
  teamcity: "TEAMCITY_VERSION",
  jenkins: "JENKINS_URL",
  circleci: "CIRCLECI",
  buildkite: "BUILDKITE",
  generic: "CI",
} as const;

/** What of a process tells where it runs. */
export type CiEnv = Readonly<Record<string, string | undefined>>;

/** Whether this is a run of CI, by the variables that such systems set. */
export function isCi(env: CiEnv): boolean {
  return Object.values(SYSTEM_VARIABLES).some((name) => isSet(env, name));
}

/** A variable that says no is as good as none. */
export function isSet(env: CiEnv, name: string): boolean {
  return !["", "0", "false"].includes((env[name] ?? "").toLowerCase());
}

import { azure } from "./azure.ts";
import { bitbucket } from "./bitbucket.ts";
import { buildkite } from "./buildkite.ts";
import { circleci } from "./circleci.ts";
import { generic } from "./generic.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { jenkins } from "./jenkins.ts";
import type { CiRun, Recognise } from "./run.ts";
import { teamcity } from "./teamcity.ts";
import { type CiEnv, isSet, SYSTEM_VARIABLES } from "./variables.ts";

/**
 * The registry of CI systems, in the order in which they are asked for. A new one is a file here, a line below and its variable in
 * variables.ts, which the start of every command can read without any of this.
 */
const systems: readonly { readonly variable: string; readonly read: Recognise }[] = [
  { variable: SYSTEM_VARIABLES.github, read: github },
  { variable: SYSTEM_VARIABLES.gitlab, read: gitlab },
  { variable: SYSTEM_VARIABLES.azure, read: azure },
  { variable: SYSTEM_VARIABLES.bitbucket, read: bitbucket },
  { variable: SYSTEM_VARIABLES.teamcity, read: teamcity },
  { variable: SYSTEM_VARIABLES.jenkins, read: jenkins },
  { variable: SYSTEM_VARIABLES.circleci, read: circleci },
  { variable: SYSTEM_VARIABLES.buildkite, read: buildkite },
  { variable: SYSTEM_VARIABLES.generic, read: generic },
];

/** What the variables of a process say of the run of CI that it is part of; null: no system is recognised. */
export function recognise(env: CiEnv): CiRun | null {
  return systems.find(({ variable }) => isSet(env, variable))?.read(env) ?? null;
}

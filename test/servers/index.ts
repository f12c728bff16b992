import { startAzureDevopsServer } from "./azure-devops/index.ts";
import { startClickupServer } from "./clickup/index.ts";
import { startGithubServer } from "./github/start.ts";
import { startGitlabServer } from "./gitlab/start.ts";
import { startJiraServer } from "./jira/index.ts";
import { startLinearServer } from "./linear/index.ts";
import { startNotionServer } from "./notion/index.ts";
import type { TrackerServer } from "./tracker-server.ts";

type Start = (options?: { readonly port?: number }) => Promise<TrackerServer>;

/** Every server there is, by the name that people start it by. */
export const servers: Readonly<Record<string, Start>> = {
  github: startGithubServer,
  jira: (options) => startJiraServer({ ...options, flavour: "cloud" }),
  "jira-data-center": (options) => startJiraServer({ ...options, flavour: "data-center" }),
  "azure-devops": startAzureDevopsServer,
  clickup: startClickupServer,
  notion: startNotionServer,
  linear: startLinearServer,
  gitlab: startGitlabServer,
};

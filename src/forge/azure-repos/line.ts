import { Fault } from "../../core/fault.ts";
import type { ForgePlace } from "../../core/forge.ts";
import type { Http } from "../../core/http.ts";
import { readJson } from "../../providers/answer.ts";
import { isSignIn, signInReason } from "../../providers/azure-sign-in.ts";
import { trouble } from "../../providers/trouble.ts";
import type { Line } from "../line.ts";
import { refusalShape } from "./schema.ts";

const VERSION = "7.1";

/** One repository of Azure Repos. */
export interface AzureRepos extends Line {
  readonly project: string;
  readonly repository: string;
  /** Below the base, which is the organization. */
  readonly path: string;
}

/** How a repository is asked; nothing is yet. Redirects are not followed: they lead to a page to sign in at. */
export function azureLine({ remote, repository: whole }: ForgePlace, http: Http): AzureRepos {
  const [project = "", ...rest] = whole.split("/");
  const repository = rest.join("/");
  if (project === "" || repository === "")
    throw new Fault("usage", `${remote} needs a project and a repository.`, {
      found: whole,
      wanted: "project/repository",
    });
  return {
    remote,
    http,
    project,
    repository,
    path: repositoryPath(project, repository),
    async send(request) {
      const query = { "api-version": VERSION, ...request.query };
      const headers = { "x-tfs-fedauthredirect": "Suppress", ...request.headers };
      const reply = await http.send({ ...request, query, headers, follow: false });
      if (!isSignIn(reply)) return reply;
      throw trouble("credentials", `${remote} does not accept the token.`, {
        found: signInReason(reply),
        fix: "put a token that is alive, with the scope Code (read & write), into ADO_PAT",
      });
    },
    said: async (reply) => (await readJson(remote, reply, refusalShape)).message,
  };
}

/** Below the base, for a repository by its names or ids. */
export function repositoryPath(project: string, repository: string): string {
  return `/${encodeURIComponent(project)}/_apis/git/repositories/${encodeURIComponent(repository)}`;
}

import type { Access } from "../../core/access.ts";
import type { AzureDevopsSettings } from "./settings.ts";

const SERVICE = "https://dev.azure.com";

/** Azure DevOps as an application of Microsoft's directory: what `az` is asked a token for. */
const APPLICATION = "499b84ac-1321-427f-aa17-267ca6975798";

/** A token of Microsoft's directory or of a pipeline is a JSON Web Token; a personal one is not. */
const isJwt = (token: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);

/** Where Azure Boards is asked: the service, or a server of one's own. */
export const access: Access<AzureDevopsSettings> = {
  base: ({ url = SERVICE, organization }) => `${url.replace(/\/+$/, "")}/${encodeURIComponent(organization)}`,
  isVendor: (host) => host === "dev.azure.com" || /^[\w-]+\.visualstudio\.com$/.test(host),
  variables: () => ({
    token: [
      "ADO_PAT",
      "AZURE_DEVOPS_EXT_PAT",
      "AZURE_DEVOPS_PAT",
      "AZURE_DEVOPS_TOKEN",
      "SYSTEM_ACCESSTOKEN",
    ],
  }),
  command: () => [
    ...["az", "account", "get-access-token", "--resource", APPLICATION],
    ...["--query", "accessToken", "--output", "tsv"],
  ],
  gitHost: ({ url = SERVICE }) => new URL(url).host,
  // A colon stands before a personal token: its user is empty.
  headers: ({ token }) => ({
    authorization: isJwt(token) ? `Bearer ${token}` : `Basic ${Buffer.from(`:${token}`).toString("base64")}`,
  }),
  anonymous: false,
};

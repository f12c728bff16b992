import type { Access } from "../../core/access.ts";
import type { JiraSettings } from "./settings.ts";

/** Which of the two products a server is. */
export type Flavour = "cloud" | "data-center";

/**
 * Where Jira is asked. Cloud takes an e-mail address with an API token, Data Center a personal access token alone: the
 * account decides, because the flavour may not be known before the first request.
 */
export const access: Access<JiraSettings> = {
  base: (settings) =>
    settings.cloud_id === undefined ? browseBase(settings) : `${GATEWAY}/ex/jira/${settings.cloud_id}`,
  isVendor: (host) => isCloudHost(host.toLowerCase()),
  variables: (settings) => ({
    token: TOKENS,
    ...(knownFlavour(settings) === "data-center" ? {} : { user: USERS }),
  }),
  user: ({ email }) => email ?? null,
  // Behind the gateway a token may also be one of OAuth, which has no account.
  needsUser: (settings) => knownFlavour(settings) === "cloud" && settings.cloud_id === undefined,
  headers: ({ user, token }, settings) => ({
    authorization:
      user === null || settings.flavour === "data-center"
        ? `Bearer ${token}`
        : `Basic ${Buffer.from(`${user}:${token}`, "utf8").toString("base64")}`,
  }),
  anonymous: true,
};

const GATEWAY = "https://api.atlassian.com";

const TOKENS = [
  "JIRA_API_TOKEN",
  "JIRA_TOKEN",
  "JIRA_PAT",
  "JIRA_PERSONAL_TOKEN",
  "JIRA_PERSONAL_ACCESS_TOKEN",
  "ATLASSIAN_API_TOKEN",
];
const USERS = ["JIRA_EMAIL", "JIRA_USER_EMAIL", "JIRA_USERNAME", "ATLASSIAN_EMAIL"];

/** Base address of the pages for people, without a slash at its end. */
export function browseBase({ url, site }: JiraSettings): string {
  return (url ?? `https://${site ?? ""}`).replace(/\/+$/, "");
}

/** What the policy or the host tells of the flavour without asking; null: the server has to be asked. */
export function knownFlavour(settings: JiraSettings): Flavour | null {
  if (settings.flavour !== undefined) return settings.flavour;
  if (settings.cloud_id !== undefined) return "cloud";
  return isCloudHost(new URL(browseBase(settings)).hostname) ? "cloud" : null;
}

function isCloudHost(host: string): boolean {
  return host === "api.atlassian.com" || /(?:^|\.)(?:atlassian\.net|jira\.com)$/.test(host);
}

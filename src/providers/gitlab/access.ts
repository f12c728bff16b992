import type { z as zod } from "zod";
import type { Access } from "../../core/access.ts";
import type { gitlabSettings } from "./settings.ts";

/** A `remotes:` entry for GitLab, as validated. */
export type GitlabSettings = zod.infer<ReturnType<typeof gitlabSettings>>;

const HOSTED = "https://gitlab.com";

/** gitlab.com and self-managed servers, which may stand below a path. A CI job's own token can't read issues. */
export const access: Access<GitlabSettings> = {
  base: ({ url = HOSTED }) => `${url.replace(/\/+$/, "").replace(/\/api\/v4$/, "")}/api/v4`,
  isVendor: (host) => /^gitlab\.com$/i.test(host),
  variables: () => ({ token: ["GITLAB_TOKEN", "GITLAB_ACCESS_TOKEN", "GL_TOKEN"] }),
  command: (settings) => ["glab", "config", "get", "token", "--host", hostOf(settings)],
  gitHost: hostOf,
  headers: ({ token }) => ({ "private-token": token }),
  anonymous: true,
};

function hostOf({ url = HOSTED }: GitlabSettings): string {
  return new URL(url).host;
}

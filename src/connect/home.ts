import type { ForgeHome } from "../core/forge.ts";
import type { RemoteLaw } from "../core/law.ts";
import type { Env } from "../git/env.ts";

/** GitHub's own service, where a remote names no other. */
const SERVICE = "https://github.com";

/** Whether a remote is on the server that a run of CI belongs to. */
export function isOfHome({ kind, settings }: Pick<RemoteLaw, "kind" | "settings">, home: ForgeHome): boolean {
  const { url = SERVICE } = settings;
  if (kind !== home.kind || typeof url !== "string" || !URL.canParse(url)) return false;
  return [home.site, home.api].some((own) => new URL(own).origin === new URL(url).origin);
}

/**
 * The environment as one remote's credential is looked for in it. A run's own GITHUB_TOKEN belongs to the run's own server, whatever
 * that is called: an Enterprise Server's is none of github.com's, and the other way round.
 */
export function envFor(
  remote: Pick<RemoteLaw, "kind" | "settings">,
  env: Env,
  home: ForgeHome | undefined,
): Env {
  if (home === undefined || remote.kind !== home.kind) return env;
  const { GITHUB_TOKEN, GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN, ...others } = env;
  if (!isOfHome(remote, home)) return { ...others, GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN };
  return {
    ...others,
    GITHUB_TOKEN,
    GH_ENTERPRISE_TOKEN,
    GITHUB_ENTERPRISE_TOKEN: GITHUB_ENTERPRISE_TOKEN || GITHUB_TOKEN,
  };
}

import type { ForgeSite } from "./audit.ts";
import type { ForgeHome } from "./forge.ts";
import type { Law } from "./law.ts";
import { repositoryAddress } from "./repository-address.ts";

/** Name of the remote whose tickets are the repository's own issues; null: the law has none such. */
export function forgeRemote({ remotes }: Pick<Law, "remotes">, home: ForgeHome): string | null {
  const own = remotes.find(
    ({ kind, settings }) =>
      kind === home.kind &&
      typeof settings.repo === "string" &&
      settings.repo.toLowerCase() === home.repository.toLowerCase(),
  );
  return own?.name ?? null;
}

/**
 * The server of one's own that a remote of the law names for this very repository. Its address has to be the repository's own, or that of its
 * API (`api.` in front): a mirror elsewhere is no page of it. Null: the law names none.
 */
export function forgeSite({ remotes }: Pick<Law, "remotes">, repository: string | null): ForgeSite | null {
  const own = repository === null ? null : repositoryAddress(repository);
  if (own === null) return null;
  for (const { kind, settings } of remotes) {
    if (kind !== "github" && kind !== "gitlab") continue;
    const name = kind === "github" ? settings.repo : settings.project;
    if (typeof name !== "string" || name.toLowerCase() !== own.path.toLowerCase()) continue;
    const site = typeof settings.url === "string" ? siteOf(settings.url, own.host) : null;
    if (site !== null) return { kind, site };
  }
  return null;
}

function siteOf(url: string, host: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, origin, pathname } = new URL(url);
  if (protocol !== "https:") return null;
  if (hostname === `api.${host}`) return `https://${host}`;
  return hostname === host && API.test(pathname) ? origin : null;
}

/** A site, or its API: GitHub Enterprise Server and GitLab have it there. */
const API = /^\/(?:api\/v[34]\/?)?$/;

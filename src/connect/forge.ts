import type { Forge, ForgeHome, ForgeKind } from "../core/forge.ts";
import { homeUrl } from "../core/home-url.ts";
import type { Law, RemoteLaw } from "../core/law.ts";
import { azureRepository, type RepositoryAddress, repositoryAddress } from "../core/repository-address.ts";
import { forges } from "../forge/index.ts";
import { isOfHome } from "./home.ts";
import { type DialOptions, dial } from "./sources.ts";

/** A repository of a forge, and the remote by whose right it is asked. */
interface ForgeSpot {
  readonly kind: ForgeKind;
  readonly repository: string;
  readonly remote: RemoteLaw;
}

/**
 * The forge of the repository that `origin` points to, asked as trackers are: a remote of the policy that names this very repository,
 * else the vendor's own service by the address alone. Null: there is none, or no credential that may go there.
 */
export async function dialForge(
  origin: string,
  { remotes }: Pick<Law, "remotes">,
  options: DialOptions,
): Promise<Forge | null> {
  const spot = forgeSpot(origin, remotes);
  return spot === null ? null : dialSpot(spot, options);
}

/**
 * The forge of the repository that a run of CI is one of. The runner says where it lies, so no law need be trusted for that; a remote
 * of the law that names this very repository lends its name. Null: there is no credential.
 */
export async function dialHome(
  home: ForgeHome,
  { remotes }: Pick<Law, "remotes">,
  options: DialOptions,
): Promise<Forge | null> {
  return dialSpot(homeSpot(home, remotes), { ...options, home, lawIsTrusted: true });
}

function homeSpot(home: ForgeHome, remotes: readonly RemoteLaw[]): ForgeSpot {
  const { kind, repository, site } = home;
  const url = homeUrl(home);
  const settings = { kind, repo: repository, ...(url === null ? {} : { url }) };
  const named = remotes.find(
    (remote) =>
      isOfHome(remote, home) && String(remote.settings.repo).toLowerCase() === repository.toLowerCase(),
  );
  const remote: RemoteLaw = { name: named?.name ?? new URL(site).host, kind, grammar: "github", settings };
  return { kind, repository, remote };
}

async function dialSpot(
  { kind, repository, remote }: ForgeSpot,
  options: DialOptions,
): Promise<Forge | null> {
  const { http, origins, credential } = await (await dial(remote, options)).line();
  if (origins.doubtful !== null || (await credential()) === null) return null;
  const connect = await forges[kind]();
  return connect({ remote: remote.name, repository }, http);
}

/** Which repository of which forge an address means; null: of none that can be asked. */
export function forgeSpot(origin: string, remotes: readonly RemoteLaw[]): ForgeSpot | null {
  const address = repositoryAddress(origin);
  if (address === null) return null;
  const { host, path } = address;
  return namedBy(remotes, address) ?? vendors(host, path);
}

/**
 * A server's host may go by other names in an address for git, so the repository's own name tells. A vendor's service is nobody else's, or a
 * policy could have another server speak for it.
 */
function namedBy(remotes: readonly RemoteLaw[], { host, path }: RepositoryAddress): ForgeSpot | null {
  const vendor = VENDORS.get(host);
  for (const remote of remotes) {
    const { kind, settings } = remote;
    if (kind !== "github" && kind !== "gitlab") continue;
    if (vendor !== undefined && (kind !== vendor || !isAt(settings.url, host))) continue;
    const named = kind === "github" ? settings.repo : settings.project;
    if (typeof named === "string" && named.toLowerCase() === path.toLowerCase())
      return { kind, repository: named, remote };
  }
  return null;
}

/** Left out: the vendor's own. */
function isAt(url: unknown, host: string): boolean {
  return url === undefined || (typeof url === "string" && repositoryAddress(`${url}/-`)?.host === host);
}

/** Hosts of vendors' own services, and whose they are. */
const VENDORS: ReadonlyMap<string, ForgeKind> = new Map([
  ["github.com", "github"],
  ["gitlab.com", "gitlab"],
  ["dev.azure.com", "azure-repos"],
]);

/** The vendors' own services, to which a token may always go. */
function vendors(host: string, path: string): ForgeSpot | null {
  switch (host) {
    case "github.com": {
      const settings = { kind: "github", repo: path };
      const remote: RemoteLaw = { name: "github.com", kind: "github", grammar: "github", settings };
      return /^[\w-]+\/[\w.-]+$/.test(path) ? { kind: "github", repository: path, remote } : null;
    }
    case "gitlab.com": {
      const settings = { kind: "gitlab", project: path };
      const remote: RemoteLaw = { name: "gitlab.com", kind: "gitlab", grammar: "gitlab", settings };
      return /^[\w.-]+(?:\/[\w.-]+)+$/.test(path) ? { kind: "gitlab", repository: path, remote } : null;
    }
    case "dev.azure.com":
      return azureRepos(path);
    default:
      return null;
  }
}

function azureRepos(path: string): ForgeSpot | null {
  const found = azureRepository(path);
  if (found === null) return null;
  const { organization, project, repository } = found;
  const settings = { kind: "azure-devops", organization, project };
  const remote: RemoteLaw = { name: "dev.azure.com", kind: "azure-devops", grammar: "azure", settings };
  return { kind: "azure-repos", repository: `${project}/${repository}`, remote };
}

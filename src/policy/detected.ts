import type { ForgeHome } from "../core/forge.ts";
import { homeUrl } from "../core/home-url.ts";
import { azureRepository, repositoryAddress } from "../core/repository-address.ts";
import type { Json } from "./json.ts";

/** What a door finds out about the repository, for a policy that does not name its trackers. */
export interface Detected {
  /** Null: no task folder. Prefixes in upper case. */
  readonly tasks: { readonly prefixes: readonly string[] } | null;
  /** Where `origin` points; null: no such remote. */
  readonly originUrl: string | null;
  /** The repository that a run of CI is one of; it counts before `origin`. Left out, and null: none tells. */
  readonly home?: ForgeHome | null;
}

/** `remotes:` as a policy would write them, by detection alone: task folders, and the public forge of `origin`. */
export function detectedRemotes({ tasks, originUrl, home = null }: Detected): Json {
  const forge = home !== null ? homeOf(home) : originUrl === null ? null : forgeOf(originUrl);
  return { ...(tasks === null ? {} : { tasks: { kind: "markdown" } }), ...forge };
}

function homeOf(home: ForgeHome): Json {
  const { kind, repository } = home;
  const url = homeUrl(home);
  return { [kind]: { kind, repo: repository, ...(url === null ? {} : { url }) } };
}

function forgeOf(url: string): Json | null {
  const { host, path } = repositoryAddress(url) ?? { host: "", path: "" };
  switch (host) {
    case "github.com":
      return /^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(path)
        ? { github: { kind: "github", repo: path } }
        : null;
    case "gitlab.com":
      return /^[A-Za-z0-9_][\w.-]*(?:\/[A-Za-z0-9_][\w.-]*)+$/.test(path)
        ? { gitlab: { kind: "gitlab", project: path } }
        : null;
    case "dev.azure.com":
      return azure(path);
    default:
      return null;
  }
}

function azure(path: string): Json | null {
  const found = azureRepository(path);
  if (found === null) return null;
  const { organization, project } = found;
  return { boards: { kind: "azure-devops", organization, project } };
}

const ADDRESS =
  /^(?:[a-z+]+:\/\/)?(?:[^@/\s]*@)?([A-Za-z0-9.-]+)(?::[0-9]+)?[:/]\/?([^?#\s]+?)(?:\.git)?\/?$/i;

/** Hosts that forges answer ssh under where its own port is closed. */
const ALIASES: Readonly<Record<string, string>> = {
  "ssh.github.com": "github.com",
  "altssh.gitlab.com": "gitlab.com",
  "ssh.dev.azure.com": "dev.azure.com",
};

/** A repository's address, the same by https and by ssh. */
export interface RepositoryAddress {
  /** In small letters, without a port. */
  readonly host: string;
  /** Without slashes around it and without `.git`. */
  readonly path: string;
}

/** Null: it is no address of a host. */
export function repositoryAddress(url: string): RepositoryAddress | null {
  const [, host = "", path = ""] = ADDRESS.exec(url) ?? [];
  if (host === "" || path === "" || path.includes("..") || /^(?:[.]|file:|[a-z]:[\\/])/i.test(url))
    return null;
  const small = host.toLowerCase();
  return { host: ALIASES[small] ?? small, path };
}

/** A repository of Azure Repos. */
export interface AzureRepository {
  readonly organization: string;
  readonly project: string;
  readonly repository: string;
}

/** `org/project/_git/repo` over https, without the project where both are called the same; `v3/org/project/repo` over ssh. */
export function azureRepository(path: string): AzureRepository | null {
  const [, organization, project, repository] =
    /^v3\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path) ?? /^([^/]+)\/(?:([^/]+)\/)?_git\/([^/]+)$/.exec(path) ?? [];
  if (organization === undefined || repository === undefined) return null;
  return {
    organization: unescaped(organization),
    project: unescaped(project ?? repository),
    repository: unescaped(repository),
  };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

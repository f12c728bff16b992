const ADDRESS =
  /^(?:[a-z+]+:\/\/)?(?:[^@/\s]*@)?([A-Za-z0-9.-]+)((?::[0-9]+)?)[:/]\/?([^?#\s]+?)(?:\.git)?\/?$/i;

/** Hosts that forges answer ssh under where its own port is closed. */
const ALIASES: Readonly<Record<string, string>> = {
  "ssh.github.com": "github.com",
  "altssh.gitlab.com": "gitlab.com",
  "ssh.dev.azure.com": "dev.azure.com",
};

/** `host/owner/repo` of a repository's address, the same by https and by ssh; null: it is no address of a host. */
export function audienceOf(url: string): string | null {
  const [, host = "", port = "", path = ""] = ADDRESS.exec(url) ?? [];
  if (host === "" || path === "" || path.includes("..") || /^(?:[.]|file:|[a-z]:[\\/])/i.test(url))
    return null;
  const small = host.toLowerCase();
  const name = ALIASES[small] ?? small;
  // Azure Repos: `org/project/_git/repo` over https, `v3/org/project/repo` over ssh.
  const plain = name === "dev.azure.com" ? path.replace(/^v3\//, "").replace("/_git/", "/") : path;
  return `${name}${webPort(url, port)}/${plain}`.toLowerCase();
}

/** A server at a port of its own is another one than its neighbour; a port of ssh tells nothing of where its pages are. */
function webPort(url: string, port: string): string {
  return /^https?:/i.test(url) && port !== ":443" && port !== ":80" ? port : "";
}

/** Two names of the same repository; forges compare them without case. */
export function isSameAudience(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

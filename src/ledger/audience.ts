import { repositoryAddress } from "../core/repository-address.ts";

/** `host/owner/repo` of a repository's address, the same by https and by ssh; null: it is no address of a host. */
export function audienceOf(url: string): string | null {
  const address = repositoryAddress(url);
  if (address === null) return null;
  const { host, path } = address;
  // Azure Repos: `org/project/_git/repo` over https, `v3/org/project/repo` over ssh.
  const plain = host === "dev.azure.com" ? path.replace(/^v3\//, "").replace("/_git/", "/") : path;
  return `${host}${webPort(url)}/${plain}`.toLowerCase();
}

/** A server at a port of its own is another one than its neighbour; a port of ssh tells nothing of where its pages are. */
function webPort(url: string): string {
  const port = /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).port : "";
  return port === "" ? "" : `:${port}`;
}

/** Two names of the same repository; forges compare them without case. */
export function isSameAudience(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

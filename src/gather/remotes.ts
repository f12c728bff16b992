import type { Law, RemoteLaw } from "../core/law.ts";
import type { Found } from "../core/reference.ts";

/** Which remote of the law a found reference belongs to; null where none owns it (another repository's issue). */
export type RemoteOf = (found: Pick<Found, "provider" | "id">) => string | null;

/** Reads the law's remotes once. Where several could own an id, the first in the policy's order does. */
export function remoteFinder(law: Law): RemoteOf {
  return (found) =>
    law.remotes.find((remote) => remote.grammar === found.provider && owns(remote, found.id))?.name ?? null;
}

function owns(remote: RemoteLaw, id: string): boolean {
  switch (remote.kind) {
    case "github":
      return sameProject(remote.settings.repo, id);
    case "gitlab":
      return sameProject(remote.settings.project, id);
    case "jira":
    case "linear":
      return ownsKey(remote.settings.projects ?? remote.settings.teams, id);
    case "azure-devops":
    case "clickup":
    case "notion":
    case "markdown":
      return true;
  }
}

/** `owner/repo#1` and `group/project!2` belong to the configured project; forges compare its name without case. */
function sameProject(configured: unknown, id: string): boolean {
  const end = id.search(/[#!][0-9]+$/);
  return typeof configured === "string" && id.slice(0, end).toLowerCase() === configured.toLowerCase();
}

/** No configured keys: every key is this remote's. */
function ownsKey(configured: unknown, id: string): boolean {
  if (!Array.isArray(configured) || configured.length === 0) return true;
  return configured.includes(id.slice(0, id.lastIndexOf("-")));
}

import type { RemoteKind } from "../../core/law.ts";
import type { Json } from "../json.ts";
import { mappingOf, textsOf } from "./reading.ts";

/** One field of a `remotes:` entry, the names that the seed systems give it, and its value in the policy's form. */
export interface RemoteField {
  readonly to: string;
  readonly names: readonly string[];
  /** Fields of the entry; empty: nothing usable; null: nothing that is not known anyway. */
  readonly read: (value: unknown) => Json | null;
}

const PUBLIC = /^https:\/\/(?:(?:www\.|api\.)?github\.com|gitlab\.com|dev\.azure\.com)(?:\/|$)/i;
const SERVER = ["url", "baseUrl", "base_url", "host", "site", "domain"];

const statuses: RemoteField = { to: "status_map", names: ["status_map", "statusMap"], read: statusMap };
const server: RemoteField = { to: "url", names: SERVER, read: selfHosted };

/** What each tracker's entry is made of. Tokens are not among them. */
export const FIELDS: Readonly<Record<Exclude<RemoteKind, "markdown">, readonly RemoteField[]>> = {
  github: [
    { to: "repo", names: ["repo", "repository"], read: (value) => ({ repo: projectPath(value) }) },
    server,
    statuses,
  ],
  gitlab: [
    {
      to: "project",
      names: ["project", "repo", "project_path", "projectPath"],
      read: (value) => ({ project: projectPath(value) }),
    },
    server,
    statuses,
  ],
  jira: [
    { to: "site", names: ["site", "host", "domain", "baseUrl", "base_url", "url"], read: site },
    {
      to: "projects",
      names: ["projects", "project", "project_key", "projectKey"],
      read: (value) => listOf("projects", upper(value)),
    },
    {
      to: "email",
      names: ["email", "user_email", "userEmail"],
      read: (value) => ({ email: textsOf(value)[0] }),
    },
    statuses,
  ],
  linear: [
    {
      to: "teams",
      names: ["teams", "team", "team_key", "teamKey"],
      read: (value) => listOf("teams", upper(value)),
    },
    statuses,
  ],
  "azure-devops": [
    {
      to: "organization",
      names: ["organization", "org"],
      read: (value) => ({ organization: organization(value) }),
    },
    { to: "project", names: ["project"], read: (value) => ({ project: textsOf(value)[0] }) },
    server,
    statuses,
  ],
  clickup: [
    {
      to: "team",
      names: ["team", "teamId", "team_id", "workspace", "workspaceId", "workspace_id"],
      read: (value) => ({ team: textsOf(value)[0] }),
    },
    {
      to: "spaces",
      names: ["spaces", "spaceIds", "space_ids", "spaceId", "space_id"],
      read: (value) => listOf("spaces", textsOf(value)),
    },
    statuses,
  ],
  notion: [
    {
      to: "data_source",
      names: ["data_source", "data_source_id", "dataSourceId", "database_id", "databaseId", "database"],
      read: (value) => ({ data_source: dataSource(value) }),
    },
    statuses,
  ],
};

/** Names that tokens stand under in the seed systems. */
export const TOKEN_NAMES =
  /^(?:pat|token|secret|password|api[_-]?(?:token|key)|access[_-]?token|.*[_-]token)$/i;

/** Fields that say how to reach or synchronise a tracker, which is no matter of the policy. */
export const OTHER_NAMES = new Set([
  "auth_mode",
  "mode",
  "base_branch",
  "sync_filter",
  "auto_sync",
  "sync_interval",
  "field_map",
  "property_map",
  "enabled",
]);

function upper(value: unknown): readonly string[] {
  return textsOf(value)
    .flatMap((text) => text.split(","))
    .map((text) => text.trim().toUpperCase());
}

function listOf(key: string, values: readonly string[]): Json {
  return values.length === 0 ? {} : { [key]: values };
}

/** Jira's host alone, or its whole address where it is more than a host. */
function site(value: unknown): Json {
  const [text = ""] = textsOf(value);
  const address = text.includes("://") ? text : `https://${text}`;
  if (!URL.canParse(address)) return { site: text };
  const { protocol, host, hostname, pathname } = new URL(address);
  const bare = protocol === "https:" && host === hostname && pathname === "/";
  return bare ? { site: hostname } : { url: withoutEnd(address) };
}

/** Null for the public servers: those need no address. */
function selfHosted(value: unknown): Json | null {
  const [text] = textsOf(value);
  if (text === undefined) return {};
  const url = withoutEnd(text.includes("://") ? text : `https://${text}`);
  return PUBLIC.test(url) ? null : { url };
}

function withoutEnd(address: string): string {
  return address.replace(/\/+$/, "");
}

/** `owner/repo` or `group/project` of an address or of itself. */
function projectPath(value: unknown): string | undefined {
  return textsOf(value)[0]
    ?.replace(/^(?:[a-z]+:\/\/[^/]+\/|[^@/]+@[^:/]+:)/i, "")
    .replace(/(?:\.git)?\/?$/, "");
}

function organization(value: unknown): string | undefined {
  return textsOf(value)[0]
    ?.replace(/^https:\/\/dev\.azure\.com\//i, "")
    .replace(/\/+$/, "");
}

/** The id at the end of a Notion address, or the id itself. */
function dataSource(value: unknown): string | undefined {
  const [text = ""] = textsOf(value);
  return /([0-9a-f]{32})(?:[?#].*)?$/i.exec(text.replaceAll("-", ""))?.[1]?.toLowerCase() ?? text;
}

const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  open: ["open", "todo", "to_do", "new", "backlog", "draft", "ready"],
  in_progress: ["in_progress", "inprogress", "doing", "in_development", "review", "in_review", "blocked"],
  done: ["done", "closed", "completed", "complete", "resolved"],
  canceled: ["canceled", "cancelled", "rejected", "wont_do", "wontfix"],
};

/** Local status or category -> the tracker's names; both key styles of the seed systems. */
function statusMap(value: unknown): Json {
  const map: Record<string, string[]> = {};
  for (const [status, names] of Object.entries(mappingOf(value))) {
    const word = status
      .trim()
      .toLowerCase()
      .replace(/[^a-z]+/g, "_");
    const category = Object.keys(CATEGORIES).find((one) => CATEGORIES[one]?.includes(word));
    if (category === undefined) continue;
    map[category] = [...new Set([...(map[category] ?? []), ...textsOf(names)])];
  }
  return Object.keys(map).length === 0 ? {} : { status_map: map };
}

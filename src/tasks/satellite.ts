import { listAt, mapAt, normalYaml, textAt, type YamlMapping, type YamlValue } from "./yaml-value.ts";

/** The remote ticket that a task is linked to, as its file says. Nothing here is checked against the tracker. */
export interface Upstream {
  readonly provider: string | null;
  readonly id: string;
  readonly url: string | null;
  readonly lastSync: string | null;
  readonly etag: string | null;
  readonly direction: string | null;
  /** Further scalar fields by name, as written. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a task says about its own approval. It proves nothing by itself. */
export interface Compliance {
  readonly riskLevel: string | null;
  /** Null: not said, or neither yes nor no. */
  readonly requiresApproval: boolean | null;
  readonly approvedBy: readonly string[];
  readonly approvalDate: string | null;
  readonly slsaLevel: string | null;
}

/** Where the specification of a task stands, and its digest when it was last synchronised. */
export interface SpecLink {
  readonly path: string;
  readonly checksum: string | null;
  readonly validated: string | null;
  readonly lastUpdated: string | null;
}

/** `[text](address)`; the address counts. */
const LINK = /^\[[^\]]*\]\(([^)\s]+)\)$/;
/** Frontmatter keys that hold a link to a tracker, in both of the dialects in use. */
const UPSTREAM_KEYS = ["upstream", "jira_key", "jira_url"];

/** The text under `upstream.url` that is a Markdown link and not the address alone; null: it is none. */
export function markdownLink(values: YamlMapping): string | null {
  const map = mapAt(values, "upstream");
  const text = map === null ? null : textAt(map, "url");
  return text !== null && LINK.test(text) ? text : null;
}

/** The link under `upstream`, or the flat keys of the Jira plugin of Backlog.md. Null: none, or one without an id. */
export function readUpstream(values: YamlMapping): Upstream | null {
  const map = mapAt(values, "upstream");
  if (map === null) return flatUpstream(values);
  const id = textAt(map, "id");
  if (id === null) return null;
  return {
    provider: textAt(map, "provider")?.toLowerCase() ?? null,
    id,
    url: address(textAt(map, "url")),
    lastSync: textAt(map, "last_sync") ?? textAt(map, "synced_at"),
    etag: textAt(map, "etag"),
    direction: textAt(map, "sync_direction"),
    fields: scalars(mapAt(map, "fields")),
  };
}

function flatUpstream(values: YamlMapping): Upstream | null {
  const id = textAt(values, "jira_key");
  if (id === null) return null;
  const url = address(textAt(values, "jira_url"));
  const lastSync = textAt(values, "jira_last_sync");
  return { provider: "jira", id, url, lastSync, etag: null, direction: null, fields: {} };
}

/** The map under `compliance`, or null. */
export function readCompliance(values: YamlMapping): Compliance | null {
  const map = mapAt(values, "compliance");
  if (map === null) return null;
  return {
    riskLevel: textAt(map, "risk_level")?.toLowerCase() ?? null,
    requiresApproval: truth(textAt(map, "requires_approval")),
    approvedBy: listAt(map, "approved_by"),
    approvalDate: textAt(map, "approval_date"),
    slsaLevel: textAt(map, "slsa_level"),
  };
}

/** The specification under `spec`, or flowspec's reference to one. */
export function readSpecLink(values: YamlMapping): SpecLink | null {
  const map = mapAt(values, "spec");
  const compliance = mapAt(values, "compliance");
  const path = (map && textAt(map, "path")) ?? (compliance && textAt(compliance, "spec_ref"));
  if (path === null) return null;
  const field = (key: string) => (map === null ? null : textAt(map, key));
  return {
    path,
    checksum: field("checksum"),
    validated: field("validated"),
    lastUpdated: field("last_updated"),
  };
}

/** Normal text of every key that says which tracker's ticket a task follows; changing it needs authority. */
export function guardedUpstream(values: YamlMapping): string {
  const present = UPSTREAM_KEYS.filter((key) => values.has(key));
  return present.map((key) => normalYaml(new Map([[key, guardedValue(values.get(key))]]))).join("");
}

/** When a link was last synchronised is news about it, not the link. */
function guardedValue(value: YamlValue | undefined): YamlValue {
  if (!(value instanceof Map)) return value ?? "";
  return new Map([...value].filter(([key]) => key !== "last_sync" && key !== "synced_at" && key !== "etag"));
}

function address(text: string | null): string | null {
  return text === null ? null : (LINK.exec(text)?.[1] ?? text);
}

function truth(text: string | null): boolean | null {
  if (text === null) return null;
  if (/^(?:true|yes|on)$/i.test(text)) return true;
  return /^(?:false|no|off)$/i.test(text) ? false : null;
}

function scalars(map: YamlMapping | null): Readonly<Record<string, string>> {
  const pairs = [...(map ?? [])].flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : []));
  return Object.fromEntries(pairs);
}

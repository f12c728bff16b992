import type { RemoteLaw } from "../core/law.ts";
import type { ScanConfig } from "../core/reference.ts";

/** A remote that claims ids which another one claims too. */
export interface Clash {
  readonly remote: string;
  readonly other: string;
  /** What both claim, as people write it. */
  readonly claimed: string;
}

/** Prefix of Backlog.md's task ids where no folder says another. */
const DEFAULT_PREFIXES = ["TASK"];

/** What the scanner looks for. `prefixes`: those of the task folders that were found. */
export function scanConfig(remotes: readonly RemoteLaw[], prefixes: readonly string[]): ScanConfig {
  const of = (kind: RemoteLaw["kind"]): readonly RemoteLaw[] =>
    remotes.filter((remote) => remote.kind === kind);
  const [github] = of("github");
  const [gitlab] = of("gitlab");
  const jira = of("jira");
  const linear = of("linear").flatMap((remote) => texts(remote.settings.teams));
  const generic = jira.some((remote) => remote.settings.projects === undefined);
  const tasks = of("markdown").flatMap((remote) => taskPrefixes(remote, prefixes));
  return {
    ...(github === undefined ? {} : { github: String(github.settings.repo) }),
    ...(gitlab === undefined ? {} : { gitlab: String(gitlab.settings.project) }),
    ...(jira.length === 0
      ? {}
      : { jira: generic ? true : jira.flatMap((remote) => texts(remote.settings.projects)) }),
    ...(linear.length === 0 ? {} : { linear }),
    ...(of("azure-devops").length === 0 ? {} : { azure: true }),
    ...(of("clickup").length === 0 ? {} : { clickup: true }),
    ...(of("notion").length === 0 ? {} : { notion: true }),
    ...(tasks.length === 0 ? {} : { tasks: [...new Set(tasks)] }),
  };
}

function taskPrefixes({ settings }: RemoteLaw, detected: readonly string[]): readonly string[] {
  const named = texts(settings.prefixes);
  const prefixes = named.length > 0 ? named : detected.length > 0 ? detected : DEFAULT_PREFIXES;
  return prefixes.map((prefix) => prefix.toUpperCase());
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Ids that two remotes claim. A key that tasks and Jira share is no clash: the task wins. */
export function clashes(remotes: readonly RemoteLaw[]): readonly Clash[] {
  return remotes.flatMap((remote, index) =>
    remotes.slice(0, index).flatMap((other) => {
      const claimed = shared(remote, other);
      return claimed === null ? [] : [{ remote: remote.name, other: other.name, claimed }];
    }),
  );
}

function shared(a: RemoteLaw, b: RemoteLaw): string | null {
  const kinds = new Set([a.kind, b.kind]);
  if (kinds.has("github") && kinds.has("gitlab")) return "#1";
  if (isKeyed(a) && isKeyed(b)) return sharedKey(keysOf(a), keysOf(b));
  if (a.kind !== b.kind) return null;
  switch (a.kind) {
    case "github":
      return sameName(a.settings.repo, b.settings.repo);
    case "gitlab":
      return sameName(a.settings.project, b.settings.project);
    case "azure-devops":
      return "AB#1";
    case "clickup":
      return "CU-1a2b3c";
    case "notion":
      return "pages";
    case "markdown":
      return "task files";
    case "jira":
    case "linear":
      return null;
  }
}

function isKeyed({ kind }: RemoteLaw): boolean {
  return kind === "jira" || kind === "linear";
}

/** Null: every key of the right shape. */
function keysOf({ settings }: RemoteLaw): readonly string[] | null {
  return settings.projects === undefined && settings.teams === undefined
    ? null
    : [...texts(settings.projects), ...texts(settings.teams)];
}

function sharedKey(a: readonly string[] | null, b: readonly string[] | null): string | null {
  if (a === null) return b?.[0] ?? "every key";
  if (b === null) return a[0] ?? "every key";
  return a.find((key) => b.includes(key)) ?? null;
}

function sameName(a: unknown, b: unknown): string | null {
  return String(a).toLowerCase() === String(b).toLowerCase() ? String(a) : null;
}

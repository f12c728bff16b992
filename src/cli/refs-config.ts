import type { ScanConfig, TextKind } from "../core/reference.ts";

/** Every kind of text, as `--kind` and rows name them. */
export const KINDS = ["commit", "commit-msg", "branch", "pr-title", "pr-body", "source"] as const;

/** Is the name one of the kinds? */
export function isKind(name: string): name is TextKind {
  return KINDS.some((kind) => kind === name);
}

const KEY = /^[A-Za-z][A-Za-z0-9_]*$/;
const PATH = /^[\w.-]+(?:\/[\w.-]+)+$/;

/**
 * The scanner's configuration from the `providers` of a row; what is wrong with it, as a sentence, if anything.
 * False and null leave a provider off, as its absence does.
 */
export function scanConfig(providers: Readonly<Record<string, unknown>>): ScanConfig | string {
  let config: ScanConfig = {};
  for (const [name, value] of Object.entries(providers)) {
    if (value === false || value === null) continue;
    const part = partOf(name, value);
    if (typeof part === "string") return part;
    config = { ...config, ...part };
  }
  return config;
}

function partOf(name: string, value: unknown): ScanConfig | string {
  switch (name) {
    case "github":
    case "gitlab":
      return typeof value === "string" && PATH.test(value) ? { [name]: value } : `${name} is no owner/name`;
    case "jira":
      return value === true ? { jira: true } : keysOf(name, value);
    case "linear":
    case "tasks":
      return keysOf(name, value);
    case "azure":
    case "clickup":
    case "notion":
      return value === true ? { [name]: true } : `${name} is neither true nor false`;
    default:
      return `there is no provider "${name}"`;
  }
}

function keysOf(name: "jira" | "linear" | "tasks", value: unknown): ScanConfig | string {
  const keys = typeof value === "string" ? [value] : value;
  const isKeys = (list: unknown): list is readonly string[] =>
    Array.isArray(list) && list.every((key) => typeof key === "string" && KEY.test(key));
  return isKeys(keys) ? { [name]: keys } : `${name} is no list of keys`;
}

/** The configuration that `--provider` words give: `github=owner/repo`, `jira=A,B`, `jira`, `azure`. */
export function configOfWords(words: readonly string[]): ScanConfig | string {
  const providers: Record<string, unknown> = {};
  for (const word of words) {
    const at = word.indexOf("=");
    const name = at < 0 ? word : word.slice(0, at);
    const value = word.slice(at + 1);
    providers[name] = at < 0 ? true : name.startsWith("git") ? value : value.split(",");
  }
  return scanConfig(providers);
}

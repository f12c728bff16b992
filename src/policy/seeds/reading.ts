import type { RemoteKind } from "../../core/law.ts";
import { isMapping, type Json } from "../json.ts";

/** Why something of a seed configuration is not in the policy. */
export type LeftReason =
  /** A token: it belongs into the environment variable in `detail`, and the one that stood there must be revoked. */
  | "token"
  /** `${NAME}`, the variable in `detail`: a policy is the same on every machine. */
  | "variable"
  /** Switched off there. */
  | "disabled"
  /** Not a matter of the policy; it stays in its file, and what reads it there goes on reading it. */
  | "stays"
  /** No key of that format. */
  | "unknown"
  /** `detail` says what would be usable. */
  | "unusable"
  /** Another file says something else under the same name. */
  | "taken";

/** One value that found its place in the policy. Keys are dotted; `from` is a key of its file. */
export interface Carried {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** One value that did not. The value itself is never repeated. */
export interface Left {
  readonly file: string;
  readonly key: string;
  readonly why: LeftReason;
  readonly detail: string | null;
}

/** What one seed configuration says, in the policy's words. */
export interface Reading {
  /** By name, as `remotes:` writes them. */
  readonly remotes: Readonly<Record<string, Json>>;
  /** Other keys of the policy. */
  readonly sections: Json;
  readonly carried: readonly Carried[];
  readonly left: readonly Left[];
}

/** Environment variables that tokens are read from, by tracker; the first that is set counts. */
export const TOKEN_VARIABLES: Readonly<Record<RemoteKind, string>> = {
  github: "GITHUB_TOKEN",
  gitlab: "GITLAB_TOKEN",
  jira: "JIRA_API_TOKEN",
  linear: "LINEAR_API_KEY",
  "azure-devops": "ADO_PAT",
  clickup: "CLICKUP_API_KEY",
  notion: "NOTION_TOKEN",
  markdown: "",
};

const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::?-[^}]*)?\}/;

/** Name of the environment variable that a value asks for; null: it asks for none. It is never looked up. */
export function variableIn(value: unknown): string | null {
  return typeof value === "string" ? (VARIABLE.exec(value)?.[1] ?? null) : null;
}

/** The first of several names that a mapping has a value under. */
export function firstOf(
  mapping: Json,
  names: readonly string[],
): { readonly key: string; readonly value: unknown } | null {
  const key = names.find((name) => Object.hasOwn(mapping, name) && mapping[name] !== null);
  return key === undefined ? null : { key, value: mapping[key] };
}

/** Texts of a value that may be one or a list; numbers are read as text, as people forget the quotes. */
export function textsOf(value: unknown): readonly string[] {
  return [value]
    .flat()
    .filter((one) => typeof one === "string" || typeof one === "number")
    .map((one) => String(one).trim())
    .filter((one) => one !== "");
}

/** A mapping, or an empty one for anything else. */
export function mappingOf(value: unknown): Json {
  return isMapping(value) ? value : {};
}

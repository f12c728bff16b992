import { isMapping, type Json } from "./json.ts";

/** Text that YAML reads back as itself without quotes, whatever the reader's version. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_./-]*$/;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** What is written: its first lines of comment, the address of the schema, and the policy itself. */
export interface PolicyText {
  readonly comments: readonly string[];
  /** Address or path of the JSON Schema, for editors. */
  readonly schema: string;
  /** Weakest words first; `remotes` one line each. */
  readonly policy: Json;
}

/** A policy as YAML that people read and go on writing: one line a remote, one line a section. */
export function policyYaml({ comments, schema, policy }: PolicyText): string {
  const { remotes, ...sections } = policy;
  const named = Object.entries(isMapping(remotes) ? remotes : {});
  const lines = [
    `# yaml-language-server: $schema=${oneLine(schema)}`,
    ...comments.map((comment) => `# ${oneLine(comment)}`.trimEnd()),
    "version: 1",
    ...(named.length === 0 ? [] : ["remotes:", ...named.map(([name, entry]) => `  ${name}: ${flow(entry)}`)]),
    ...Object.entries(sections).map(([key, value]) => `${key}: ${flow(value)}`),
  ];
  return `${lines.join("\n")}\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
}

/** YAML's flow style. What is not plainly text is quoted as JSON quotes it, which YAML reads the same. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (isMapping(value)) {
    const pairs = Object.entries(value).map(([key, inner]) => `${flow(key)}: ${flow(inner)}`);
    return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
  }
  if (typeof value === "string" && PLAIN.test(value) && !RESERVED.test(value)) return value;
  return JSON.stringify(value) ?? "null";
}

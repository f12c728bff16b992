import { Fault, type Problem } from "../../src/core/fault.ts";
import type { Law } from "../../src/core/law.ts";
import { loadPolicy, type PolicyInput } from "../../src/policy/load.ts";
import { memoryTree } from "./memory-tree.ts";
import { rules } from "./rules.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

/** The law of a tree made of texts, asked for in CI. A text alone is `golden-thread.yml`. */
export function load(files: Files | string, more: Partial<PolicyInput> = {}): Promise<Law> {
  const tree = memoryTree(typeof files === "string" ? { "golden-thread.yml": files } : files);
  const detected = { tasks: { prefixes: ["TASK"] }, originUrl: null };
  return loadPolicy({ tree, place: "ci", detected, rules, today: "2027-01-10", ...more });
}

/** The problems of a policy that can't be used; empty: it can. Throws whatever else is thrown. */
export async function problems(
  files: Files | string,
  more: Partial<PolicyInput> = {},
): Promise<readonly Problem[]> {
  try {
    await load(files, more);
    return [];
  } catch (error) {
    if (error instanceof Fault && error.code === "policy") return error.problems;
    throw error;
  }
}

/** `file:line:column key` of every problem, with the near name where there is one. */
export function places(found: readonly Problem[]): readonly string[] {
  return found.map(({ file, line, column, key, suggestion }) =>
    `${file}:${line}:${column} ${key}${suggestion === undefined ? "" : ` ~${suggestion}`}`.trimEnd(),
  );
}

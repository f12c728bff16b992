import { Fault, type Problem } from "../core/fault.ts";
import type { Tree } from "../core/ports.ts";
import { kindOf } from "./read-source.ts";

/** The names that a policy may have; one of them at a time. */
export const POLICY_FILES = [
  "golden-thread.yml",
  "golden-thread.yaml",
  "golden-thread.json",
  ".golden-thread.yml",
  ".golden-thread.yaml",
  ".golden-thread.json",
] as const;

/**
 * The policy's file in the root of a tree, null where there is none. Throws `Fault("policy")` for two at once, and for
 * one that is no regular file: a link or folder of that name must not pass for an absent policy.
 */
export async function findPolicy(tree: Tree): Promise<string | null> {
  const entries = (await tree.list("")).filter((entry) => POLICY_FILES.some((name) => name === entry.path));
  const names = entries.map((entry) => entry.path);
  const [first] = entries;
  if (first === undefined) return null;
  if (entries.length > 1) {
    const message = "Two policies stand side by side.";
    throw unusable(names, message, names.join(" and "), "one of them");
  }
  if (!first.mode.startsWith("100"))
    throw unusable(names, "The policy is not a regular file.", kindOf(first.mode), "a regular file");
  return first.path;
}

function unusable(names: readonly string[], message: string, found: string, wanted: string): Fault {
  const problem = (file: string): Problem => ({ file, line: 1, column: 1, key: "", message, found, wanted });
  const problems = names.map(problem);
  return new Fault("policy", message, { found, wanted, fix: `ls -ld ${names.join(" ")}`, problems });
}

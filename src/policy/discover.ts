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

/**
 * The policy's file where somebody names one. Throws `Fault("policy")` where that is not there, and where the tree has another in one of the
 * usual places: whoever names a file may not be rid of the law by it.
 */
export async function namedPolicy(tree: Tree, name: string): Promise<string> {
  const usual = await findPolicy(tree);
  if (usual !== null && usual !== name)
    throw new Fault("policy", "The policy that is named is not the one that counts here.", {
      found: name,
      wanted: `${usual}, or none of that name in the repository's root`,
      fix: "name no policy",
    });
  const entries = await tree.list(name.slice(0, Math.max(0, name.lastIndexOf("/"))));
  const entry = entries.find(({ path }) => path === name);
  if (entry === undefined)
    throw new Fault("policy", `${tree.label} has no such policy.`, {
      found: name,
      wanted: "a file of the base",
    });
  if (!entry.mode.startsWith("100"))
    throw unusable([name], "The policy is not a regular file.", kindOf(entry.mode), "a regular file");
  return name;
}

function unusable(names: readonly string[], message: string, found: string, wanted: string): Fault {
  const problem = (file: string): Problem => ({ file, line: 1, column: 1, key: "", message, found, wanted });
  const problems = names.map(problem);
  return new Fault("policy", message, { found, wanted, fix: `ls -ld ${names.join(" ")}`, problems });
}

import { Fault, type Problem } from "../core/fault.ts";
import type { Tree } from "../core/ports.ts";
import { sha256 } from "./digest.ts";
import { readSource } from "./read-source.ts";

/** The names that a policy may have; one of them at a time. */
export const POLICY_FILES = [
  "golden-thread.yml",
  "golden-thread.yaml",
  "golden-thread.json",
  ".golden-thread.yml",
  ".golden-thread.yaml",
  ".golden-thread.json",
] as const;

/** One file that a law is made from, with the hex sha256 of its bytes; null: absent. */
export interface SourceDigest {
  readonly path: string;
  readonly digest: string | null;
}

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
    throw unusable(names, message, `one of them; found ${names.join(" and ")}`);
  }
  if (!first.mode.startsWith("100"))
    throw unusable(names, "The policy is not a regular file.", "a regular file");
  return first.path;
}

function unusable(names: readonly string[], message: string, wanted: string): Fault {
  const problem = (file: string): Problem => ({ file, line: 1, column: 1, key: "", message, wanted });
  return new Fault("policy", message, { found: names.join(", "), wanted, problems: names.map(problem) });
}

/**
 * What decides whether a compiled law still holds, without reading any of it: the policy's file and the `known` sources
 * of that law (`Law.sources`, waivers), with digests. Throws like `findPolicy`.
 */
export async function sourcesOf(tree: Tree, known: readonly string[] = []): Promise<readonly SourceDigest[]> {
  const file = await findPolicy(tree);
  const paths = [...new Set([...(file === null ? [] : [file]), ...known])].sort();
  const digests: SourceDigest[] = [];
  for (const path of paths) {
    const { bytes } = await readSource(tree, path);
    digests.push({ path, digest: bytes === null ? null : await sha256(bytes) });
  }
  return digests;
}

import type { Problem } from "../core/fault.ts";
import type { Tree } from "../core/ports.ts";
import { type ParsedFile, parseFile } from "./document.ts";
import { isMapping, type Json, valueAt } from "./json.ts";
import { readSource } from "./read-source.ts";
import { EXTENDS } from "./schema.ts";
import { show } from "./show.ts";

/** Nothing that judges a change may wait for a network, and a law that is only half there judges nobody. */
const NOT_FETCHED =
  "a policy of another repository can't be fetched from here: golden-thread asks no network for its law";

/** Policies stacked on each other; nobody follows more in their head. */
const DEPTH_LIMIT = 5;
/** Files of one law, against a policy whose `extends` fan out. */
const FILES_LIMIT = 32;

/**
 * Bytes of `github:owner/repo/path@<40 hex>`, kept under that very name; null: not fetched yet. A commit id names its
 * content, so what was fetched once never gets stale.
 */
export type FetchedPolicies = (reference: string) => Promise<Uint8Array | null>;

/** One file of the law, checked for nothing but its YAML. Weakest first in a list of layers. */
export interface FileLayer extends ParsedFile {
  readonly value: Json;
}

interface Walk {
  readonly tree: Tree;
  readonly fetched: FetchedPolicies;
  readonly problems: Problem[];
  readonly layers: FileLayer[];
  /** Files that are being read, outermost first. */
  readonly open: readonly string[];
}

/**
 * A policy file with all that it extends, weakest first: what a file extends stands before it, from left to right.
 * Problems of all files come together.
 */
export async function readLayers(
  tree: Tree,
  file: string,
  fetched: FetchedPolicies,
): Promise<{ readonly layers: readonly FileLayer[]; readonly problems: readonly Problem[] }> {
  const walk: Walk = { tree, fetched, problems: [], layers: [], open: [] };
  const { bytes, problem } = await readSource(tree, file);
  const absent = { file, line: 1, column: 1, key: "", message: "the file is not there" };
  if (bytes === null) walk.problems.push(problem ?? absent);
  else await readLayer(walk, file, bytes);
  return { layers: walk.layers, problems: walk.problems };
}

async function readLayer(walk: Walk, file: string, bytes: Uint8Array): Promise<void> {
  const parsed = await parseFile(file, bytes);
  walk.problems.push(...parsed.problems);
  if (!parsed.readable) return;
  // An empty file, or one of comments alone, says nothing: presets and detection stand in.
  const value = parsed.value ?? {};
  if (!isMapping(value)) {
    walk.problems.push({
      file,
      ...parsed.place([]),
      key: "",
      message: "unusable value",
      wanted: "a mapping",
    });
    return;
  }
  const layer = { ...parsed, value };
  const deeper = { ...walk, open: [...walk.open, file] };
  for (const [path, reference] of referencesOf(value)) await follow(deeper, layer, path, reference);
  walk.layers.push(layer);
}

function referencesOf(value: Json): readonly (readonly [readonly PropertyKey[], string])[] {
  const named = value.extends;
  if (isReference(named)) return [[["extends"], named]];
  if (!Array.isArray(named)) return [];
  return named.flatMap((one: unknown, index) =>
    isReference(one) ? [[["extends", index], one] as const] : [],
  );
}

/** Anything else is the schema's to refuse. */
function isReference(named: unknown): named is string {
  return typeof named === "string" && EXTENDS.test(named);
}

async function follow(
  walk: Walk,
  layer: FileLayer,
  path: readonly PropertyKey[],
  reference: string,
): Promise<void> {
  const target = reference.startsWith("github:") ? reference : resolvePath(layer.file, reference);
  const refuse = (message: string, wanted: string): void => {
    // A commit's id looks like a token; whoever reads this has to see which one is meant.
    const found = target?.startsWith("github:") ? reference : show(valueAt(layer.value, path));
    walk.problems.push({ file: layer.file, ...layer.place(path), key: "extends", message, found, wanted });
  };
  if (target === null) return refuse("the path leaves the repository", "a path inside it");
  if (walk.open.includes(target)) return refuse("the policies extend each other in a circle", "no circle");
  if (walk.open.length >= DEPTH_LIMIT) return refuse("too many layers", `at most ${DEPTH_LIMIT}`);
  if (walk.layers.length >= FILES_LIMIT) return refuse("too many files", `at most ${FILES_LIMIT}`);
  // A fetched policy's own `extends` are fetched too: they resolve to the same repository and commit.
  if (target.startsWith("github:")) {
    const bytes = await walk.fetched(target);
    if (bytes === null) return refuse(NOT_FETCHED, "a copy of it in this repository, named by its path");
    return readLayer(walk, target, bytes);
  }
  const { bytes, problem } = await readSource(walk.tree, target);
  if (bytes !== null) return readLayer(walk, target, bytes);
  if (problem !== null) walk.problems.push(problem);
  else refuse("there is no such file in this tree", "a file of this repository");
}

/** Relative to the file that names it; null where it leaves the tree. What a fetched policy extends stays beside it. */
function resolvePath(from: string, reference: string): string | null {
  const { head, folder, tail } = splitSource(from);
  const parts = folder.split("/").filter((part) => part !== "");
  for (const part of reference.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : `${head}${parts.join("/")}${tail}`;
}

/** `github:owner/repo/` and `@<commit>` around the path of a fetched policy; both empty for a file of the tree. */
function splitSource(source: string): { head: string; folder: string; tail: string } {
  const [, head = "", path = source, tail = ""] =
    /^(github:[^/]+\/[^/]+\/)(.*)(@[0-9a-f]{40})$/.exec(source) ?? [];
  return { head, folder: path.slice(0, Math.max(0, path.lastIndexOf("/"))), tail };
}

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The repository's own folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** A file of ours: root-relative path with `/`, its text, and its syntax tree with parents set. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Every TypeScript or JavaScript file below these folders, sorted by path. */
export function sourcesBelow(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) => filesBelow(join(root, folder)).filter(isCode).map(sourceOf));
}

/** Every file below a folder (absolute paths, sorted); none where there is no such folder. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Every node of a tree, in document order. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

/** `path:line` of a node, for messages. */
export function placeOf(source: Source, node: ts.Node): string {
  return `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1}`;
}

/** Lines from a node's first token to its last. */
export function linesOf(source: Source, node: ts.Node): number {
  const line = (offset: number) => source.tree.getLineAndCharacterOfPosition(offset).line;
  return line(node.getEnd()) - line(node.getStart(source.tree)) + 1;
}

/** The middle value; of an even number the upper of the two, so that a limit is never met by rounding. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

function isCode(file: string): boolean {
  return /\.([cm]?ts|tsx|mjs|cjs)$/.test(file) && !file.includes(`${sep}fixtures${sep}`);
}

function sourceOf(file: string): Source {
  const text = readFileSync(file, "utf8");
  return {
    path: relative(root, file).split(sep).join("/"),
    text,
    tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
  };
}

import { type HierarchyRectangularNode, hierarchy, treemap, treemapSquarify } from "d3-hierarchy";
import { scaleQuantize } from "d3-scale";
import type { PageFolder } from "../core/audit-page.ts";

/** A folder of the tree, with all below it in its numbers. */
export interface Folder {
  readonly path: string;
  readonly name: string;
  readonly files: number;
  /** -1: nobody could say. */
  readonly covered: number;
  readonly lines: number;
  readonly below: readonly Folder[];
}

/** A place on the map. */
export type Tile = HierarchyRectangularNode<Folder>;

/** Steps of the colour from nothing covered to all of it. */
const STEPS = [0, 1, 2, 3, 4, 5, 6];

const stepOf = scaleQuantize(STEPS).domain([0.3, 1]);

/** Whether a place is measured by its files or by its lines. */
export type Measure = "files" | "lines";

/** The folders by path, each with those below it. */
export function foldersOf(rows: readonly PageFolder[]): ReadonlyMap<string, Folder> {
  const folders = new Map<string, Folder & { readonly below: Folder[] }>();
  for (const [path, files, covered, lines] of rows)
    folders.set(path, {
      path,
      name: path === "." ? "files at the top" : path.slice(path.lastIndexOf("/") + 1),
      files,
      covered,
      lines,
      below: [],
    });
  for (const folder of folders.values()) {
    if (folder.path === ".") continue;
    const slash = folder.path.lastIndexOf("/");
    folders.get(slash < 0 ? "." : folder.path.slice(0, slash))?.below.push(folder);
  }
  return folders;
}

/** The way from the root to a folder, itself last. */
export function wayTo(folders: ReadonlyMap<string, Folder>, path: string): readonly Folder[] {
  const parts = path === "." ? [] : path.split("/");
  const paths = [".", ...parts.map((_, at) => parts.slice(0, at + 1).join("/"))];
  return paths.flatMap((one) => folders.get(one) ?? []);
}

/** What lies in a folder, its own files as one more. */
export function contentsOf(folder: Folder): readonly Folder[] {
  const sum = (name: "files" | "covered" | "lines"): number =>
    folder[name] - folder.below.reduce((all, one) => all + one[name], 0);
  const [files, lines] = [sum("files"), sum("lines")];
  const covered = folder.covered < 0 ? -1 : sum("covered");
  const own = { path: folder.path, name: "files here", files, covered, lines, below: [] };
  return files > 0 && folder.below.length > 0 ? [...folder.below, own] : folder.below;
}

/** A map of a folder, two levels deep: what is larger than its neighbours takes more room. */
function mapOf(folder: Folder, size: { readonly width: number; readonly height: number }, by: Measure) {
  const root = hierarchy(folder, (one) => (depthBelow(folder, one) < 2 ? contentsOf(one) : []))
    .sum((one) => one[by])
    .each((node) => Object.assign(node, { value: Math.max(node.data[by], 0) }))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.data.path < b.data.path ? -1 : 1));
  return treemap<Folder>()
    .tile(treemapSquarify.ratio(1.4))
    .size([size.width, size.height])
    .paddingInner(2)
    .paddingTop((node) => (node.depth === 1 && node.children !== undefined ? 22 : 0))
    .round(true)(root);
}

/** What is drawn of the map: what lies in the folder; where that is files alone, the folder itself. */
export function tilesOf(...of: Parameters<typeof mapOf>): readonly Tile[] {
  const all = mapOf(...of).descendants();
  return all.length === 1 ? all : all.slice(1);
}

function depthBelow(root: Folder, { path, name }: Folder): number {
  if (name === "files here") return 2;
  if (path === root.path) return 0;
  const rest = root.path === "." ? path : path.slice(root.path.length + 1);
  return rest.split("/").length;
}

/** Step of the colour of a folder, 0 to 6; -1: it has no files that count, or nobody could say. */
export function shadeOf({ files, covered }: Folder): number {
  return files === 0 || covered < 0 ? -1 : stepOf(covered / files);
}

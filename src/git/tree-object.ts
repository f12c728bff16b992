import { Fault } from "../core/fault.ts";
import type { GitObject, Objects } from "./objects.ts";
import { treePath } from "./tree-path.ts";

/** One entry of a tree object. `mode` has six digits. */
export interface TreeNode {
  readonly name: string;
  readonly mode: string;
  readonly oid: string;
  /** Bytes, where its folder tells them; left out: it does not. */
  readonly size?: number;
}

/** Mode of a folder. */
export const FOLDER = "040000";

/** Reads folders by tree id; each is read and taken apart once. */
export function folderReader(objects: Objects): (oid: string) => Promise<ReadonlyMap<string, TreeNode>> {
  const known = new Map<string, Promise<ReadonlyMap<string, TreeNode>>>();
  return (oid) => {
    const folder =
      known.get(oid) ?? demand(objects, oid).then(({ bytes }) => parseTree(bytes, oid.length / 2));
    known.set(oid, folder);
    return folder;
  };
}

/** An object that must be there. Throws Fault("repository") where it is not (a partial clone, a damaged repository). */
export async function demand(
  objects: Objects,
  oid: string,
  limit?: number,
  path?: string,
): Promise<GitObject> {
  const object = await objects.read(oid, limit, path);
  if (object !== null) return object;
  throw new Fault("repository", "The repository lacks an object.", {
    found: path === undefined ? oid : `${oid}, the content of ${path}`,
    fix: "git fetch --refetch",
  });
}

/** Entries of a tree object: `<mode> <name> NUL <binary id>` each (git's pack and object format). */
function parseTree(bytes: Buffer, idLength: number): ReadonlyMap<string, TreeNode> {
  const nodes = new Map<string, TreeNode>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    if (space < 0 || end < 0) throw new Fault("repository", "A tree object of the repository is malformed.");
    const name = bytes.toString("utf8", space + 1, end);
    const mode = bytes.toString("latin1", at, space);
    const oid = bytes.toString("hex", end + 1, end + 1 + idLength);
    // Names that no path can hold come only from damaged or forged trees.
    if (!name.includes("/") && treePath(name) === name)
      nodes.set(name, { name, mode: mode.padStart(6, "0"), oid });
    at = end + 1 + idLength;
  }
  return nodes;
}

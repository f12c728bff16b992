import type { Problem } from "../core/fault.js";
import type { Tree } from "../core/ports.js";
import { type ParsedFile } from "./document.js";
import { type Json } from "./json.js";
/**
 * Bytes of `github:owner/repo/path@<40 hex>`, kept under that very name; null: not fetched yet. A commit id names its
 * content, so what was fetched once never gets stale.
 */
export type FetchedPolicies = (reference: string) => Promise<Uint8Array | null>;
/** One file of the law, checked for nothing but its YAML. Weakest first in a list of layers. */
export interface FileLayer extends ParsedFile {
    readonly value: Json;
}
/**
 * A policy file with all that it extends, weakest first: what a file extends stands before it, from left to right.
 * Problems of all files come together.
 */
export declare function readLayers(tree: Tree, file: string, fetched: FetchedPolicies): Promise<{
    readonly layers: readonly FileLayer[];
    readonly problems: readonly Problem[];
}>;

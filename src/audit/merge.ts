import type { Audit } from "../core/audit.ts";
import { fitting, type NamedPartial } from "./fit.ts";
import { foldAudit } from "./fold.ts";
import { decodePartial } from "./read-file.ts";

/** The audit that shards make together. Throws Fault("usage") that names what does not fit. */
export function mergeShards(shards: readonly NamedPartial[]): Audit {
  return foldAudit(fitting(shards));
}

/** A shard's file: `name` is its folder, `path` how people call the file itself. */
interface ShardFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The audit that the files of shards make together. Throws Fault("usage") for one that is damaged, or does not fit. */
export function mergeFiles(files: readonly ShardFile[]): Audit {
  return mergeShards(files.map(({ name, path, bytes }) => ({ name, partial: decodePartial(bytes, path) })));
}

import { disclosedPartial } from "./audit/disclose.ts";
import { encodePartial } from "./audit/file.ts";
import { fitting, type NamedPartial } from "./audit/fit.ts";
import { foldAudit } from "./audit/fold.ts";
import { look } from "./audit/look.ts";
import { type Novelty, noteAudit } from "./audit/novel.ts";
import type { Shard } from "./audit/partial.ts";
import type { AuditRequest } from "./audit/request.ts";
import type { Audit } from "./core/audit.ts";
import type { GateWorld } from "./gate.ts";
import { startOpening } from "./opening.ts";

/**
 * Audits a whole history and tree: every commit judged as of when it was decided, every ticket with what leads to it. One run is the fold
 * of one partial, so what many machines found out together is the same. Throws `Fault("repository")` for a range that git does not know.
 */
export async function audit(world: GateWorld, request: AuditRequest): Promise<Audit> {
  return foldAudit([await look(world, request)]);
}

/** What one shard found out, as the parts of a file; it tells no more than may be shown. */
export async function auditShard(
  world: GateWorld,
  request: AuditRequest & { readonly shard: Shard },
): Promise<readonly Uint8Array[]> {
  return encodePartial(disclosedPartial(await look(world, request)));
}

/** The audit that shards make together. Throws Fault("usage") that names what does not fit. */
export function mergeShards(shards: readonly NamedPartial[]): Audit {
  return foldAudit(fitting(shards));
}

/** A shard's file: `name` is its folder, `path` how people call the file itself. */
export interface ShardFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The same of their files. Throws Fault("usage") for one that is damaged, too. */
export async function mergeFiles(files: readonly ShardFile[]): Promise<Audit> {
  const { decodePartial } = await import("./audit/read-file.ts");
  return mergeShards(files.map(({ name, path, bytes }) => ({ name, partial: decodePartial(bytes, path) })));
}

/** What is new since the last whole audit of the same ref; from then on this one is the last. */
export async function sinceLast(world: GateWorld, current: Audit): Promise<Novelty> {
  const { commonDir } = await startOpening(world, null).repo;
  return noteAudit(commonDir, current);
}

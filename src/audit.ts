import { encodePartial } from "./audit/file.ts";
import { fitting, type NamedPartial } from "./audit/fit.ts";
import { foldAudit } from "./audit/fold.ts";
import { look } from "./audit/look.ts";
import { type Novelty, noteAudit } from "./audit/novel.ts";
import type { PartialHead, Shard } from "./audit/partial.ts";
import type { AuditRequest } from "./audit/request.ts";
import type { Audit } from "./core/audit.ts";
import type { GateWorld } from "./gate.ts";
import { startOpening } from "./opening.ts";

/** An audit, and on what terms it may be shown. */
export interface ShownAudit {
  readonly audit: Audit;
  readonly terms: PartialHead["terms"];
}

/**
 * Audits a whole history and tree: every commit judged as of when it was decided, every ticket with what leads to it. One run is the fold
 * of one partial, so what many machines found out together is the same. Throws `Fault("repository")` for a range that git does not know.
 */
export async function audit(world: GateWorld, request: AuditRequest): Promise<Audit> {
  return (await auditShown(world, request)).audit;
}

/** The same, for whoever shows it. */
export async function auditShown(world: GateWorld, request: AuditRequest): Promise<ShownAudit> {
  const partial = await look(world, request);
  return { audit: foldAudit([partial]), terms: partial.head.terms };
}

/** What one shard found out, as the parts of a file. */
export async function auditShard(
  world: GateWorld,
  request: AuditRequest & { readonly shard: Shard },
): Promise<readonly Uint8Array[]> {
  return encodePartial(await look(world, request));
}

/** The audit that shards make together. Throws Fault("usage") that names what does not fit. */
export function mergeShards(shards: readonly NamedPartial[]): ShownAudit {
  const partials = fitting(shards);
  return { audit: foldAudit(partials), terms: partials[0]?.head.terms ?? { disclosure: "id", own: null } };
}

/** What is new since the last whole audit of the same ref; from then on this one is the last. */
export async function sinceLast(world: GateWorld, current: Audit): Promise<Novelty> {
  const { commonDir } = await startOpening(world, null).repo;
  return noteAudit(commonDir, current);
}

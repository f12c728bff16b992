import { disclosedPartial } from "./audit/disclose.ts";
import { encodePartial } from "./audit/file.ts";
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

/** What is new since the last whole audit of the same ref; from then on this one is the last. */
export async function sinceLast(world: GateWorld, current: Audit): Promise<Novelty> {
  const { commonDir } = await startOpening(world, null).repo;
  return noteAudit(commonDir, current);
}

import { foldAudit } from "./audit/fold.ts";
import { look } from "./audit/look.ts";
import type { AuditRequest } from "./audit/request.ts";
import type { Audit } from "./core/audit.ts";
import type { GateWorld } from "./gate.ts";

export type { AuditRequest } from "./audit/request.ts";

/**
 * Audits a whole history and tree: every commit judged as of when it was decided, every ticket with what leads to it. One run is the fold
 * of one partial, so what many machines found out together is the same.
 */
export async function audit(world: GateWorld, request: AuditRequest): Promise<Audit> {
  return foldAudit([await look(world, request)]);
}

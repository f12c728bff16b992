import type { Audit } from "../core/audit.ts";
import { disclosureOf } from "../core/disclosure.ts";
import type { Gate } from "../gate.ts";
import { disclosedAudit } from "../reports/disclosed-audit.ts";

/** An audit as it may be shown where nobody knows who reads it: all of it on a developer's own terminal, by the policy in a log of CI. */
export async function shownAudit(audit: Audit, gate: Pick<Gate, "law" | "own">): Promise<Audit> {
  if (audit.report.place === "hook") return audit;
  return disclosedAudit(audit, {
    disclosure: disclosureOf(gate.law, { isPrivate: null }),
    own: await gate.own(),
  });
}

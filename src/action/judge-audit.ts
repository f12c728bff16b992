import { audit } from "../audit.ts";
import type { AuditPart } from "../core/audit.ts";
import { evidenceContext } from "../evidence-context.ts";
import { openGate } from "../gate.ts";
import { isPrivate } from "./is-private.ts";
import { type Judged, renderOf } from "./judged.ts";
import { judgedHere } from "./judged-where.ts";
import type { ActionScene } from "./scene.ts";
import { evidenceSignerFor } from "./sign-evidence.ts";

/** What needs no content of a file: where there is no clone each would be asked for alone. */
const WITHOUT_CONTENTS: ReadonlySet<AuditPart> = new Set(["messages", "tickets"]);

/** Audits everything that is reachable from a revision, under the law of the commit that the workflow runs for. */
export async function judgeAudit(scene: ActionScene, revision: string): Promise<Judged> {
  const { job, ground, options, world } = scene;
  const gate = await openGate(world, { ...options, haste: "command", policyRef: job.sha });
  const whole = await audit(world, {
    range: revision,
    ref: null,
    since: null,
    asOf: null,
    parts: ground.hasClone ? null : WITHOUT_CONTENTS,
    policyRef: job.sha,
    place: options.place,
    terms: options,
    refName: job.ref,
    isPrivate: await isPrivate(scene, gate.forge),
  });
  const { report, scope } = whole;
  return {
    report,
    audit: whole,
    render: await renderOf(scene, gate, report, { range: null }),
    pull: null,
    context: await evidenceContext(gate, report, {
      ...judgedHere(scene),
      ...{ phase: "audit", targetRef: job.ref, since: null },
      commits: { include: scope.tip === null ? [] : [scope.tip], exclude: scope.behind },
    }),
    signer: await evidenceSignerFor(scene, gate),
    notes: null,
  };
}

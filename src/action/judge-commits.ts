import { checkCommits } from "../check.ts";
import { disclosureOf } from "../core/disclosure.ts";
import type { LiveChange } from "../core/forge.ts";
import { evidenceContext } from "../evidence-context.ts";
import { type Gate, openGate } from "../gate.ts";
import type { RangeName } from "../git/range.ts";
import { disclosed } from "../reports/disclosed.ts";
import type { Brought } from "./brought-by.ts";
import { demandForge, gateHere } from "./forge-here.ts";
import { isPrivate } from "./is-private.ts";
import { type Judged, renderOf } from "./judged.ts";
import { judgedHere } from "./judged-where.ts";
import type { ActionScene } from "./scene.ts";
import { evidenceSignerFor } from "./sign-evidence.ts";

/** Which commits, and whose law. */
export interface CommitsName {
  readonly range: RangeName;
  /** The commit whose tree is trusted; null: that of the range's base. */
  readonly policyRef: string | null;
  readonly targetRef: string;
  /** By which pull requests the commits came in; left out: by none that is known. */
  readonly beside?: (gate: Gate) => Promise<Brought>;
}

/** Judges commits as they stand in the repository, under the law of what was there before them. */
export async function judgeCommits(scene: ActionScene, name: CommitsName): Promise<Judged> {
  const { range, policyRef, targetRef, beside } = name;
  const gate = await openGate(scene.world, {
    ...scene.options,
    haste: "command",
    range,
    ...(policyRef === null ? {} : { policyRef }),
  });
  const commits = await gate.commits(range);
  const branch = targetRef.startsWith("refs/heads/") ? { ref: targetRef } : {};
  const brought = (await beside?.(gate)) ?? null;
  const report = await checkCommits(gate, {
    ...range,
    ...branch,
    ...(brought === null ? {} : { beside: brought.references }),
  });
  const disclosure = disclosureOf(gate.law, { isPrivate: await isPrivate(scene, gate.forge) });
  return {
    report: disclosed(report, { disclosure, own: await gate.own() }),
    audit: null,
    render: await renderOf(scene, gate, report, { range: range.commits === undefined ? range.range : null }),
    pull: null,
    context: await evidenceContext(gate, report, {
      ...judgedHere(scene),
      ...{ targetRef, commits, method: scene.job.event.kind === "push" ? (brought?.method ?? null) : null },
    }),
    signer: await evidenceSignerFor(scene, gate),
    notes: gate.law.evidence?.notes ?? null,
  };
}

/** The open pull requests that name a ticket, newest first; who names it is told by what people wrote, and judged as ever. */
export async function* citing(scene: ActionScene, ticket: string): AsyncGenerator<LiveChange> {
  const gate = await gateHere(scene);
  const forge = await demandForge(gate);
  const { namesTicket } = await import("../check-pr/names-ticket.ts");
  for await (const live of forge.openChanges()) if (await namesTicket(gate, forge, live, ticket)) yield live;
}

import { checkCommits } from "../check.ts";
import { disclosureOf } from "../core/disclosure.ts";
import type { LiveChange } from "../core/forge.ts";
import type { Reference } from "../core/reference.ts";
import { type Gate, openGate } from "../gate.ts";
import type { RangeName } from "../git/range.ts";
import { disclosed } from "../reports/disclosed.ts";
import { demandForge, gateHere } from "./forge-here.ts";
import { isPrivate } from "./is-private.ts";
import { type Judged, renderOf } from "./judged.ts";
import type { ActionScene } from "./scene.ts";
import { evidenceSignerFor } from "./sign-evidence.ts";

/** Which commits, and whose law. */
export interface CommitsName {
  readonly range: RangeName;
  /** The commit whose tree is trusted; null: that of the range's base. */
  readonly policyRef: string | null;
  readonly targetRef: string;
  /** What counts for single commits beside their own words, by full id. */
  readonly beside?: (gate: Gate) => Promise<ReadonlyMap<string, readonly Reference[]>>;
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
  const { include, exclude } = await gate.commits(range);
  const branch = targetRef.startsWith("refs/heads/") ? { ref: targetRef } : {};
  const report = await checkCommits(gate, {
    ...range,
    ...branch,
    ...(beside === undefined ? {} : { beside: await beside(gate) }),
  });
  const disclosure = disclosureOf(gate.law, { isPrivate: await isPrivate(scene, gate.forge) });
  return {
    report: disclosed(report, { disclosure, own: await gate.own() }),
    audit: null,
    render: await renderOf(scene, gate, report, { range: range.commits === undefined ? range.range : null }),
    pull: null,
    targetRef,
    base: exclude[0] ?? null,
    head: include[0] ?? null,
    signer: await evidenceSignerFor(scene, gate),
    beside: exclude.slice(1),
  };
}

/** The open pull requests that name a ticket, newest first; who names it is told by what people wrote, and judged as ever. */
export async function* citing(scene: ActionScene, ticket: string): AsyncGenerator<LiveChange> {
  const gate = await gateHere(scene);
  const forge = await demandForge(gate);
  const { namesTicket } = await import("../check-pr/names-ticket.ts");
  for await (const live of forge.openChanges()) if (await namesTicket(gate, forge, live, ticket)) yield live;
}

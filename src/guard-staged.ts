import { checkStaged } from "./check.ts";
import type { Report } from "./core/report.ts";
import type { RuleMeta } from "./core/rule.ts";
import { type GateWorld, openGate } from "./gate.ts";
import { stagedEvidence } from "./gather/staged.ts";
import { ruleMetas } from "./rules/index.ts";

/** What is staged, judged; null: there is nothing to judge before the commit is made. */
export interface GuardedStage {
  readonly report: Report;
  readonly metas: ReadonlyMap<string, RuleMeta<string>>;
}

/** Judges what a pre-commit hook finds staged: task files, and paths under the ticket that the branch names. */
export async function guardStaged(world: GateWorld): Promise<GuardedStage | null> {
  const gate = await openGate(world, { place: "hook" });
  const staged = await stagedEvidence({ ...gate, defaultBranches: [] });
  if (staged === null) return null;
  return { report: checkStaged(gate, staged.evidence, staged.branch), metas: ruleMetas() };
}

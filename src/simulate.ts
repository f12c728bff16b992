import { checkCommits } from "./check.ts";
import { isEnforced } from "./core/evaluate.ts";
import type { Law } from "./core/law.ts";
import type { Report } from "./core/report.ts";
import type { Simulation } from "./core/simulation.ts";
import { type Gate, type GateOptions, type GateWorld, openGate } from "./gate.ts";
import { startOpening } from "./opening.ts";
import { fold, verdictsOf } from "./simulate/fold.ts";
import { folderRows } from "./simulate/folders.ts";
import { propose } from "./simulate/propose.ts";

/** Which history, under which law, and in how much detail. */
export interface SimulateRequest extends Pick<GateOptions, "place" | "policyRef"> {
  /** `A..B`, or a revision for everything that is reachable from it. */
  readonly range: string;
  /** RFC 3339 in UTC: only commits from then on are counted; all are judged, as a commit may lean on earlier ones. */
  readonly since: string | null;
  /** The preset to judge by instead of the policy's own; null: its own, or `standard` where that blocks nothing. */
  readonly preset: Law["preset"] | null;
  /** Levels of folders that are told apart. */
  readonly depth: number;
  readonly progress?: (done: number, what?: string) => void;
}

/**
 * What today's policy would have done to a history if it were enforced today. It judges as `check range` does and counts
 * the same keys; only the date from which the policy enforces is left out, and a preset that only observes.
 */
export async function simulate(world: GateWorld, request: SimulateRequest): Promise<Simulation> {
  const { place, policyRef } = request;
  const options = { place, haste: "command" as const, ...(policyRef === undefined ? {} : { policyRef }) };
  const gate = await openGate(world, { ...options, opening: startOpening(world, null) });
  const since = request.since === null ? Number.NEGATIVE_INFINITY : Date.parse(request.since) / 1000;
  const assumed = assumedFor(request.preset, gate.law);
  const pending = !isEnforced(gate.law.enforceFrom, gate.at);
  const range = await gate.commits(request);
  const known = { commits: async () => range };
  // Judged by its own law first, so that only one history is in memory at a time.
  const own =
    assumed === null ? null : verdictsOf(await checkCommits({ ...gate, ...known }, request), since, false);
  const enforcing =
    assumed === null
      ? gate
      : await openGate(world, { ...options, assume: assumed, opening: startOpening(world, null) });
  const report = await checkCommits({ ...enforced(enforcing), ...known }, request);
  const today = own ?? verdictsOf(report, since, pending);
  const { commits, fates, ...tables } = fold(report, since);
  const input = { repo: gate.repo, law: gate.law, assumed, range, report, pending };
  return {
    ...frame(gate, report, request, assumed),
    counts: { commits, ...fates, beforeBaseline: report.counts.beforeBaseline },
    today,
    ...tables,
    folders: {
      depth: request.depth,
      rows: await folderRows(gate.repo, blockedIds(report, since), request.depth),
    },
    proposal: await propose(input),
  };
}

/** A preset that the caller names; else one that blocks, where the policy's own does not. */
function assumedFor(asked: Law["preset"] | null, { preset }: Law): Law["preset"] | null {
  if (asked !== null) return asked === preset ? null : asked;
  return preset === "observe" ? "standard" : null;
}

/** As if the date from which the policy enforces had come. */
function enforced(gate: Gate): Gate {
  return { ...gate, law: { ...gate.law, enforceFrom: null } };
}

function blockedIds({ commits, keys }: Report, since: number): readonly string[] {
  const ids: string[] = [];
  for (let index = 0; index < (commits?.count ?? 0); index++) {
    if (commits === null || commits.time(index) < since) continue;
    if (keys[commits.key(index)]?.verdict === "fail") ids.push(commits.id(index));
  }
  return ids;
}

function frame(
  { law }: Gate,
  { schemaVersion, tool, place, decidedAt, subject, notices }: Report,
  { since }: SimulateRequest,
  assumed: Law["preset"] | null,
): Omit<Simulation, "counts" | "today" | "rules" | "authors" | "months" | "folders" | "proposal"> {
  const { digest: policyDigest, sources: policySources, preset, enforceFrom } = law;
  return {
    schemaVersion,
    kind: "simulate",
    tool,
    policyDigest,
    policySources,
    preset,
    assumed,
    place,
    decidedAt,
    enforceFrom,
    subject: { label: subject.label, since, complete: subject.complete },
    notices,
  };
}

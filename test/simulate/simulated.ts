import type { Simulation } from "../../src/core/simulation.ts";
import { type SimulateRequest, simulate } from "../../src/simulate.ts";
import type { TemporaryRepository } from "../git/repo.ts";

/** The day of the tests, the same as `judge` has. */
const NOW = new Date("2024-01-01T00:00:00Z");

/** Simulates as the command line would without any option, in CI. */
export async function simulated(
  { root, env }: Pick<TemporaryRepository, "root" | "env">,
  request: Partial<SimulateRequest> = {},
): Promise<Simulation> {
  const plain: SimulateRequest = { range: "HEAD", since: null, preset: null, depth: 1, place: "ci" };
  return simulate({ cwd: root, env, now: () => NOW }, { ...plain, ...request });
}

/** Three numbers that a report and a simulation both tell. */
export function verdicts(counts: {
  readonly passed: number;
  readonly failed: number;
  readonly undecided: number;
}) {
  const { passed, failed, undecided } = counts;
  return { passed, failed, undecided };
}

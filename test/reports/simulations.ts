import type { Simulation } from "../../src/core/simulation.ts";

const group = (name: string, commits: number, blocked: number) => ({ name, commits, blocked, undecided: 0 });

/** A simulation of a thousand commits, one of which passes. */
export function simulation(parts: Partial<Simulation> = {}): Simulation {
  return {
    schemaVersion: 1,
    kind: "simulate",
    tool: { name: "golden-thread", version: "0.0.0" },
    policyDigest: "d".repeat(64),
    policySources: ["golden-thread.yml"],
    preset: "standard",
    assumed: null,
    place: "hook",
    decidedAt: "2026-11-22T12:00:00.000Z",
    enforceFrom: null,
    subject: { label: "HEAD", since: null, complete: true },
    counts: { blocked: 9998, undecided: 0, warned: 1, passed: 1, commits: 10_000, beforeBaseline: 7 },
    today: { passed: 2, failed: 9998, undecided: 0 },
    rules: [
      { rule: "reference-required", blocked: 9998, undecided: 0, warned: 0, unknown: 0 },
      { rule: "change-size", blocked: 0, undecided: 0, warned: 1, unknown: 0 },
    ],
    authors: [group("Ada <ada@example.com>", 9998, 9997), group("Bo \u001b[31m<bo@example.com>", 2, 1)],
    months: [group("2026-09", 5000, 4999), group("2026-10", 5000, 4999)],
    folders: {
      depth: 1,
      rows: [
        { folder: "src", blocked: 9997 },
        { folder: "\u001b]0;x", blocked: 1 },
      ],
    },
    proposal: {
      baseline: "a".repeat(40),
      after: 1,
      enforceFrom: "2026-12-06",
      file: "golden-thread.yml",
      lines: [`baseline: { commit: ${"a".repeat(40)} }`, "enforce_from: 2026-12-06"],
    },
    notices: ["trusted-tree: working tree"],
    ...parts,
  };
}

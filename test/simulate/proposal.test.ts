import { describe, expect, test } from "vitest";
import type { Simulation } from "../../src/core/simulation.ts";
import type { TemporaryRepository } from "../git/repo.ts";
import { backlogRepository, judge } from "../history/judged.ts";
import { simulated } from "./simulated.ts";

const POLICY = "version: 1\nremotes:\n  tasks: { kind: markdown }\n";

function good(repository: TemporaryRepository, name: string): string {
  return repository.commit(`${name} (TASK-1)`, { [`${name}.txt`]: name });
}

function rogue(repository: TemporaryRepository, name: string): string {
  return repository.commit(name, { [`${name}.txt`]: name });
}

/** The policy with what was proposed written into it. */
function follow(repository: TemporaryRepository, { proposal }: Simulation, policy = POLICY): void {
  repository.write("golden-thread.yml", `${policy}${proposal.lines.join("\n")}\n`);
}

describe("a proposal that is followed blocks nothing that is there", () => {
  test("the newest commit that fails, where all that come after it pass", async () => {
    const repository = backlogRepository(POLICY);
    rogue(repository, "one");
    good(repository, "two");
    const last = rogue(repository, "three");
    for (const name of ["four", "five", "six", "seven", "eight"]) good(repository, name);
    const before = await simulated(repository);
    expect(before.proposal).toMatchObject({ baseline: last, after: 5, enforceFrom: "2024-01-15" });
    follow(repository, before);
    const after = await simulated(repository);
    expect(after.counts).toMatchObject({ commits: 5, blocked: 0, beforeBaseline: 4 });
    expect(after.proposal.lines).toEqual([]);
    expect((await judge(repository, { range: "HEAD" })).verdict).toBe("pass");
  });

  test("the merge that brought the last of them", async () => {
    const repository = backlogRepository(POLICY);
    good(repository, "base");
    repository.git("switch", "--quiet", "-c", "side");
    rogue(repository, "old-and-rogue");
    repository.git("switch", "--quiet", "main");
    for (const name of ["one", "two", "three", "four"]) good(repository, name);
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge the side (TASK-1)", "side");
    const merge = repository.git("rev-parse", "HEAD");
    for (const name of ["five", "six", "seven"]) good(repository, name);
    const before = await simulated(repository);
    expect(before.proposal).toMatchObject({ baseline: merge, after: 3 });
    follow(repository, before);
    expect((await simulated(repository)).counts).toMatchObject({ commits: 3, blocked: 0 });
  });

  test("the tip, where it fails itself", async () => {
    const repository = backlogRepository(POLICY);
    const tip = rogue(repository, "last");
    expect((await simulated(repository)).proposal).toMatchObject({ baseline: tip, after: 0 });
  });

  test("none, where nothing fails: and a policy that enforces is left as it is", async () => {
    const repository = backlogRepository(POLICY);
    good(repository, "one");
    const { proposal } = await simulated(repository);
    expect(proposal).toMatchObject({ baseline: null, enforceFrom: null, lines: [] });
  });

  test("with the preset that it was judged by", async () => {
    const repository = backlogRepository(`${POLICY}preset: observe\n`);
    rogue(repository, "one");
    const before = await simulated(repository);
    follow(repository, before);
    const after = await simulated(repository);
    expect(after).toMatchObject({ preset: "standard", assumed: null, enforceFrom: "2024-01-15" });
    expect(after.counts.blocked).toBe(0);
  });

  test("every length of the passing end is found", async () => {
    for (const length of [1, 2, 3, 6, 9]) {
      const repository = backlogRepository(POLICY);
      const last = rogue(repository, "rogue");
      for (let at = 0; at < length; at++) good(repository, `good-${at}`);
      expect((await simulated(repository)).proposal).toMatchObject({ baseline: last, after: length });
    }
  });
});

import { describe, expect, test } from "vitest";
import { copyOf, type TemporaryRepository } from "../git/repo.ts";
import { backlogRepository, judge, task } from "../history/judged.ts";
import { simulated, verdicts } from "./simulated.ts";

const REMOTE = "version: 1\nremotes:\n  tasks: { kind: markdown }\n";

/** Two authorised commits, two rogue ones, one for a closed task, a merge, and a revert of a rogue one. */
function made(): TemporaryRepository {
  const repository = backlogRepository(REMOTE);
  repository.commit("Rogue", { "a.txt": "1" });
  repository.git("switch", "--quiet", "-c", "side");
  repository.commit("Work (TASK-1)", { "src/b.txt": "1" });
  repository.commit("Rogue on the side", { "src/deep/c.txt": "1" });
  repository.git("switch", "--quiet", "main");
  repository.commit("Close (TASK-2)", { "backlog/tasks/task-2 - Work-2.md": task(2, "Done") });
  repository.commit("Late (TASK-2)", { "a.txt": "2" });
  repository.commit("Elsewhere (ABC-1)", { "d.txt": "1" });
  repository.git("merge", "--quiet", "--no-edit", "side");
  repository.git("revert", "--no-edit", "HEAD~1");
  return repository;
}

const original = made();

/** That history, in a work tree of its own with the policy that it is judged by. */
function history(policy = REMOTE): TemporaryRepository {
  const repository = copyOf(original, 7);
  repository.write("golden-thread.yml", policy);
  return repository;
}

async function both(repository: TemporaryRepository, range: string) {
  const report = await judge(repository, { range });
  const simulation = await simulated(repository, { range });
  return { report, simulation };
}

describe("what would have been blocked is what check range says", () => {
  test.each([
    ["everything", REMOTE, "HEAD"],
    ["a range", REMOTE, "HEAD~3..HEAD"],
    ["one commit", REMOTE, "HEAD~1..HEAD"],
    ["strict", `${REMOTE}preset: strict\n`, "HEAD"],
    ["a policy that looks at paths", `${REMOTE}scopes: [{ paths: ["src/**"], exempt: true }]\n`, "HEAD"],
    [
      "a rule that can't be answered",
      `${REMOTE}  jira: { kind: jira, site: example.atlassian.net, projects: [ABC] }\n`,
      "HEAD",
    ],
  ])("%s", async (_name, policy, range) => {
    const { report, simulation } = await both(history(policy), range);
    expect(verdicts(simulation.today)).toEqual(verdicts(report.counts));
    expect(simulation.counts).toMatchObject({
      commits: report.counts.commits,
      blocked: report.counts.failed,
      undecided: report.counts.undecided,
      beforeBaseline: 0,
    });
    expect(simulation.counts.warned + simulation.counts.passed).toBe(report.counts.passed);
    expect(simulation.policyDigest).toBe(report.policyDigest);
  });

  test("an answer that could not be had is told apart from a fail", async () => {
    const policy = `${REMOTE}  jira: { kind: jira, site: example.atlassian.net, projects: [ABC] }\n`;
    const inCi = await simulated(history(policy));
    // The commit and its revert, which rests on the same ticket.
    expect(inCi.counts.undecided).toBe(2);
    expect(inCi.rules.map(({ undecided }) => undecided)).toContain(2);
    const inHook = await simulated(history(policy), { place: "hook" });
    expect(inHook.counts).toEqual({ ...inCi.counts, undecided: 0, passed: inCi.counts.passed + 2 });
    expect(inHook.rules.map(({ unknown }) => unknown)).toContain(2);
  });

  test("commits before the baseline are counted and never judged", async () => {
    const repository = history();
    const baseline = repository.git("rev-parse", "HEAD~2");
    repository.write("golden-thread.yml", `${REMOTE}baseline: { commit: ${baseline} }\n`);
    const { report, simulation } = await both(repository, "HEAD");
    expect(report.counts.beforeBaseline).toBeGreaterThan(0);
    expect(simulation.counts.beforeBaseline).toBe(report.counts.beforeBaseline);
    expect(verdicts(simulation.today)).toEqual(verdicts(report.counts));
  });

  test("every table adds up to the same commits", async () => {
    const { counts, authors, months, rules } = await simulated(history());
    const total = (rows: readonly { commits: number; blocked: number }[], what: "commits" | "blocked") =>
      rows.reduce((sum, row) => sum + row[what], 0);
    expect(counts.blocked).toBeGreaterThan(2);
    expect([total(authors, "commits"), total(months, "commits")]).toEqual([counts.commits, counts.commits]);
    expect([total(authors, "blocked"), total(months, "blocked")]).toEqual([counts.blocked, counts.blocked]);
    expect(Math.max(...rules.map(({ blocked }) => blocked))).toBeLessThanOrEqual(counts.blocked);
  });

  test("since a day, earlier commits are in no number", async () => {
    const repository = backlogRepository();
    repository.commit("Rogue", { "a.txt": "1" });
    const late = "2023-12-24T12:00:00Z";
    const env = { GIT_AUTHOR_DATE: late, GIT_COMMITTER_DATE: late };
    repository.run(["commit", "--allow-empty", "-m", "Rogue again"], { env });
    const { counts, months, today } = await simulated(repository, { since: "2023-12-24T00:00:00.000Z" });
    expect(counts).toMatchObject({ commits: 1, blocked: 1 });
    expect(months).toEqual([{ name: "2023-12", commits: 1, blocked: 1, undecided: 0 }]);
    expect(today).toEqual({ passed: 0, failed: 1, undecided: 0 });
  });
});

describe("a policy that does not block yet hides nothing", () => {
  test("a date that lies ahead", async () => {
    const enforced = await simulated(history());
    const { report, simulation } = await both(history(`${REMOTE}enforce_from: 2027-01-15\n`), "HEAD");
    expect(report.counts.failed).toBe(0);
    expect(verdicts(simulation.today)).toEqual(verdicts(report.counts));
    expect(simulation.counts).toEqual(enforced.counts);
    expect(simulation.rules).toEqual(enforced.rules);
    expect(simulation.proposal.enforceFrom).toBe("2027-01-15");
  });

  test("a preset that only observes is judged as standard", async () => {
    const enforced = await simulated(history());
    const { report, simulation } = await both(history(`${REMOTE}preset: observe\n`), "HEAD");
    expect(report.counts.failed).toBe(0);
    expect(verdicts(simulation.today)).toEqual(verdicts(report.counts));
    expect(simulation).toMatchObject({ preset: "observe", assumed: "standard" });
    expect(simulation.counts).toEqual(enforced.counts);
    expect(simulation.proposal.lines).toContain("preset: standard");
  });

  test("what the policy says of a rule stands under an assumed preset", async () => {
    const policy = `${REMOTE}preset: observe\nrules: { reference-required: off, ticket-authorised: warn }\n`;
    const { counts, rules } = await simulated(history(policy));
    expect(counts.blocked).toBe(0);
    expect(rules.find(({ rule }) => rule === "ticket-authorised")?.warned).toBeGreaterThan(0);
  });

  test("a named preset is judged by", async () => {
    const strict = await simulated(history(`${REMOTE}preset: strict\n`));
    const asked = await simulated(history(), { preset: "strict" });
    expect(asked.counts).toEqual(strict.counts);
    expect(asked).toMatchObject({ preset: "standard", assumed: "strict" });
  });
});

test("the law may be that of another commit", async () => {
  const repository = history();
  repository.git("tag", "lawful");
  repository.write("golden-thread.yml", "version: 1\nrules: { reference-required: off }\n");
  const there = await simulated(repository, { policyRef: "lawful" });
  const here = await simulated(repository);
  expect(there.counts.blocked).toBeGreaterThan(here.counts.blocked);
  await expect(simulated(repository, { policyRef: "lawfull" })).rejects.toMatchObject({ code: "repository" });
});

import { afterAll, describe, expect, test } from "vitest";
import { READER } from "../servers/github/seed.ts";
import { stepOf } from "./example-step.ts";
import { actionNode } from "./node.ts";
import type { ActionRun } from "./runner.ts";
import { type ActionScene, openActionScene, type Staging } from "./scene.ts";

const scenes: ActionScene[] = [];
afterAll(async () => {
  for (const one of scenes) await one.close();
});

/** Somebody else's open issue, older than the work. */
const TICKET = { number: 77, title: "Signing in", type: "Bug", user: READER } as const;
const LONG_AGO = "2023-01-01T08:00:00Z";

/** A private repository, of whose commits one names a ticket and one does not. */
async function scene(staging: Staging = {}): Promise<ActionScene> {
  const opened = await openActionScene({
    private: true,
    persist: false,
    title: "Fix the login",
    head: [
      { message: "Begin (#77)\n", files: { "src/a.js": "a\n" } },
      { message: "Go on\n", files: { "src/a.js": "b\n" } },
    ],
    ...staging,
  });
  opened.ticket({ ...TICKET, createdAt: LONG_AGO, updatedAt: LONG_AGO });
  scenes.push(opened);
  return opened;
}

const verdictOf = ({ outputs, exitCode }: ActionRun) => [outputs.verdict, exitCode];
const refusals = ({ log }: ActionRun) => log.filter((line) => line.startsWith("Not done"));

describe(`a workflow that is copied and nothing else works, under ${actionNode.label}`, () => {
  test("minimal: a pull request is told what is wrong, and a push is judged again", async () => {
    const one = await scene();
    const opened = await one.run("pull_request", "opened", stepOf("minimal.yml"));
    expect([verdictOf(opened), refusals(opened)]).toEqual([["fail", 1], []]);
    expect(one.comments()).toHaveLength(1);
    expect(one.artifacts.names()).toEqual(["golden-thread-audit"]);
    one.edit({ title: "Fix the login (#77)" });
    const pushed = await one.run("push", "", { ...stepOf("minimal.yml"), push: one.merge("squash") });
    expect([verdictOf(pushed), refusals(pushed)]).toEqual([["pass", 0], []]);
  });

  test("strict-merge-queue: what the queue builds is judged by the strict preset", async () => {
    const one = await scene({
      title: "Fix the login (#77)",
      head: [{ message: "Begin (#77)\n", files: { "src/a.js": "a\n" } }],
    });
    const opened = await one.run("pull_request", "opened", stepOf("strict-merge-queue.yml"));
    expect(refusals(opened)).toEqual([]);
    expect(opened.summary).toContain("preset strict");
    expect(one.comments()).toHaveLength(1);
    const queue = one.queue([one.number], "squash");
    const queued = await one.run("merge_group", "checks_requested", {
      ...stepOf("strict-merge-queue.yml"),
      queue,
    });
    expect([refusals(queued), verdictOf(queued)]).toEqual([[], verdictOf(opened)]);
  });

  test("forks: the first stage writes nothing, the second comments and adds the check", async () => {
    const one = await scene({ from: "fork" });
    const first = await one.run("pull_request", "opened", stepOf("forks-judge.yml"));
    expect([verdictOf(first), refusals(first), one.writes()]).toEqual([["fail", 1], [], []]);
    const second = await one.run("workflow_run", "", stepOf("forks-comment.yml"));
    expect([verdictOf(second), refusals(second)]).toEqual([["fail", 1], []]);
    expect([one.comments().length, one.store.checkRuns.length]).toEqual([1, 1]);
    expect(one.artifacts.names()).toEqual(["golden-thread-audit", "golden-thread-audit-second"]);
  });

  test("pull-request-target: one stage does the same for a fork", async () => {
    const one = await scene({ from: "fork" });
    const run = await one.run("pull_request_target", "opened", stepOf("pull-request-target.yml"));
    expect([verdictOf(run), refusals(run)]).toEqual([["fail", 1], []]);
    expect([one.comments().length, one.store.checkRuns.length]).toEqual([1, 1]);
  });

  test("scheduled-audit: the history by schedule, and by hand the pull requests that name a ticket", async () => {
    const one = await scene();
    const audit = await one.run("schedule", "", stepOf("scheduled-audit.yml"));
    expect(refusals(audit)).toEqual([]);
    expect(JSON.parse(audit.outputs.counts ?? "")).toMatchObject({ commits: 1 });
    const again = await one.run("workflow_dispatch", "", stepOf("scheduled-audit.yml", { ticket: "#77" }));
    expect([verdictOf(again), refusals(again)]).toEqual([["fail", 1], []]);
    expect([one.comments().length, one.store.checkRuns.length]).toEqual([1, 1]);
  });
});

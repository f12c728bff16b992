import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import type { ActionRun } from "./runner.ts";
import { type ActionScene, openActionScene, type Staging } from "./scene.ts";

const LAW = "version: 1\npreset: standard\nremotes: { tasks: { kind: markdown } }\n";
const LOOSE = "version: 1\npreset: observe\nremotes: { tasks: { kind: markdown } }\n";
const BASE = { "golden-thread.yml": LAW, "backlog/config.yml": "project_name: shop\ntask_prefix: task\n" };

const scenes: ActionScene[] = [];
async function scene(staging: Staging): Promise<ActionScene> {
  const opened = await openActionScene({ base: BASE, ...staging });
  scenes.push(opened);
  return opened;
}
afterAll(async () => {
  for (const one of scenes) await one.close();
});

const told = ({ annotations }: ActionRun) => annotations.map(({ message }) => message).join("\n");
const tip = (one: ActionScene, ref: string) => one.objects.resolve(ref) ?? "";

/** The same commits once more, into a branch whose law lets everything pass. */
function intoLax(one: ActionScene): number {
  one.author.git("switch", "--quiet", "--create", "lax", "main");
  one.author.commit("Loosen", { "golden-thread.yml": LOOSE });
  one.author.git("push", "--quiet", one.bare.root, "lax");
  one.author.git("switch", "--quiet", "topic");
  const { author } = one.pull();
  const number = one.open({ branch: "topic", title: "Elsewhere", body: "", author });
  Object.assign(one.pull(number), { base: "lax", baseCommit: tip(one, "refs/heads/lax") });
  return number;
}

const checks = (one: ActionScene) => one.store.checkRuns.map(({ told }) => told.conclusion);

describe("a check of a pull request's head says pass, and nobody has judged the pull request", () => {
  test("because its branch was started by hand, by a law or for a ticket of its own", async () => {
    const one = await scene({
      title: "Work",
      head: [{ message: "Work\n", files: { "golden-thread.yml": LOOSE } }],
    });
    const env = { GITHUB_REF: "refs/heads/topic", GITHUB_SHA: tip(one, "refs/heads/topic") };
    const runs = await Promise.all(
      [{}, { ticket: "TASK-9" }].map((inputs) => one.run("workflow_dispatch", "", { env, inputs })),
    );
    for (const run of runs) {
      expect([run.exitCode, run.outputs.verdict]).toEqual([2, undefined]);
      expect(told(run)).toMatch(/found: refs\/heads\/topic\nwanted: refs\/heads\/main/);
    }
  });

  test("because another pull request of the same commits goes to a branch with another law", async () => {
    const one = await scene({ title: "Work", head: [{ message: "Work\n", files: { "a.js": "1\n" } }] });
    const lax = intoLax(one);
    const run = await one.run("pull_request", "opened", { number: lax });
    expect([run.exitCode, run.outputs.verdict]).toEqual([1, "fail"]);
    expect(run.summary).toContain(`Pull request ${one.number} has the same head`);
    expect([one.comments().length, one.comments(lax).length]).toEqual([1, 0]);
    const second = await one.run("workflow_run");
    expect([second.exitCode, checks(one)]).toEqual([1, ["failure"]]);
  });

  test("because it was pushed onto a commit that brought another law", async () => {
    const one = await scene({
      title: "Work",
      head: [{ message: "Loosen\n", files: { "golden-thread.yml": LOOSE } }, { message: "Work\n" }],
    });
    const ref = "refs/heads/topic";
    const after = tip(one, ref);
    const push = { ref, before: one.bare.git("rev-parse", `${after}^`), after };
    const run = await one.run("push", "", { push });
    expect([run.exitCode, run.outputs.verdict, run.outputs["report-path"]]).toEqual([
      ...[1, "fail"],
      expect.stringMatching(/audit\/report.json$/),
    ]);
  });

  test("because the queue holds a law that is not merged yet", async () => {
    const one = await scene({
      title: "Loosen",
      head: [{ message: "Loosen\n", files: { "golden-thread.yml": LOOSE } }],
    });
    const first = one.queue([one.number], "squash");
    one.author.git("switch", "--quiet", "--create", "other", "main");
    one.commit("Work\n", { "b.js": "1\n" });
    const number = one.open({ branch: "other", title: "Work", body: "", author: one.pull().author });
    const whole = one.queue([one.number, number], "squash");
    const base = one.bare.git("rev-parse", `${whole.head}^`);
    const ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`;
    one.bare.git("update-ref", ref, whole.head);
    const run = await one.run("merge_group", "", { queue: { ...whole, ref, base } });
    expect(first.base).toBe(whole.base);
    expect([run.exitCode, run.outputs.verdict]).toEqual([1, "fail"]);
    const report = JSON.parse(readFileSync(run.outputs["report-path"] ?? "", "utf8"));
    expect([report.preset, report.notices]).toEqual([
      "standard",
      [`trusted-tree: ${first.base.slice(0, 7)}`],
    ]);
  });
});

describe("a later step takes for passed what nobody has judged", () => {
  test("a tag, a branch that is gone, and a ticket that no pull request names", async () => {
    const one = await scene({});
    const after = tip(one, "refs/heads/topic");
    const pushes = [
      { ref: "refs/tags/v1", before: null, after },
      { ref: "refs/heads/old", before: after, after: null },
    ];
    for (const push of pushes) {
      const run = await one.run("push", "", { push });
      expect([run.exitCode, run.outputs.verdict, run.outputs.coverage]).toEqual([0, "", ""]);
      expect(run.log.join("\n")).toContain("nothing to judge");
    }
    const run = await one.run("workflow_dispatch", "", { inputs: { ticket: "TASK-9" } });
    expect([run.exitCode, run.outputs.verdict]).toEqual([0, ""]);
  });
});

test("a new branch at the tip of main fails, though it brings nothing", async () => {
  const one = await scene({});
  const push = { ref: "refs/heads/release", before: null, after: tip(one, "refs/heads/main") };
  const run = await one.run("push", "", { push });
  expect([run.exitCode, run.outputs.verdict]).toEqual([0, "pass"]);
});

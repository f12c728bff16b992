import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openPlants } from "./plants.ts";
import type { ActionRun } from "./runner.ts";
import { type ActionScene, JOB_TOKEN } from "./scene.ts";
import { scenesOfFile } from "./scenes-of-file.ts";

const LOOSE = "version: 1\npreset: observe\nremotes: { tasks: { kind: markdown } }\n";
const LAW = `version: 1
preset: standard
remotes: { tasks: { kind: markdown } }
authorise: { new_tasks: deny, states: [in_progress] }
waivers: { file: waivers.yml }
rules: { author-is-assignee: enforce }
people: { bob@example.com: [bob] }
`;
const CONFIG = 'project_name: shop\ntask_prefix: task\nstatuses: ["To Do", "In Progress", "Done"]\n';
const WAIVER = `- id: W-1
  rules: [reference-required, ticket-authorised, author-is-assignee, policy-change-authorised]
  for: { pr: 300 }
  reason: Because
  approver: bob
  created: 2026-11-01
  expires: 2099-01-01
`;

function task(number: number, status: string): string {
  const head = `id: TASK-${number}\ntitle: Work ${number}\nstatus: ${status}\nassignee: ['@bob']\ncreated_date: 2020-11-01`;
  return `---\n${head}\n---\n\nText.\n`;
}

const scene = scenesOfFile();

function reportOf({ outputs }: ActionRun) {
  return JSON.parse(readFileSync(outputs["report-path"] ?? "", "utf8"));
}

const tip = (one: ActionScene, ref = "refs/heads/main") => one.objects.resolve(ref);

describe("a pull request authorises itself", () => {
  test("by another law, an open or a new task, a waiver, another name, owners or workflows of its own", async () => {
    const one = await scene({
      base: {
        "golden-thread.yml": LAW,
        "backlog/config.yml": CONFIG,
        "backlog/tasks/task-1 - Work.md": task(1, "In Progress"),
        "backlog/tasks/task-2 - Work.md": task(2, "Done"),
      },
      title: "Help myself",
      head: [
        { message: "Loosen the law\n", files: { "golden-thread.yml": LOOSE } },
        {
          message: "Open it (TASK-2)\n",
          files: { "backlog/tasks/task-2 - Work.md": task(2, "In Progress") },
        },
        {
          message: "Bring one (TASK-9)\n",
          files: { "backlog/tasks/task-9 - Work.md": task(9, "In Progress") },
        },
        { message: "Waive it all\n", files: { "waivers.yml": WAIVER } },
        { message: "Be Bob (TASK-1)\n", files: { ".mailmap": "Bob <bob@example.com> <ada@example.com>\n" } },
        {
          message: "Own it (TASK-1)\n",
          files: {
            ".github/CODEOWNERS": "* @octo-dev\n",
            ".github/workflows/golden-thread.yml": "on: push\n",
          },
        },
      ],
    });
    const base = tip(one) ?? "";
    const run = await one.run("pull_request");
    expect([run.exitCode, run.outputs.verdict, run.outputs.coverage]).toEqual([1, "fail", "0.0"]);
    const report = reportOf(run);
    expect(report).toMatchObject({
      preset: "standard",
      waivers: [],
      notices: [`trusted-tree: ${base.slice(0, 7)}`],
      proposal: { base: { branch: "main", commit: base } },
      counts: { commits: 6, passed: 0, failed: 6 },
    });
    const told = run.annotations.map(({ title, message }) => `${title} ${message.split("\n")[0]}`).join("\n");
    for (const wanted of [
      /policy-change-authorised \w+ Loosen the law, golden-thread.yml: .* no ticket is named/,
      /ticket-authorised \w+ Open it \(TASK-2\): TASK-2 is "Done" \(done\)/,
      /ticket-authorised \w+ Bring one \(TASK-9\): TASK-9 comes with this very change/,
      /policy-change-authorised \w+ Waive it all, waivers.yml: /,
      /author-is-assignee \w+ Be Bob \(TASK-1\): TASK-1 is assigned to bob, not to Ada Author/,
      /author-is-assignee \w+ Own it \(TASK-1\)/,
    ])
      expect(told).toMatch(wanted);
    expect(one.comments().join()).toMatch(/Judged by the policy of `main` \(standard, `\w+`\)/);
    expect(run.summary).toContain(`by the policy of \`${base.slice(0, 12)}\``);
  });

  test("by the first policy of all, or by one that it names itself", async () => {
    const one = await scene({
      base: { "backlog/config.yml": CONFIG, "policies/gate.yml": LAW },
      title: "Help myself",
      head: [
        {
          message: "Bring the law\n",
          files: { "golden-thread.yml": LOOSE, "policies/gate.yml": LOOSE, "policies/own.yml": LOOSE },
        },
      ],
    });
    const none = await one.run("pull_request");
    expect([none.outputs.verdict, reportOf(none).preset, reportOf(none).policySources]).toEqual([
      ...["fail", "standard"],
      [],
    ]);
    const [named, own] = await Promise.all(
      ["policies/gate.yml", "policies/own.yml"].map((policy) =>
        one.run("pull_request", "opened", { inputs: { policy } }),
      ),
    );
    expect(named?.outputs.verdict).toBe("fail");
    expect(named === undefined ? null : reportOf(named)).toMatchObject({
      preset: "standard",
      policySources: ["policies/gate.yml"],
    });
    expect([own?.exitCode, own?.outputs.verdict]).toEqual([2, undefined]);
    expect(own?.annotations.map(({ message }) => message).join()).toContain(`${tip(one)?.slice(0, 7)}`);
    expect(own?.annotations.map(({ message }) => message).join()).toContain("policies/own.yml");
  });

  test("by a base with a law of its own, and then another base while the payload stays", async () => {
    const one = await scene({
      base: { "golden-thread.yml": LAW, "backlog/config.yml": CONFIG },
      title: "Work",
    });
    one.author.git("switch", "--quiet", "--create", "lax", "main");
    one.author.commit("Loosen", { "golden-thread.yml": LOOSE });
    one.author.git("push", "--quiet", one.bare.root, "lax");
    one.author.git("switch", "--quiet", "topic");
    one.push();
    const lax = tip(one, "refs/heads/lax");
    Object.assign(one.pull(), { base: "lax", baseCommit: lax });
    const stale = one.event("pull_request");
    const before = await one.run("pull_request", "opened", { event: stale });
    expect([before.outputs.verdict, reportOf(before).preset]).toEqual(["pass", "observe"]);
    Object.assign(one.pull(), { base: "main", baseCommit: tip(one) });
    const after = await one.run("pull_request", "edited", { event: stale });
    expect([after.outputs.verdict, reportOf(after).preset]).toEqual(["fail", "standard"]);
    expect(reportOf(after).proposal.base).toEqual({ branch: "main", commit: tip(one) });
  });
});

describe("a stranger's head, or a step before, has programs started", () => {
  test.each([
    ["pull_request", true],
    ["pull_request_target", false],
    ["workflow_run", false],
  ])("on %s, from a branch that is called main too", async (eventName, isRedirected) => {
    const plants = openPlants();
    const one = await scene({ base: { "golden-thread.yml": LAW, "backlog/config.yml": CONFIG } });
    one.author.git("switch", "--quiet", "main");
    one.commit("Move in\n", { ...plants.files, "golden-thread.yml": LOOSE });
    const number = one.open({
      branch: "main",
      title: "Move in",
      body: "",
      fork: true,
      author: one.pull().author,
    });
    const base = tip(one);
    const run = await one.run(eventName, "opened", {
      number,
      prepare: (workspace) =>
        plants.plant(workspace, isRedirected ? `${one.store.origin()}/acme/shop` : null),
    });
    expect(plants.ran()).toBe("");
    expect([run.exitCode, run.outputs.verdict]).toEqual([1, "fail"]);
    expect(reportOf(run).proposal).toMatchObject({
      base: { branch: "main", commit: base },
      head: { branch: "main", isFork: true },
    });
    expect(run.summary.includes("transport \\'ext\\' not allowed")).toBe(isRedirected);
    expect(run.raw.replaceAll(`::add-mask::${JOB_TOKEN}`, "")).not.toContain(JOB_TOKEN);
  });
});

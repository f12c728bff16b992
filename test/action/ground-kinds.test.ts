import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { actionNode } from "./node.ts";
import type { ActionScene } from "./scene.ts";
import { happen, openThread, TICKET } from "./thread.ts";
import type { Clone } from "./workspace.ts";

const scenes: ActionScene[] = [];
async function thread(...args: Parameters<typeof openThread>): Promise<ActionScene> {
  const scene = await openThread(...args);
  scenes.push(scene);
  return scene;
}
afterAll(async () => {
  for (const scene of scenes) {
    expect(scene.problems()).toEqual([]);
    await scene.close();
  }
});

const TITLE = `Fix the login loop (#${TICKET})`;

/** More than GitHub lists of a pull request. */
const MANY = 300;

/** A stream of git's fast-import with commits that change nothing. */
function steps(branch: string, count: number): string {
  const person = "Ada Author <ada@example.com> 1700200000 +0000";
  const commits = Array.from({ length: count }, (_, at) => {
    const message = `Step ${at + 1}\n`;
    const from = at === 0 ? `from refs/heads/${branch}^0\n` : "";
    return `commit refs/heads/${branch}\nauthor ${person}\ncommitter ${person}\ndata ${message.length}\n${message}${from}\n`;
  });
  return commits.join("");
}

describe(`what a job has is not what every test has (${actionNode.label})`, () => {
  test("a pull request of 300 commits passes where its clone is short of them, or there is none", async () => {
    const scene = await thread({ title: TITLE });
    scene.author.run(["fast-import", "--quiet"], { input: steps("topic", MANY - 1) });
    scene.push();
    const run = (clone: Clone) =>
      happen(scene, "pull_request", "opened", { clone, inputs: { "artifact-name": clone } });
    const [full, shallow] = await Promise.all([run("full"), run("shallow")]);
    // Whoever came second with the spec has judged what the first wrote.
    expect(scene.pull().body.split("golden-thread:spec:begin")).toHaveLength(2);
    const none = await run("none");
    for (const { result, outputs } of [full, shallow, none]) {
      expect([result, outputs.verdict]).toEqual(["success", "pass"]);
      expect(JSON.parse(outputs.counts ?? "")).toMatchObject({ commits: MANY, passed: MANY, failed: 0 });
      expect(outputs.tickets).toBe(`["acme/shop#${TICKET}"]`);
    }
  });

  test("a fork's run writes, or its second stage believes the first", async () => {
    const scene = await thread({ from: "fork", body: "Mine.\r\n" });
    const first = await happen(scene, "pull_request", "opened");
    expect([first.result, first.outputs.verdict, first.wrote]).toEqual(["failure", "fail", []]);
    expect(first.files).toContain("report.json");
    expect(first.summary).toContain("the pull request comes from a fork");
    scene.edit({ title: TITLE });
    const second = await happen(scene, "workflow_run", "", { clone: "none" });
    const blocking = second.annotations.filter(({ level }) => level === "error");
    expect(blocking.map(({ title }) => title)).toEqual(["golden-thread: spec-in-body"]);
    expect(second.outputs).toMatchObject({
      verdict: "fail",
      tickets: `["acme/shop#${TICKET}"]`,
      coverage: "100.0",
    });
    expect(scene.comments()).toHaveLength(1);
    expect(scene.comments()[0]).toContain("spec-in-body");
    expect(scene.store.checkRuns).toMatchObject([
      { told: { name: "golden-thread", conclusion: "failure", head_sha: scene.pull().commits.at(-1)?.id } },
    ]);
    expect(scene.pull().body).toBe("Mine.\r\n");
  });

  test("a server of one's own has no audit, since nobody takes artifacts there", async () => {
    const scene = await thread({ ghes: true, title: TITLE, clone: "none" });
    const run = await scene.run("pull_request", "opened");
    expect([run.result, run.outputs.verdict, run.outputs["artifact-id"]]).toEqual(["success", "pass", ""]);
    const report = run.outputs["report-path"] ?? "";
    expect(JSON.parse(readFileSync(report, "utf8"))).toMatchObject({ verdict: "pass" });
    expect(existsSync(join(dirname(report), "SHA256SUMS"))).toBe(true);
    expect(run.log.join("\n")).toContain("does not work with this server");
    expect(run.annotations).toEqual([]);
    expect(scene.artifacts.names()).toEqual([]);
    expect(scene.pull().body).toContain("golden-thread:spec:begin");
  });
});

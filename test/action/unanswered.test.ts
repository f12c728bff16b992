import { describe, expect, test } from "vitest";
import type { Call } from "../servers/kit.ts";
import type { ActionRun } from "./runner.ts";
import { scenesOfFile } from "./scenes-of-file.ts";

const scene = scenesOfFile();

const told = ({ annotations }: ActionRun) => annotations.map(({ message }) => message).join("\n");

describe("one request that is never answered turns a verdict into a better one", () => {
  test("that for the settings by which a squash would lose the ticket", async () => {
    const merging = { squash_merge_commit_title: "PR_TITLE", squash_merge_commit_message: "BLANK" };
    const one = await scene({ clone: "full", title: "Fix the login loop", merging });
    const answered = await one.run("pull_request");
    expect([answered.exitCode, answered.outputs.verdict]).toEqual([1, "fail"]);
    expect(told(answered)).toContain("Merged by squash, it would become a commit that names no ticket");
    one.server.loopback.onCall = ({ path }: Call) =>
      path === "/repos/acme/shop"
        ? { status: 500, json: { message: "boom" }, headers: { "retry-after": "0" } }
        : null;
    const run = await one.run("pull_request");
    expect([run.exitCode, run.outputs.verdict]).toEqual([3, "undecided"]);
    expect(told(run)).toContain("What a squash would write is not known.");
    expect(run.log.filter((line) => line.startsWith("Not done: whether"))).toHaveLength(1);
  });

  test("that for a folder of the base, which is then taken for an empty one", async () => {
    const one = await scene({
      clone: "none",
      base: {
        "golden-thread.yml": "version: 1\nremotes: { tasks: { kind: markdown } }\n",
        "backlog/config.yml": "project_name: shop\ntask_prefix: task\n",
        "backlog/tasks/task-1 - Work.md": "---\nid: TASK-1\ntitle: Work\nstatus: In Progress\n---\n",
      },
      title: "Work (TASK-1)",
      head: [{ message: "Work (TASK-1)\n" }],
    });
    const whole = new Set<string>();
    one.server.loopback.onCall = ({ path, query }: Call) => {
      if (!path.includes("/git/trees/")) return null;
      const sha = path.split("/").at(-1) ?? "";
      if (query.has("recursive")) {
        whole.add(sha);
        return { status: 200, json: { sha, url: path, truncated: true, tree: [] } };
      }
      return whole.has(sha) ? null : { status: 404, json: { message: "Not Found" } };
    };
    const run = await one.run("pull_request");
    expect(whole.size).toBeGreaterThan(0);
    expect([run.exitCode, run.outputs.verdict]).toEqual([3, undefined]);
    expect(told(run)).toContain("GitHub does not tell all files of");
  });
});

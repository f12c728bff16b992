import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { startGithubServer } from "../servers/github/start.ts";
import { LINES, type SyncScene, syncScene, TASK } from "./sync-scene.ts";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function staged(): Promise<SyncScene & { readonly id: string }> {
  const server = await startGithubServer();
  open.push(() => server.loopback.close());
  const set = await syncScene(server);
  open.push(() => set.scene.close());
  return { ...set, id: server.seed.open.id };
}

test("a branch that has the task as it was takes its ticket back to that", async () => {
  const { sync, task, tracker, writes, scene, id } = await staged();
  const older = task();
  const there = LINES.replace("First line", "First line, there");
  await tracker.edit(id, { title: "New title", description: there });
  expect(await sync()).toMatchObject({ code: 0 });
  await scene.git("switch", "--quiet", "--create", "older");
  writeFileSync(join(scene.root, TASK), older);
  await tracker.edit(id, { description: there.replace("Fifth line", "Fifth line, there") });
  writes();
  const status = async (...args: readonly string[]) =>
    (await scene.golden("remote", "status", ...args)).stdout;
  expect(await status()).toMatch(/TASK-1 +conflict .* ↺ title, description \(as before, on another branch\)/);
  expect(await status("--local")).toMatch(/TASK-1 +unknown .* ↺ title, description/);
  for (const _ of ["once", "twice"]) {
    const ran = await sync("--write", "--yes");
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    expect(ran.stdout).toContain("before it was changed on another branch");
    expect(writes()).toEqual([]);
  }
  expect(task()).toBe(older);
  expect(await sync("--strategy", "remote")).toMatchObject({ code: 0 });
  expect(task()).toMatch(/title: New title[\s\S]*First line, there[\s\S]*Fifth line, there/);
});

test("what somebody sets back on purpose is taken for another branch's", async () => {
  const { sync, change, tracker, id } = await staged();
  change("labels: [", "labels: [first, ");
  expect(await sync("--write", "--yes")).toMatchObject({ code: 0 });
  change("first", "second");
  expect(await sync("--write", "--yes")).toMatchObject({ code: 0 });
  change("second", "first");
  expect(await sync("--write", "--yes")).toMatchObject({ code: 0 });
  expect(await tracker.one(id)).toMatchObject({ ticket: { labels: expect.arrayContaining(["first"]) } });
});

test("a copy of a task in another folder speaks for it", async () => {
  const { sync, task, writes, scene } = await staged();
  const before = task();
  scene.write("backlog/drafts/task-1 - Copy.md", before.replace(/title: .*/, "title: A copy"));
  const ran = await sync("--write", "--yes");
  expect(ran).toMatchObject({ code: 3, stderr: "" });
  expect(ran.stdout).toContain("Several files are this task");
  const status = await scene.golden("remote", "status");
  expect(status).toMatchObject({ code: 3, stderr: "" });
  expect(status.stdout).toMatch(/TASK-1 +unknown .*Several files are this task: .*\n +TASK-1 +unknown /);
  expect(writes()).toEqual([]);
  expect(task()).toBe(before);
});

import { afterEach, expect, test } from "vitest";
import { proposeTask } from "../../src/satellite/pr.ts";
import { syncTasks } from "../../src/satellite/sync.ts";
import { openWrites, type SafeMode } from "../../src/satellite/writes.ts";
import { startGithubServer } from "../servers/github/start.ts";
import { LINES, syncScene } from "./sync-scene.ts";
import { taskFile, threadScene } from "./thread-scene.ts";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Somebody at a terminal who says yes, and what happens while they think. */
function slow(meanwhile: () => Promise<unknown>) {
  return {
    ...{ dryRun: false, yes: false, interactive: true, isCi: false, show: () => undefined },
    confirm: async () => {
      await meanwhile();
      return true;
    },
  };
}

const now = () => new Date("2026-11-22T12:00:00Z");

test("what others write while somebody is asked is written over, in a pull request", async () => {
  const { scene, forge, json, close } = await threadScene({ tracker: null, task: taskFile("") });
  open.push(close);
  const { number } = await json("remote", "pr", "TASK-7", "--push", "--yes");
  const pull = forge.pulls.get(Number(number));
  if (pull === undefined) throw new Error("no pull request");
  const theirs = `Mine\n\n${pull.body}`;
  const terms = slow(async () => {
    pull.body = theirs;
  });
  const options = { base: null, draft: false, title: "Another title", push: false };
  await expect(
    proposeTask({ cwd: scene.root, env: scene.env, now }, "TASK-7", options, terms),
  ).rejects.toThrow("changed by somebody else meanwhile");
  expect(pull.body).toBe(theirs);
}, 60_000);

test("what others write while somebody is asked is written over, in a ticket", async () => {
  const server = await startGithubServer();
  open.push(() => server.loopback.close());
  const { scene, tracker, change } = await syncScene(server);
  open.push(() => scene.close());
  const { id } = server.seed.open;
  change("Fifth line", "Fifth line, here");
  const theirs = LINES.replace("First line", "First line, there");
  const { tasks } = await syncTasks(
    { cwd: scene.root, env: { ...scene.env, CI: undefined }, now },
    {
      ...{ tasks: [], all: false, dryRun: false, progress: () => undefined },
      strategyOf: () => "merge",
      ask: async () => null,
      write: slow(() => tracker.edit(id, { description: theirs })),
    },
  );
  expect(tasks[0]?.fields).toContainEqual(
    expect.objectContaining({ field: "description", outcome: "refused" }),
  );
  expect(await tracker.one(id)).toMatchObject({ ticket: { description: theirs } });
});

test("a write that was done is on record as failed", async () => {
  const outcomes: string[] = [];
  const record: SafeMode["record"] = (_, outcome) => {
    outcomes.push(outcome);
    if (outcome === "done") throw new Error("The disk is full.");
  };
  const writes = openWrites({ ...slow(async () => null), writable: new Set(), record });
  const write = {
    ...{ remote: "r", operation: "comment" as const, target: "t", summary: "s", detail: [] },
    metadata: { task: null, spec: null, commit: null, branch: null },
  };
  await expect(writes.perform(write, async () => ({ url: null }))).rejects.toThrow("full");
  expect(outcomes).toEqual(["done"]);
});

import { afterEach, describe, expect, test } from "vitest";
import { startGithubServer } from "../servers/github/start.ts";
import { startJiraServer } from "../servers/jira/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { LINES, type SyncScene, syncScene, TASK } from "./sync-scene.ts";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const starts = {
  github: () => startGithubServer(),
  jira: () => startJiraServer({ flavour: "cloud" }),
};

async function staged(
  kind: keyof typeof starts,
  options: Parameters<typeof syncScene>[1] = {},
): Promise<SyncScene & { readonly server: TrackerServer; readonly id: string }> {
  const server = await starts[kind]();
  open.push(() => server.loopback.close());
  const set = await syncScene(server, options);
  open.push(() => set.scene.close());
  return { ...set, server, id: server.seed.open.id };
}

describe.each(["github", "jira"] as const)("%s", (kind) => {
  test("whoever never agreed is overruled by a guess", async () => {
    const { sync, task, writes } = await staged(kind, { agreed: false });
    const before = task();
    const ran = await sync();
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    expect(ran.stdout).toContain("title was changed on both sides");
    expect(ran.stdout).toContain("--strategy title=local");
    expect(task()).toBe(before);
    expect(writes()).toEqual([]);
  });

  test("an edit of one side is lost where the other side has another", async () => {
    const { sync, task, change, tracker, writes, id } = await staged(kind);
    await tracker.edit(id, {
      title: "New title",
      description: LINES.replace("First line", "First line, there"),
    });
    change("Fifth line", "Fifth line, here");
    writes();
    const ran = await sync();
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(task()).toContain("title: New title");
    expect(task()).toContain("First line, there");
    expect(task()).toContain("Fifth line, here");
    expect(ran.stdout).toContain("waits in the task for --write");
    expect(writes()).toEqual([]);
    expect(await sync("--write", "--yes")).toMatchObject({ code: 0 });
    const look = await tracker.one(id);
    expect(look).toMatchObject({
      ticket: {
        title: "New title",
        description: expect.stringMatching(/First line, there[\s\S]*Fifth line, here/),
      },
    });
    expect(writes().length).toBeGreaterThan(0);
    const after = task();
    expect(await sync("--write", "--yes")).toMatchObject({ code: 0, stdout: "1 synced\n", stderr: "" });
    expect(task()).toBe(after);
    expect(writes()).toEqual([]);
  });

  test("one of two edits of the same line disappears", async () => {
    const { sync, task, change, tracker, id } = await staged(kind);
    await tracker.edit(id, { description: LINES.replace("Third line", "Third line, there") });
    change("Third line", "Third line, here");
    const before = task();
    const ran = await sync("--write", "--yes");
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain("-Third line, there");
    expect(ran.stdout).toContain("+Third line, here");
    expect(task()).toBe(before);
    expect(await tracker.one(id)).toMatchObject({
      ticket: { description: expect.stringContaining("Third line, there") },
    });
    expect(await sync("--strategy", "description=local", "--write", "--yes")).toMatchObject({ code: 0 });
    expect(await tracker.one(id)).toMatchObject({
      ticket: { description: expect.stringContaining("Third line, here") },
    });
    expect(await sync()).toMatchObject({ code: 0, stdout: "1 synced\n" });
  });
});

test("a ticket that is gone takes its task along, or nobody hears of it", async () => {
  const { sync, task, scene, server } = await staged("github", { agreed: false });
  const { absent, open: there } = server.seed;
  scene.write(
    TASK,
    task()
      .replaceAll(there.id, absent)
      .replaceAll(there.ticket.url ?? "?", "later"),
  );
  const before = task();
  const ran = await sync();
  expect(ran.code).toBe(1);
  expect(ran.stdout).toContain("orphan");
  expect(ran.stdout).toContain("golden-thread remote unlink TASK-1");
  expect(task()).toBe(before);
});

test("without a token something is written, or the answer is no sentence", async () => {
  const { sync, task } = await staged("jira", { agreed: false, credential: false });
  const before = task();
  const ran = await sync("--strategy", "remote");
  expect(ran).toMatchObject({ code: 3, stderr: "" });
  expect(ran.stdout).toContain("no credential was used.");
  expect(task()).toBe(before);
});

test("a dry run writes, or a write goes out that nobody allowed", async () => {
  const { sync, task, change, tracker, writes, id } = await staged("jira");
  await tracker.edit(id, { title: "New title" });
  change("Fifth line", "Fifth line, here");
  writes();
  const before = task();
  const shown = await sync("--write", "--dry-run", "--json");
  expect(shown.code).toBe(0);
  expect(JSON.parse(shown.stdout)).toMatchObject({
    schemaVersion: 1,
    kind: "remote-sync",
    tasks: [{ outcome: "ahead", fields: [{ outcome: "pulled" }, { outcome: "ahead" }, {}, {}, {}] }],
  });
  expect(shown.stderr).toContain("Fifth line, here");
  expect(task()).toBe(before);
  expect(await sync("--write")).toMatchObject({ code: 2, stderr: expect.stringContaining("--yes") });
  expect(writes()).toEqual([]);
});

test("a status moves the ticket nowhere, or back and forth", async () => {
  const { sync, task, change, server, tracker, id } = await staged("jira");
  const { in_progress: target = "", done = "" } = server.seed.targets;
  change(/status: .*/.exec(task())?.[0] ?? "?", "status: In Progress");
  expect(await sync("--write", "--yes")).toMatchObject({ code: 0 });
  expect(await tracker.one(id)).toMatchObject({ ticket: { state: { category: "in_progress" } } });
  server.move(id, done);
  expect(await sync("--write", "--yes")).toMatchObject({ code: 0 });
  expect(task()).toContain("status: Done");
  expect([await sync("--write", "--yes"), target === ""]).toMatchObject([
    { code: 0, stdout: "1 synced\n" },
    false,
  ]);
});

test("a tracker that is down costs an edit, or the run ends without a word", async () => {
  const { sync, task, change, server } = await staged("jira");
  change("Fifth line", "Fifth line, here");
  const before = task();
  const gone = { status: 403, json: { errorMessages: ["Forbidden"] } };
  server.loopback.always = gone;
  expect(await sync("--write", "--yes")).toMatchObject({
    code: 3,
    stdout: expect.stringContaining("unknown   TASK-1"),
  });
  expect(task()).toBe(before);
  server.loopback.always = null;
  expect(await sync("--write", "--yes")).toMatchObject({ code: 0 });
  expect(await sync()).toMatchObject({ code: 0, stdout: "1 synced\n" });
});

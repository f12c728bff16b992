import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { golden } from "../cli/world.ts";
import { connect } from "../servers/connect.ts";
import { written } from "../servers/entry.ts";
import { servers } from "../servers/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { type Scene, type Staging, stage } from "../trackers/scene.ts";

const open: { readonly server: TrackerServer; readonly scene: Scene }[] = [];
afterAll(async () => {
  for (const { server, scene } of open) {
    scene.close();
    await server.loopback.close();
  }
});

async function staged(kind: string, staging: Staging = {}) {
  const server = await servers[kind]?.();
  if (server === undefined) throw new Error(`no server ${kind}`);
  const scene = await stage(server, staging);
  open.push({ server, scene });
  const folder = join(scene.root, "backlog/tasks");
  // The test run has a configuration of its own; trust stands in that of the scene.
  const env = { ...scene.env, GIT_CONFIG_GLOBAL: join(scene.env.HOME ?? "", ".gitconfig") };
  const run = async (...argv: readonly string[]) => golden(["remote", ...argv], { cwd: scene.root, env });
  return {
    server,
    scene,
    env,
    run,
    name: written(server, server.seed.open.id),
    files: () => (existsSync(folder) ? readdirSync(folder).sort() : []),
    path: (name: string) => join(folder, name),
    text: (name: string) => readFileSync(join(folder, name), "utf8"),
    states: async (...more: readonly string[]) => {
      const { code, stdout } = await run("status", "--json", ...more);
      const { tasks }: { tasks: readonly { task: string; state: string }[] } = JSON.parse(stdout);
      return { code, states: Object.fromEntries(tasks.map(({ task, state }) => [task, state])) };
    },
  };
}

/** What Backlog.md 1.52.0 leaves of a pulled file when it changes a label: the keys that it knows. */
function afterBacklogMd(text: string): string {
  return text.replace(/^upstream:\n(?: .*\n)+/m, "").replace(/^labels:.*\n(?: .*\n)*/m, "labels:\n  - b\n");
}

const TIME = 60_000;

describe.each(["github", "jira"])("%s: a ticket becomes a task, once", (kind) => {
  test("pulled twice there is one file; what it says is the ticket's, and an edit that drops the link does not lose it", {
    timeout: TIME,
  }, async () => {
    const { server, run, name, files, text, path, states } = await staged(kind);
    const { id } = server.seed.open;
    const shown = await run("pull", name, "--dry-run");
    expect([shown.code, files()]).toEqual([0, []]);
    expect(shown.stdout).toContain("would be backlog/tasks/task-1 - ");

    const first = await run("pull", name);
    expect([first.stderr, first.code]).toEqual(["", 0]);
    expect(first.stdout).toContain("There was no backlog, so one is begun: backlog/config.yml");
    const [file = ""] = files();
    expect(text(file)).toContain(`  id: ${kind === "github" ? id : "PROJ-"}`.trimEnd());
    const again = await run("pull", name);
    expect([again.code, again.stdout, files()]).toEqual([
      0,
      expect.stringContaining(`already backlog/tasks/${file}`),
      [file],
    ]);
    expect(again.stdout).not.toContain("Apart");
    expect(await states()).toEqual({ code: 0, states: { "TASK-1": "synced" } });

    writeFileSync(path(file), afterBacklogMd(text(file)));
    expect(text(file)).not.toContain("upstream:");
    const mended = await run("status");
    expect(mended.stderr).toContain("TASK-1 had lost its upstream");
    expect(mended.stdout).toMatch(/TASK-1 +ahead .*→ labels/);
    expect(text(file)).toMatch(/^upstream:\n {2}provider: /m);

    await (await connect(server)).edit(id, { title: "Another title" });
    const behind = await run("pull", name);
    expect(behind.stdout).toContain("golden-thread remote sync TASK-1");
    expect((await states()).states).toEqual({ "TASK-1": "behind" });
    expect(server.problems).toEqual([]);
  });

  test("--start moves the ticket first, and nothing is written upstream without a yes", {
    timeout: TIME,
  }, async () => {
    const { server, run, name, files, text } = await staged(kind);
    const tracker = await connect(server);
    const state = async () => {
      const found = await tracker.one(server.seed.open.id);
      return found.status === "found" ? found.ticket.state.category : found.status;
    };
    const before = await state();
    const refused = await run("pull", name, "--start");
    expect([refused.code, files(), await state()]).toEqual([2, [], before]);
    expect(refused.stderr).toContain("--yes");
    if (server.seed.targets.in_progress === undefined) return;
    expect(await run("pull", name, "--start", "--yes")).toMatchObject({ code: 0 });
    expect(await state()).toBe("in_progress");
    expect(text(files()[0] ?? "")).toContain("\nstatus: In Progress\n");
  });
});

test("what is assigned is pulled in one go, and a second run finds all of it there", {
  timeout: TIME,
}, async () => {
  const { run, files } = await staged("jira");
  const first = await run("pull", "--assigned");
  expect(first).toMatchObject({ code: 0, stderr: "" });
  const there = files();
  expect(there.length).toBeGreaterThan(0);
  expect((await run("pull", "--assigned", "--state", "open", "--state", "in_progress")).code).toBe(0);
  expect(files()).toEqual(there);
});

test("a hostile ticket is inert in the file and on the terminal", { timeout: TIME }, async () => {
  const { server, run, files, text } = await staged("github");
  const answer = await run("pull", written(server, server.seed.hostile));
  expect(answer.code).toBe(0);
  const [file = ""] = files();
  for (const where of [text(file).replace(/<!-- (?:SECTION|AC):.*-->/g, ""), answer.stdout])
    for (const never of ["<!--", "javascript:", "\u001b", "\u202E"]) expect(where).not.toContain(never);
  expect(text(file).slice(text(file).indexOf("## Description"))).not.toContain("<script");
});

test("a task is linked, refuses another ticket, and is unlinked without a trace", {
  timeout: TIME,
}, async () => {
  const { server, scene, run, files, text, states } = await staged("jira");
  const [one, other] = [written(server, server.seed.open.id), written(server, server.seed.done)];
  scene.write("backlog/config.yml", 'project_name: "x"\n');
  const own = "---\nid: TASK-3\ntitle: Mine # kept\nstatus: To Do\n---\n\n## Description\n\nText.\n";
  scene.write("backlog/tasks/task-3 - Mine.md", own);
  expect((await states("TASK-3")).states).toEqual({ "TASK-3": "unlinked" });
  expect(await run("link", "task-3", one)).toMatchObject({ code: 0 });
  expect(text(files()[0] ?? "")).toContain("references:\n  - ");
  expect((await run("link", "TASK-3", one)).stdout).toContain("already");
  const refused = await run("link", "TASK-3", other);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("follows another ticket")]);
  const page = await run("open", "TASK-3", "--print");
  expect([page.code, page.stdout.startsWith(server.loopback.origin)]).toEqual([0, true]);
  expect(await run("link", "TASK-3", other, "--force")).toMatchObject({ code: 0 });
  expect(await run("unlink", "TASK-3")).toMatchObject({ code: 0 });
  expect(text(files()[0] ?? "")).toBe(own);
  const absent = await run("link", "TASK-3", written(server, server.seed.absent));
  expect([absent.code, text(files()[0] ?? "")]).toEqual([2, own]);
});

test("a deleted ticket makes an orphan; without a token the local part is told, and nobody decides", {
  timeout: TIME,
}, async () => {
  const { server, scene, env, run, name, files, text, path, states } = await staged("jira");
  await run("pull", name);
  const [file = ""] = files();
  const gone = written(server, server.seed.absent);
  const without = {
    ...env,
    ...Object.fromEntries(Object.keys(env).flatMap((key) => (/TOKEN/.test(key) ? [[key, undefined]] : []))),
  };
  writeFileSync(path(file), text(file).replace(/^title: .*$/m, "title: Mine"));
  const alone = await golden(["remote", "status"], { cwd: scene.root, env: without });
  expect([alone.code, alone.stdout]).toEqual([3, expect.stringMatching(/TASK-1 +ahead .*→ title/)]);
  expect(alone.stdout).toContain("no credential was used");
  expect(await golden(["remote", "status", "--local"], { cwd: scene.root, env: without })).toMatchObject({
    code: 0,
  });
  writeFileSync(path(file), text(file).replaceAll(name, gone));
  expect(await states()).toEqual({ code: 0, states: { "TASK-1": "orphan" } });
});

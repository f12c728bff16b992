import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { afterEach, expect, test } from "vitest";
import { startJiraServer } from "../servers/jira/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { type Scene, stage } from "./scene.ts";

const HOOK = resolve(import.meta.dirname, "../../dist/hook.cjs");

let server: TrackerServer | null = null;
let scene: Scene | null = null;
afterEach(async () => {
  await server?.loopback.close();
  scene?.close();
});

test("whoever pushes first to an empty repository has the server's token sent wherever they like", async () => {
  server = await startJiraServer({ flavour: "cloud" });
  scene = await stage(server, { trusted: false });
  const bare = join(dirname(scene.root), "bare.git");
  await scene.git("init", "-q", "--bare", "-b", "main", bare);
  const script = `#!/bin/sh\nexec '${process.execPath}' '${HOOK}' pre-receive\n`;
  writeFileSync(join(bare, "hooks", "pre-receive"), script, { mode: 0o755 });
  await scene.git("add", ".");
  await scene.git("commit", "-q", "--no-verify", "-m", `Begin ${server.seed.open.id}`);
  const first = await scene.git("push", bare, "HEAD:main");
  expect(server.loopback.calls).toEqual([]);
  expect(first.stderr).toContain("remote trust");
  // What the server holds already is its own law, and names whom to ask.
  await scene.git("--git-dir", bare, "fetch", "-q", scene.root, "HEAD:main");
  scene.write("a.txt", "a");
  await scene.git("add", ".");
  await scene.git("commit", "-q", "--no-verify", "-m", `Go on ${server.seed.open.id}`);
  expect(await scene.git("push", bare, "HEAD:main")).toMatchObject({ code: 0 });
  expect(server.loopback.calls).not.toEqual([]);
});

import { afterAll, expect, test } from "vitest";
import { written } from "../servers/entry.ts";
import { servers } from "../servers/index.ts";
import { stage } from "./scene.ts";

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

test("a log of CI tells what only the tracker's own people may read, and a developer's terminal hides it", async () => {
  const server = await servers.jira?.();
  if (server === undefined) throw new Error("no server");
  const scene = await stage(server, { disclose: "auto" });
  closing.push(() => scene.close(), server.loopback.close);
  const [done, gone] = [written(server, server.seed.done), written(server, server.seed.absent)];
  await scene.git("add", ".");
  await scene.git("commit", "-q", "--no-verify", "-m", "Set up");
  await scene.git("commit", "-q", "--no-verify", "--allow-empty", "-m", `Do it (${done})`);
  await scene.git("commit", "-q", "--no-verify", "--allow-empty", "-m", `Do more (${gone})`);

  const [closed, missing] = await Promise.all([
    scene.golden("check", "commit", "HEAD^", "--place", "ci"),
    scene.golden("check", "commit", "HEAD", "--place", "ci"),
  ]);
  expect(closed.stdout).toContain(`${done} is "done" (done); wanted: open, in_progress.`);
  expect(missing.stdout).toContain(`${gone} can't be seen in tracker`);
  expect(missing.stdout).toContain("disclose: full");
  expect([closed.code, missing.code]).toEqual([1, 1]);

  const own = await scene.golden("check", "commit", "HEAD", "--place", "hook");
  expect(own.stdout).toContain(`${gone} does not exist in tracker.`);
});

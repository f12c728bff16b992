import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterEach, describe, expect, test } from "vitest";
import { written } from "../servers/entry.ts";
import { servers } from "../servers/index.ts";
import { type Scene, type Staging, stage } from "./scene.ts";

const close: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of close.splice(0).reverse()) await one();
});

/** A bearer's token and a password, through what is shipped; the others through the same doors from source. */
const SHIPPED: readonly string[] = ["github", "jira"];

async function setUp(name: string, staging: Staging = {}) {
  const server = await servers[name]?.();
  if (server === undefined) throw new Error(`no server ${name}`);
  const scene = await stage(server, staging);
  close.push(() => server.loopback.close(), scene.close);
  return { server, scene, message: `Change it (${written(server, server.seed.open.id)})\n` };
}

describe("a token", () => {
  test.each(["github", "gitlab", "jira", "jira-data-center", "azure-devops", "clickup", "notion", "linear"])(
    "of %s is left in output or in a file",
    async (name) => {
      const { server, scene, message } = await setUp(name, { shipped: SHIPPED.includes(name) });
      const { good } = server.credentials;
      const said: string[] = [];
      const run = async () => {
        for (const { stdout, stderr } of [
          await scene.hook(message),
          await scene.golden("remote", "check", "--json"),
          await scene.golden("check", "message", ".git/COMMIT_EDITMSG", "--place", "ci", "--json"),
        ])
          said.push(stdout, stderr);
      };
      await run();
      const echo = { message: good.token, errors: [{ message: good.token }], errorMessages: [good.token] };
      server.loopback.always = { status: 400, json: echo, headers: { "x-echo": good.token } };
      await run();
      const basic = [`${good.user ?? ""}:${good.token}`, `:${good.token}`].map((pair) => Buffer.from(pair));
      const secrets = [good.token, ...basic.map((pair) => pair.toString("base64"))];
      for (const secret of secrets) {
        expect(said.join("\n")).not.toContain(secret);
        expect(filesWith(join(scene.root, ".."), secret)).toEqual([]);
      }
      expect(said.join("\n")).toContain("tracker");
    },
  );

  test.skipIf(!existsSync("/proc/self/cmdline"))(
    "of a vendor's program or a git helper is seen by ps",
    async () => {
      const { server, scene, message } = await setUp("github", { credential: null, shipped: true });
      const { token } = server.credentials.good;
      // The stubs read the token from where only this test looks.
      const vault = join(scene.root, "../vault");
      writeFileSync(vault, `${token}\n`);
      program(scene, "gh", `sleep 0.2; cat '${vault}'`);
      const seen: string[] = [];
      const watch = setInterval(() => seen.push(...commandLines()), 10);
      const byTool = await scene.golden("remote", "check");
      program(scene, "gh", "exit 1");
      program(scene, "git-credential-stub", `sleep 0.2; echo username=x; printf 'password='; cat '${vault}'`);
      await scene.git("config", "--global", "credential.helper", "stub");
      const byHelper = await scene.golden("remote", "check");
      await scene.hook(message);
      clearInterval(watch);
      expect([byTool.code, byTool.stdout]).toEqual([0, expect.stringContaining("gh auth token")]);
      expect([byHelper.code, byHelper.stdout]).toEqual([0, expect.stringContaining("git credential")]);
      expect(seen.some((line) => line.includes("git-credential-stub"))).toBe(true);
      expect(seen.filter((line) => line.includes(token))).toEqual([]);
      expect(filesWith(join(scene.root, ".."), token)).toEqual([vault]);
    },
  );
});

/** A program of the scene's own on its PATH. */
function program(scene: Scene, name: string, text: string): void {
  const folder = "../bin";
  scene.write(`${folder}/${name}`, `#!/bin/sh\n${text}\n`);
  chmodSync(join(scene.root, folder, name), 0o755);
  const path = join(scene.root, folder);
  if (!scene.env.PATH?.startsWith(path)) scene.env.PATH = `${path}:${process.env.PATH}`;
}

/** Every file below a folder that holds a text. */
function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}

/** What anybody on this machine can read of every process. */
function commandLines(): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { letControl } from "../servers/control.ts";
import { written } from "../servers/entry.ts";
import { servers } from "../servers/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { age, endPause } from "./later.ts";
import { type Scene, type Staging, stage } from "./scene.ts";

/** Most milliseconds that a hook spends on trackers, and a little to come to an end. */
const HOOK_MS = 3500;

/** What a whole start of Node, git's own and a slow shared machine may add. */
const START_MS = 5000;

const close: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of close.splice(0).reverse()) await one();
});

/** One that is not there and one that never ends are waited for by a whole process; the others by the same door from source. */
const SHIPPED: readonly string[] = ["linear", "jira"];

async function begin(name: string): Promise<TrackerServer> {
  const server = await servers[name]?.();
  if (server === undefined) throw new Error(`no server ${name}`);
  await letControl(server);
  close.push(() => server.loopback.close());
  return server;
}

async function setUp(name: string, staging: Staging = {}) {
  const server = await begin(name);
  const scene = await stage(server, staging);
  close.push(scene.close);
  const message = `Change it (${written(server, server.seed.open.id)})\n`;
  return { server, scene, message, ask: () => hookAnswer(scene, message) };
}

/** What the hook decides, as a program reads it. */
async function hookAnswer(scene: Scene, message: string) {
  scene.env.GOLDEN_THREAD_FORMAT = "json";
  const began = performance.now();
  const { code, stderr } = await scene.hook(message);
  const ms = performance.now() - began;
  scene.env.GOLDEN_THREAD_FORMAT = undefined;
  const report: Report | null = stderr.startsWith("{") ? JSON.parse(stderr) : null;
  const found = report?.findings.filter(({ rule }) => rule === "ticket-authorised") ?? [];
  return { code, ms, outcomes: found.map(({ outcome }) => outcome), text: found[0]?.message ?? "" };
}

interface Report {
  readonly findings: readonly {
    readonly rule: string;
    readonly outcome: string;
    readonly message: string;
  }[];
}

/** A commit on top of the policy's own, which is then the base that CI trusts. */
async function committed({ scene, message }: { scene: Scene; message: string }): Promise<void> {
  await scene.git("add", ".");
  await scene.git("commit", "--quiet", "-m", "Lay down the law");
  await scene.git("commit", "--quiet", "--allow-empty", "-m", message);
}

function order({ loopback }: TrackerServer, name: string): Promise<Response> {
  return fetch(`${loopback.origin}/__golden-thread/${name}`, { method: "POST" });
}

describe("a tracker in trouble", () => {
  test.each([
    ["refuses connections", "linear", (server: TrackerServer) => server.loopback.close(), "pauses"],
    ["cuts every connection", "clickup", (server: TrackerServer) => order(server, "kill"), "pauses"],
    ["hangs", "jira", (server: TrackerServer) => order(server, "hang"), "pauses"],
    ["is asked too often", "gitlab", (server: TrackerServer) => order(server, "limit"), "pauses"],
    ["revoked the token", "notion", (server: TrackerServer) => order(server, "revoke"), "asks"],
  ] as const)(
    "that %s blocks a commit, keeps people waiting, or counts as a yes",
    async (_, name, break_, then) => {
      const { server, ask } = await setUp(name, { shipped: SHIPPED.includes(name) });
      await break_(server);
      const first = await ask();
      expect(first, first.text).toMatchObject({ code: 0, outcomes: ["unknown"] });
      expect(first.text).toContain("tracker");
      expect(first.ms).toBeLessThan(HOOK_MS + START_MS);
      const asked = server.loopback.calls.length;
      const second = await ask();
      expect(second).toMatchObject({ code: 0, outcomes: ["unknown"] });
      expect(server.loopback.calls.length > asked).toBe(then === "asks");
      if (then === "pauses")
        expect(second.text).toMatch(/gave no answer at [\d:]+; it is asked again at [\d:]+/);
    },
  );

  test.each([
    ["refuses connections", "linear", (server: TrackerServer) => server.loopback.close()],
    ["revoked the token", "azure-devops", (server: TrackerServer) => order(server, "revoke")],
  ] as const)("that %s lets CI pass, or fail, or not say who it was", async (_, name, break_) => {
    const staged = await setUp(name);
    await committed(staged);
    await break_(staged.server);
    const { code, stderr, stdout } = await staged.scene.golden("check", "commit", "HEAD", "--place", "ci");
    expect([code, stdout + stderr]).toEqual([3, expect.stringContaining("tracker")]);
  });

  test("that cuts the connection in the middle of several questions answers none, or all of them", async () => {
    const staged = await setUp("clickup", { policy: "references: { need: all }\n" });
    const { server, scene } = staged;
    const { open, inProgress } = server.seed;
    const message = `Change it (${written(server, open.id)}, ${written(server, inProgress ?? "")})\n`;
    await committed({ scene, message });
    server.loopback.onCall = ({ path }) => (path.includes(inProgress ?? "none") ? "reset" : null);
    const { code, stdout } = await scene.golden("check", "commit", "HEAD", "--place", "ci");
    expect([code, stdout]).toEqual([
      3,
      expect.stringContaining(`Whether CU-${inProgress} exists is not known`),
    ]);
    expect(stdout).not.toContain(`Whether CU-${open.id}`);
    expect((await hookAnswer(scene, message)).code).toBe(0);
  });

  test("is never asked again once it gave no answer", async () => {
    const { server, scene, ask } = await setUp("github");
    await order(server, "kill");
    await ask();
    await order(server, "ok");
    expect(await ask()).toMatchObject({ outcomes: ["unknown"] });
    const file = endPause(scene, "tracker");
    expect(await ask()).toMatchObject({ code: 0, outcomes: ["pass"] });
    expect(existsSync(file)).toBe(false);
  });

  test("what it said before stands in for ever, or not at all", async () => {
    const { server, scene, ask } = await setUp("github", { policy: "cache: { fresh: 1m, stale: 1h }\n" });
    expect(await ask()).toMatchObject({ code: 0, outcomes: ["pass"] });
    const asked = server.loopback.calls.length;
    expect(await ask()).toMatchObject({ code: 0, outcomes: ["pass"] });
    expect(server.loopback.calls.length).toBe(asked);
    await order(server, "kill");
    age(scene, 30);
    expect(await ask()).toMatchObject({
      outcomes: ["pass"],
      text: expect.stringContaining("when tracker was last asked"),
    });
    age(scene, 61);
    expect(await ask()).toMatchObject({ code: 0, outcomes: ["unknown"] });
  });

  test("remote check does not tell a dead token from a dead tracker", async () => {
    const { server, scene } = await setUp("jira-data-center");
    const check = async () => (await scene.golden("remote", "check")).code;
    expect(await check()).toBe(0);
    await order(server, "revoke");
    expect(await check()).toBe(2);
    await order(server, "ok");
    await order(server, "kill");
    expect(await check()).toBe(3);
  });
});

describe("a branch that names another server", () => {
  const asks = async (change: (scene: Scene, origin: string) => Promise<unknown> | unknown) => {
    const { server, scene, ask } = await setUp("github", { trusted: false });
    await change(scene, server.loopback.origin);
    const { code } = await ask();
    expect(code).toBe(0);
    return server.loopback.calls.length;
  };

  test("gets the token", async () => {
    expect(await asks(() => undefined)).toBe(0);
  });

  test("gets the token by the repository's own configuration", async () => {
    const own = (scene: Scene, origin: string) => scene.git("config", "golden-thread.trust", origin);
    expect(await asks(own)).toBe(0);
  });

  test("does not get it though its user said so", async () => {
    const said = (scene: Scene, origin: string) => scene.golden("remote", "trust", origin);
    expect(await asks(said)).toBeGreaterThan(0);
  });

  test("does not get it though the environment, which no branch can change, says so", async () => {
    const named = (scene: Scene, origin: string) => Object.assign(scene.env, { GOLDEN_THREAD_TRUST: origin });
    expect(await asks(named)).toBeGreaterThan(0);
    const given = (scene: Scene, origin: string) =>
      Object.assign(scene.env, {
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "golden-thread.trust",
        GIT_CONFIG_VALUE_0: origin,
      });
    expect(await asks(given)).toBeGreaterThan(0);
  });

  test("gets it in CI, where the base names the one that may", async () => {
    const staged = await setUp("github", { trusted: false });
    const { server, scene, message } = staged;
    const other = await begin("github");
    await committed(staged);
    const base = (await scene.git("rev-parse", "HEAD~1")).stdout.trim();
    const policy = readFileSync(join(scene.root, "golden-thread.yml"), "utf8");
    scene.write("golden-thread.yml", policy.replace(server.loopback.origin, other.loopback.origin));
    await scene.git("commit", "--quiet", "-am", message);
    await scene.golden("check", "range", `${base}..HEAD`, "--place", "ci");
    expect(server.loopback.calls.length).toBeGreaterThan(0);
    expect(other.loopback.calls).toEqual([]);
  });
});

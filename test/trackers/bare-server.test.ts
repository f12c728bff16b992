import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { afterEach, describe, expect, test } from "vitest";
import { servers } from "../servers/index.ts";
import { PEM, REF, SPKI } from "./offline.ts";
import { openScene, type Scene, stage } from "./scene.ts";

const HOOK = resolve(import.meta.dirname, "../../dist/hook.cjs");
const KEYS = `keys: [{ id: k1, spki: "${SPKI}" }]`;

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

interface Served {
  /** A clone whose machine has no token and knows no tracker that still answers. */
  readonly far: Scene;
  readonly open: string;
  readonly done: string;
  commit(...messages: readonly string[]): Promise<void>;
}

/** A bare repository with pre-receive and a ledger that was pushed there; then the tracker's machine goes dark. */
async function served(ledger: string): Promise<Served> {
  const server = await servers.jira?.();
  if (server === undefined) throw new Error("no server");
  const bare = realpathSync(mkdtempSync(join(tmpdir(), "golden-thread-bare-")));
  opened.push({ close: () => rmSync(bare, { recursive: true, force: true }) });
  const maker = await stage(server, { policy: `ledger: { ${ledger}${KEYS} }\n` });
  opened.push(maker);
  const git = async (scene: Scene, ...args: readonly string[]) =>
    expect([args[0], await scene.git(...args)]).toMatchObject([args[0], { code: 0 }]);
  await git(maker, "init", "-q", "--bare", "-b", "main", bare);
  await git(maker, "add", "golden-thread.yml");
  await git(maker, "commit", "-q", "--no-verify", "-m", "Set up");
  await git(maker, "remote", "add", "origin", "https://git.example.test/acme/shop.git");
  maker.env.GOLDEN_THREAD_SIGNING_KEY = PEM;
  await git(maker, "push", "-q", bare, "main");
  writeFileSync(
    join(bare, "hooks/pre-receive"),
    `#!/bin/sh\nexec '${process.execPath}' '${HOOK}' pre-receive\n`,
    {
      mode: 0o755,
    },
  );
  await git(maker, "remote", "set-url", "--push", "origin", bare);
  expect(await maker.golden("ledger", "build")).toMatchObject({ code: 0 });
  await git(maker, "push", "-q", bare, REF);
  await server.loopback.close();
  const far = await openScene({ policy: null, variables: {}, trust: [] });
  opened.push(far);
  await git(far, "pull", "-q", bare, "main");
  await git(far, "remote", "add", "origin", bare);
  return {
    far,
    open: server.seed.open.id,
    done: server.seed.done,
    async commit(...messages) {
      for (const message of messages)
        await git(far, "commit", "-q", "--allow-empty", "--no-verify", "-m", message);
    },
  };
}

const AUDIENCE = "audience: git.example.test/acme/shop, ";

describe("a bare server without a token and without a network", () => {
  test("refuses work that was authorised, or takes work that was not", async () => {
    const { far, open, done, commit } = await served(AUDIENCE);
    await commit(`Do it (${open})`);
    expect(await far.git("push", "-q", "origin", "main")).toMatchObject({ code: 0 });
    await commit(`Do more (${done})`);
    const closed = await far.git("push", "-q", "origin", "main");
    expect([closed.code, closed.stderr]).toEqual([1, expect.stringMatching(new RegExp(`${done} is "Done"`))]);
    await far.git("reset", "-q", "--hard", "HEAD~1");
    await commit("Do anything");
    expect(await far.git("push", "-q", "origin", "main")).toMatchObject({ code: 1 });
  }, 60_000);

  test("is silent about what it lacks where the policy does not say whose ledger is wanted", async () => {
    const { far, open, commit } = await served("");
    await commit(`Do it (${open})`);
    const { code, stderr } = await far.git("push", "-q", "origin", "main");
    expect([code, stderr.replace(/remote:|\s+/g, " ").replace(/ +/g, " ")]).toEqual([
      1,
      expect.stringMatching(/policy has no ledger\.audience.*config explain ledger\.audience/),
    ]);
  }, 60_000);
});

test("a ticket that the ledger told a moment ago is looked up again from the start", async () => {
  const { far, open } = await served(AUDIENCE);
  expect(await far.git("fetch", "-q", "origin", `${REF}:${REF}`)).toMatchObject({ code: 0 });
  // What was just written proves nothing to the index.
  await new Promise((done) => setTimeout(done, 1500));
  for (let run = 0; run < 3; run++)
    expect(await far.hook(`Do it (${open})\n`)).toMatchObject({ code: 0, stderr: "" });
  expect(await far.git("update-ref", "-d", REF)).toMatchObject({ code: 0 });
  const asked = join(far.root, ".git/golden-thread/tickets");
  rmSync(asked, { recursive: true });
  expect(await far.hook(`Do it (${open})\n`)).toMatchObject({ code: 0, stderr: "" });
  expect(existsSync(asked)).toBe(false);
}, 60_000);

import { existsSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { childEnv } from "../../src/git/env.ts";
import { openGit } from "../../src/git/run.ts";
import { hermeticEnv, temporaryFolder, temporaryRepository } from "./repo.ts";

/** A program called git that does what a test needs git to do. */
function pretend(script: string) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "git"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const env = hermeticEnv(folder);
  return { folder, env: { ...env, PATH: [folder, env.PATH].join(delimiter) } };
}

describe("a git child", () => {
  it("gets its arguments as they are, and no shell", async () => {
    const { folder, env } = pretend('shift 2\nfor arg in "$@"; do printf "[%s]" "$arg"; done');
    const args = ["$(touch stolen)", "; ls", "a b", "", "'\"", "*", "line\nbreak"];
    const { stdout } = await openGit({ cwd: folder, env }).run(args);
    expect(stdout.toString()).toBe(args.map((arg) => `[${arg}]`).join(""));
  });

  it("gets Node's variables back that a hook moved away, and keeps what git set for the hook", () => {
    const env = childEnv({
      GOLDEN_THREAD_CA_CERTS: "/ca.pem",
      GOLDEN_THREAD_NODE_OPTIONS: "--use-openssl-ca",
      GIT_INDEX_FILE: ".git/next-index-1.lock",
      GIT_QUARANTINE_PATH: "/q",
      LC_ALL: "de_DE.UTF-8",
    });
    expect(env).toMatchObject({
      NODE_EXTRA_CA_CERTS: "/ca.pem",
      NODE_OPTIONS: "--use-openssl-ca",
      GIT_INDEX_FILE: ".git/next-index-1.lock",
      GIT_QUARANTINE_PATH: "/q",
      LC_ALL: "C",
    });
    expect(Object.keys(env).filter((name) => name.startsWith("GOLDEN_THREAD_"))).toEqual([]);
    expect(childEnv({})).not.toHaveProperty("NODE_OPTIONS");
  });

  it("that says too much is ended, on either output", async () => {
    const endless = pretend("yes");
    const git = openGit({ cwd: endless.folder, env: endless.env });
    await expect(git.run(["x"], { limit: 1000 })).rejects.toMatchObject({ code: "git" });
    const loud = pretend("yes | head -c 3000000 >&2; exit 7");
    const fault = await openGit({ cwd: loud.folder, env: loud.env })
      .run(["x"])
      .catch((reason: unknown) => reason);
    expect(fault).toMatchObject({ code: "git" });
    expect(
      String(fault && typeof fault === "object" && "found" in fault ? fault.found : "").length,
    ).toBeLessThan(300_000);
  });

  it("that ends before it has read its input is told by its exit code", async () => {
    const { folder, env } = pretend("exit 3");
    const git = openGit({ cwd: folder, env });
    const input = "x".repeat(5_000_000);
    expect(await git.run(["x"], { input, codes: [3] })).toMatchObject({ code: 3 });
    await expect(git.run(["x"], { input })).rejects.toMatchObject({ code: "git" });
  });

  it("is killed when the caller gives up", async () => {
    const { folder, env } = pretend("exec sleep 60");
    const abort = new AbortController();
    const git = openGit({ cwd: folder, env, signal: abort.signal });
    const running = [git.run(["x"]), git.spawn(["x"]).done];
    abort.abort(new Error("enough"));
    for (const one of running) await expect(one).rejects.toThrow("enough");
  });

  it("starts no file watcher that the repository names", async () => {
    const made = temporaryRepository();
    made.commit("one", { file: "x" });
    writeFileSync(made.path(".git/watch"), `#!/bin/sh\ntouch '${made.path(".git/stolen")}'\n`, {
      mode: 0o755,
    });
    made.git("config", "core.fsmonitor", made.path(".git/watch"));
    await openGit({ cwd: made.root, env: made.env }).run(["status", "--porcelain"]);
    expect(existsSync(made.path(".git/stolen"))).toBe(false);
    made.git("status", "--porcelain");
    expect(existsSync(made.path(".git/stolen"))).toBe(true);
  });
});

import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtHome } from "./built.ts";
import { settledRepository } from "./guarded.ts";

/** Largest size of the one file that runs at every commit. */
const MOST_BYTES = 60_000;

/** Modules of Node that the fast path may load beside what every start of Node loads. */
const ALLOWED = /^(NativeModule|Internal Binding) (fs|path|os)$/;

/** Runs a script and tells which modules Node had loaded when it ended. */
function loadedBy(script: string, cwd: string, env: Readonly<Record<string, string>>): readonly string[] {
  const tell =
    'process.on("exit", () => require("fs").writeSync(1, JSON.stringify(process.moduleLoadList)));';
  const ran = spawnSync(process.execPath, ["-e", tell + script], { cwd, env, encoding: "utf8" });
  expect(ran).toMatchObject({ status: 0, stderr: "" });
  const loaded: unknown = JSON.parse(ran.stdout);
  return Array.isArray(loaded) ? loaded.map(String) : [];
}

test("a sure yes loads nothing, starts nothing and needs nothing on PATH", async () => {
  const repository = await settledRepository();
  expect(repository.hookRun("Do TASK-1\n").code).toBe(0);
  expect(repository.isFastShipped("Do TASK-1\n")).toBe(true);
  const hook = join(builtHome(), "dist", "hook.cjs");
  const args = [process.execPath, hook, "commit-msg", ".git/COMMIT_EDITMSG"];
  const env = { ...repository.env, PATH: "" };
  const bare = loadedBy("", repository.root, env);
  const script = `process.argv = ${JSON.stringify(args)}; require(process.argv[1]);`;
  const loaded = loadedBy(script, repository.root, env);
  expect(loaded.length).toBeGreaterThanOrEqual(bare.length);
  expect(loaded.filter((name) => !bare.includes(name) && !ALLOWED.test(name))).toEqual([]);
});

test("the hook is one small file", () => {
  expect(statSync(join(builtHome(), "dist", "hook.cjs")).size).toBeLessThanOrEqual(MOST_BYTES);
});

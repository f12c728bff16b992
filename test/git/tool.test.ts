import process from "node:process";
import { expect, test } from "vitest";
import { runTool } from "../../src/git/tool.ts";

const { env } = process;

test.skipIf(process.platform === "win32")(
  "a wrapper's child that never ends is waited for, or what it was told is lost",
  async () => {
    const began = performance.now();
    expect(await runTool(["sh", "-c", "sleep 5; true"], { env, ms: 200 })).toBeNull();
    // A helper that leaves a daemon behind has answered all the same.
    expect(await runTool(["sh", "-c", "sleep 5 & echo token"], { env, ms: 500 })).toEqual({
      code: 0,
      stdout: "token\n",
    });
    expect(performance.now() - began).toBeLessThan(3000);
  },
);

test("a program stands in the repository, where Windows looks for programs first", async () => {
  const ran = await runTool([process.execPath, "-p", "process.cwd()"], { env, ms: 5000 });
  expect(ran?.code).toBe(0);
  expect(ran?.stdout.trim()).not.toBe(process.cwd());
});

test("a program that is not there throws", async () => {
  expect(await runTool(["golden-thread-no-such-program"], { env, ms: 5000 })).toBeNull();
});

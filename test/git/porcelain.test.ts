import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openPorcelain } from "../../src/git/porcelain.ts";
import { hermeticEnv, repositoryAt, temporaryFolder } from "./repo.ts";

describe("porcelain", () => {
  it("sets a repository up and tells what its hooks said, whatever the environment holds", async () => {
    const folder = temporaryFolder();
    const own = {
      EDITOR: "vi",
      PAGER: "less",
      GIT_SSH_COMMAND: "ssh",
      GIT_EDITOR: "vi",
      GIT_CONFIG_COUNT: "0",
    };
    const env = { ...hermeticEnv(folder), ...own };
    const porcelain = await openPorcelain({ cwd: folder, env });
    expect(await porcelain.init("trunk")).toMatchObject({ code: 0 });
    const made = repositoryAt(folder, env);
    expect(await porcelain.configure("golden.thread", "--value")).toMatchObject({ code: 0 });
    expect(made.git("config", "golden.thread")).toBe("--value");
    made.write("-dash", "x");
    made.write("*", "x");
    expect(await porcelain.stage(["-dash", "*"])).toMatchObject({ code: 0 });
    made.hook("commit-msg", '#!/bin/sh\necho "rejected: $(cat "$1")" >&2\ngrep -q TASK-1 "$1"\n');
    expect(await porcelain.commit("--amend")).toEqual({ code: 1, output: "rejected: --amend" });
    expect(await porcelain.commit("TASK-1")).toMatchObject({
      code: 0,
      output: expect.stringContaining("TASK-1"),
    });
    expect(made.git("log", "--format=%s", "--name-only", "trunk").split("\n")).toEqual([
      "TASK-1",
      "",
      "*",
      "-dash",
    ]);
    expect(await porcelain.addRemote("origin", "https://x.example/y")).toMatchObject({ code: 0 });
    expect(await porcelain.addRemote("origin", "https://x.example/y")).not.toMatchObject({ code: 0 });
    expect(made.git("remote", "get-url", "origin")).toBe("https://x.example/y");
  });

  it("rejects where git can't be started", async () => {
    const folder = temporaryFolder();
    const porcelain = await openPorcelain({ cwd: folder, env: { PATH: join(folder, "none") } });
    await expect(porcelain.init("main")).rejects.toThrow();
  });
});

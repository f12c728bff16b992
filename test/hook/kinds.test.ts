import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtHome } from "./built.ts";
import { guarded, installHook, settle, settledRepository, task } from "./guarded.ts";

describe("other kinds of repository", () => {
  test("a linked work tree has an index of its own, and two of them commit at once", async () => {
    const repository = await settledRepository();
    const path = join(dirname(repository.root), "linked tree");
    repository.git("worktree", "add", "-q", "-b", "linked", path);
    const linked = guarded(path, repository.env);
    await settle();
    for (const tree of [repository, linked]) {
      expect(tree.attempt("-m", "no ticket").code).toBe(1);
      for (const _ of [1, 2]) expect(tree.attempt("-m", "Do TASK-1").code).toBe(0);
    }
    expect(linked.isFast("TASK-1\n")).toBe(true);
    expect(existsSync(repository.path(".git/worktrees/linked-tree/golden-thread/commit-msg.index"))).toBe(
      true,
    );
    linked.write("backlog/tasks/task-1 - First.md", task("TASK-1", { status: "Done" }));
    expect(linked.attempt("-m", "Do TASK-1").code).toBe(1);
    expect(repository.attempt("-m", "Do TASK-1").code).toBe(0);
    const { spawn } = await import("node:child_process");
    const codes = [repository, linked].flatMap((tree) =>
      ["TASK-2", "no ticket"].map(
        (message, at) =>
          new Promise<readonly [number | null, number]>((resolve) => {
            // The same work tree can't make two commits at once: git's own lock.
            const args = ["commit", "--allow-empty", "-m", message];
            setTimeout(() => {
              spawn("git", args, { cwd: tree.root, env: tree.env }).on("close", (code) =>
                resolve([code, at]),
              );
            }, at * 1500);
          }),
      ),
    );
    for (const [code, expected] of await Promise.all(codes)) expect(code === 0 ? 0 : 1).toBe(expected);
  });

  test("a submodule", async () => {
    const inner = await settledRepository({ folder: "inner" });
    const outer = await settledRepository({ folder: "outer" });
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.root, "sub");
    const sub = guarded(outer.path("sub"), outer.env);
    installHook(sub);
    await settle();
    expect(sub.attempt("-m", "no ticket").code).toBe(1);
    for (const _ of [1, 2]) expect(sub.attempt("-m", "Do TASK-1").code).toBe(0);
    expect(sub.isFast("TASK-1\n")).toBe(true);
    expect(existsSync(outer.path(".git/modules/sub/golden-thread/commit-msg.index"))).toBe(true);
  });

  test("SHA-256, shallow and sparse", async () => {
    const sha256 = await settledRepository({ objectFormat: "sha256" });
    const clones = dirname(sha256.root);
    sha256.git("checkout", "-q", "-b", "work");
    sha256.git("clone", "-q", "--depth=1", `file://${sha256.root}`, join(clones, "shallow"));
    sha256.git("clone", "-q", "--sparse", `file://${sha256.root}`, join(clones, "sparse"));
    const sparse = guarded(join(clones, "sparse"), sha256.env);
    sparse.git("sparse-checkout", "add", "backlog");
    const shallow = guarded(join(clones, "shallow"), sha256.env);
    for (const clone of [shallow, sparse]) installHook(clone);
    await settle();
    for (const one of [sha256, shallow, sparse]) {
      expect(one.attempt("-m", "no ticket").code).toBe(1);
      for (const _ of [1, 2]) expect(one.attempt("-m", "Do TASK-1").code).toBe(0);
      expect(one.isFast("TASK-1\n")).toBe(true);
    }
  });

  test("core.hooksPath, husky's way of calling, and a path with spaces", async () => {
    const home = builtHome();
    const repository = await settledRepository({ folder: "a repository's folder" });
    repository.git("config", "core.hooksPath", join(home, "hooks"));
    expect(repository.attempt("-m", "no ticket").code).toBe(1);
    expect(repository.attempt("-m", "Do TASK-1").code).toBe(0);
    repository.git("config", "core.hooksPath", ".husky/_");
    repository.write(".husky/commit-msg", `'${home}/hooks/commit-msg' "$1"\n`);
    mkdirSync(repository.path(".husky/_"));
    const stub = '#!/bin/sh\nexec sh -e "$(dirname "$0")/../commit-msg" "$@"\n';
    writeFileSync(repository.path(".husky/_/commit-msg"), stub, { mode: 0o755 });
    expect(repository.attempt("-m", "no ticket").code).toBe(1);
    expect(repository.attempt("-m", "Do TASK-1").code).toBe(0);
  });
});

describe("bytes", () => {
  test("another encoding", async () => {
    const repository = await settledRepository();
    repository.git("config", "i18n.commitEncoding", "ISO-8859-1");
    const input = Buffer.from("Gr\xfc\xdfe an TASK-1\n", "latin1");
    for (const _ of [1, 2]) {
      expect(repository.run(["commit", "--allow-empty", "-F", "-"], { input }).code).toBe(0);
    }
    expect(repository.git("log", "-1", "--encoding=UTF-8", "--format=%s")).toBe("Grüße an TASK-1");
    const glued = Buffer.from("Gr\xfcTASK-1\n", "latin1");
    expect(repository.run(["commit", "--allow-empty", "-F", "-"], { input: glued }).code).toBe(1);
  });

  test("CRLF, one long line, and a megabyte", async () => {
    const repository = await settledRepository();
    const commit = (input: string) => repository.run(["commit", "--allow-empty", "-F", "-"], { input }).code;
    for (const _ of [1, 2]) {
      expect(commit("Do it (TASK-1)\r\n\r\nmore\r\n")).toBe(0);
      expect(commit(`TASK-1 ${"A-".repeat(500_000)}\n`)).toBe(0);
      expect(commit(`${"A-".repeat(500_000)}\n`)).toBe(1);
      expect(commit(`Do TASK-1\n\n${"word `x` #1 \n".repeat(80_000)}`)).toBe(0);
    }
  });
});

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { hermeticEnv, repositoryAt, temporaryFolder } from "../git/repo.ts";
import { builtHome } from "./built.ts";
import { FILES, type Guarded, guarded, guardedRepository, installHook, settle, task } from "./guarded.ts";

/** An editor that puts a text above whatever git wrote into the file. */
function editor(repository: Guarded, text: string): Readonly<Record<string, string>> {
  const script = join(dirname(repository.root), "editor.sh");
  const typed = join(dirname(repository.root), "typed");
  writeFileSync(typed, text);
  writeFileSync(script, `#!/bin/sh\ncat '${typed}' "$1" > "$1.new" && mv "$1.new" "$1"\n`, { mode: 0o755 });
  return { GIT_EDITOR: `'${script}'` };
}

/** Every case twice: asked of the engine first, then with an index at hand. */
async function prepared(options?: Parameters<typeof guardedRepository>[0]): Promise<Guarded> {
  const repository = guardedRepository(options);
  await settle();
  return repository;
}

describe("-m", () => {
  test.each([
    ["no ticket", 1],
    ["Do it (TASK-1)", 0],
    ["Do it (TASK-3)", 1],
    ["Do it (TASK-4)", 1],
    ["Do it (TASK-99)", 1],
    ["#TASK-1 is kept as text", 0],
    ["fixup! no ticket", 1],
  ])("%s ends %i, before and after there is an index", async (message, code) => {
    const repository = await prepared();
    for (const _ of [1, 2]) expect(repository.attempt("-m", message)).toMatchObject({ code });
    expect(repository.subject()).toBe(code === 0 ? message : "Start TASK-1");
  });
});

describe("an editor", () => {
  test.each([
    ["the id in the subject", "Do it (TASK-1)\n", 0, "Do it (TASK-1)"],
    ["a first line that git drops as a comment", "#42 TASK-1\nreal subject\n", 1, ""],
    ["a comment above the subject", "# why\nTASK-1: do it\n", 0, "TASK-1: do it"],
    ["the id in a comment alone", "Do it\n\n# TASK-1\n", 1, ""],
  ])("%s", async (_, typed, code, subject) => {
    const repository = await prepared();
    const env = editor(repository, typed);
    for (const __ of [1, 2]) {
      expect(repository.run(["commit", "--allow-empty"], { env }).code).toBe(code);
    }
    if (code === 0) expect(repository.subject()).toBe(subject);
  });

  test.each([
    ["strip", 1],
    ["scissors", 1],
  ])("-v with the id only in the diff is rejected (commit.cleanup=%s)", async (cleanup, code) => {
    const repository = await prepared();
    repository.git("config", "commit.cleanup", cleanup);
    repository.write("notes.txt", "TASK-1\n");
    repository.git("add", ".");
    const env = editor(repository, "Do it\n");
    expect(repository.run(["commit", "-v"], { env }).code).toBe(code);
    expect(repository.run(["commit", "-v"], { env: editor(repository, "Do it, TASK-2\n") }).code).toBe(0);
    expect(repository.git("log", "-1", "--format=%B").trim()).toBe("Do it, TASK-2");
  });

  test("another comment character, a string of them, and auto", async () => {
    const repository = await prepared();
    repository.git("config", "core.commentChar", ";");
    expect(
      repository.run(["commit", "--allow-empty"], { env: editor(repository, "; TASK-1\nDo it\n") }).code,
    ).toBe(1);
    expect(
      repository.run(["commit", "--allow-empty"], { env: editor(repository, "#42 TASK-1\n") }).code,
    ).toBe(0);
    expect(repository.subject()).toBe("#42 TASK-1");
    repository.git("config", "core.commentChar", "T");
    const hidden = "Do it\nTASK-1 is a comment here\n";
    expect(repository.run(["commit", "--allow-empty"], { env: editor(repository, hidden) }).code).toBe(1);
    repository.git("config", "core.commentChar", "auto");
    expect(
      repository.run(["commit", "--allow-empty"], { env: editor(repository, "Do it (TASK-1)\n") }).code,
    ).toBe(0);
  });

  test("an empty message is git's to refuse", async () => {
    const repository = await prepared();
    const before = repository.git("rev-parse", "HEAD");
    expect(repository.run(["commit", "--allow-empty"], { env: editor(repository, "") }).code).not.toBe(0);
    expect(repository.attempt("--allow-empty-message", "-m", "").code).toBe(1);
    expect(repository.git("rev-parse", "HEAD")).toBe(before);
  });
});

describe("more than one plain commit", () => {
  test("--amend, with and without a new message", async () => {
    const repository = await prepared();
    expect(repository.run(["commit", "--amend", "--no-edit", "--allow-empty"]).code).toBe(0);
    expect(repository.run(["commit", "--amend", "--allow-empty", "-m", "no ticket"]).code).toBe(1);
    expect(repository.run(["commit", "--amend", "--allow-empty", "-m", "Now TASK-2"]).code).toBe(0);
    expect(repository.subject()).toBe("Now TASK-2");
  });

  test("a merge that git makes itself passes, one that a person finishes is judged", async () => {
    const repository = await prepared();
    repository.git("checkout", "-q", "-b", "side");
    repository.commit("Side TASK-1", { "side.txt": "x\n", "both.txt": "side\n" });
    repository.git("checkout", "-q", "main");
    repository.commit("Main TASK-1", { "main.txt": "x\n" });
    expect(repository.run(["merge", "--no-ff", "--no-edit", "side"]).code).toBe(0);
    repository.git("checkout", "-q", "-b", "other", "HEAD~1");
    repository.commit("Other TASK-1", { "both.txt": "other\n" });
    expect(repository.run(["merge", "side"]).code).toBe(1);
    repository.write("both.txt", "both\n");
    repository.git("add", "both.txt");
    expect(repository.run(["commit", "-m", "Merge it"]).code).toBe(1);
    expect(repository.run(["commit", "-m", "Merge it for TASK-2"]).code).toBe(0);
  });

  test("a squash merge is judged by its message", async () => {
    const repository = await prepared();
    repository.git("checkout", "-q", "-b", "side");
    repository.commit("Side TASK-1", { "side.txt": "x\n" });
    repository.git("checkout", "-q", "main");
    repository.git("merge", "-q", "--squash", "side");
    expect(repository.run(["commit", "-m", "All of it"]).code).toBe(1);
    expect(repository.run(["commit", "-m", "All of it, TASK-2"]).code).toBe(0);
  });

  test("the first commit, and one on a detached HEAD", async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, "new"));
    repositoryAt(join(home, "new"), hermeticEnv(home)).git("init", "-q", "-b", "main");
    const fresh = guarded(join(home, "new"), hermeticEnv(home));
    installHook(fresh);
    for (const [path, text] of Object.entries(FILES)) fresh.write(path, text);
    fresh.git("add", ".");
    expect(fresh.run(["commit", "-m", "no ticket"]).code).toBe(1);
    expect(fresh.run(["commit", "-m", "Start TASK-1"]).code).toBe(0);
    fresh.git("checkout", "-q", "--detach");
    expect(fresh.attempt("-m", "no ticket").code).toBe(1);
    for (const _ of [1, 2]) expect(fresh.attempt("-m", "On TASK-1").code).toBe(0);
    expect(fresh.isFast("On TASK-1\n")).toBe(true);
  });
});

describe("other kinds of repository", () => {
  test("a linked work tree has an index of its own, and two of them commit at once", async () => {
    const repository = await prepared();
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
    const inner = await prepared({ folder: "inner" });
    const outer = await prepared({ folder: "outer" });
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
    const sha256 = await prepared({ objectFormat: "sha256" });
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
    const repository = await prepared({ folder: "a repository's folder" });
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
    const repository = await prepared();
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
    const repository = await prepared();
    const commit = (input: string) => repository.run(["commit", "--allow-empty", "-F", "-"], { input }).code;
    for (const _ of [1, 2]) {
      expect(commit("Do it (TASK-1)\r\n\r\nmore\r\n")).toBe(0);
      expect(commit(`TASK-1 ${"A-".repeat(500_000)}\n`)).toBe(0);
      expect(commit(`${"A-".repeat(500_000)}\n`)).toBe(1);
      expect(commit(`Do TASK-1\n\n${"word `x` #1 \n".repeat(80_000)}`)).toBe(0);
    }
  });
});

describe("what a person sees", () => {
  test("a pass is silent, by either way", async () => {
    const repository = await prepared();
    for (const _ of [1, 2])
      expect(repository.hookRun("Do TASK-1\n")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("a rejected message is kept, and the printed command goes on with it", async () => {
    const repository = await prepared({ folder: "it's a `folder`" });
    const long = "Explain everything\n\n#1 and all of it's parts\n";
    const { code, stderr } = repository.run(["commit", "--allow-empty", "-F", "-"], { input: long });
    expect(code).toBe(1);
    expect(repository.attempt("-m", "short").code).toBe(1);
    const command = /^ {2}(git commit .*)$/m.exec(stderr)?.[1] ?? "";
    const typed = editor(repository, "TASK-1 ");
    const { spawnSync } = await import("node:child_process");
    const again = spawnSync("sh", ["-c", `${command} --allow-empty --cleanup=whitespace`], {
      cwd: repository.root,
      env: { ...repository.env, ...typed },
    });
    expect(again.status).toBe(0);
    expect(repository.git("log", "-1", "--format=%B")).toContain(
      "TASK-1 Explain everything\n\n#1 and all of it's parts",
    );
  });

  test("the diff of -v is not kept with the message", async () => {
    const repository = await prepared();
    repository.write("notes.txt", "TASK-1\n");
    repository.git("add", ".");
    const { stderr } = repository.run(["commit", "-v"], { env: editor(repository, "Do it\n") });
    const file = / -F (.*)$/m.exec(stderr)?.[1] ?? "";
    expect(readFileSync(file, "utf8")).toBe("Do it\n");
  });

  test("JSON for agents, with the way to go on", async () => {
    const repository = await prepared();
    const env = { GOLDEN_THREAD_FORMAT: "json" };
    const rejected = repository.hookRun("no ticket\n", { env });
    expect(rejected).toMatchObject({ code: 1, stdout: "" });
    expect(JSON.parse(rejected.stderr)).toMatchObject({ kind: "check", verdict: "fail" });
    expect(JSON.parse(rejected.stderr).notices.join()).toContain("git commit -e -F ");
    expect(JSON.parse(repository.hookRun("Do TASK-1\n", { env }).stderr)).toMatchObject({ verdict: "pass" });
  });

  test("a policy that can't be used ends 2, says where, and keeps the message", async () => {
    const repository = await prepared();
    repository.write("golden-thread.yml", "version: 1\npresett: strict\n");
    const { code, stderr } = repository.hookRun(
      "A long message\n# ------------------------ >8 ------------------------\nx\n",
    );
    expect(code).toBe(2);
    expect(stderr).toContain("golden-thread.yml:2");
    const file = / -F (.*)$/m.exec(stderr)?.[1] ?? "";
    expect(readFileSync(file, "utf8")).toBe("A long message\n");
  });

  test.each([
    [[], 2],
    [["commit-mgs", "x"], 2],
    [["pre-push", "origin", "url"], 2],
    [["commit-msg"], 2],
    [["commit-msg", "a", "b"], 2],
    [["commit-msg", "no-such-file"], 2],
  ])("wrong words end 2: %j", async (args, code) => {
    const repository = await prepared();
    const { spawnSync } = await import("node:child_process");
    const hook = join(builtHome(), "dist", "hook.cjs");
    const ran = spawnSync(process.execPath, [hook, ...args], { cwd: repository.root, env: repository.env });
    expect(ran.status).toBe(code);
    expect(ran.stderr.toString()).not.toMatch(/ at .*\.js:/);
  });
});

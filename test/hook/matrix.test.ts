import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { hermeticEnv, repositoryAt, temporaryFolder } from "../git/repo.ts";
import { editor, FILES, type Guarded, guarded, installHook, settledRepository } from "./guarded.ts";

describe("a plain commit, before and after there is an index", () => {
  let repository: Guarded;
  beforeAll(async () => {
    repository = await settledRepository();
  });

  test.each([
    ["no ticket", 1],
    ["Do it (TASK-1)", 0],
    ["Do it (TASK-3)", 1],
    ["Do it (TASK-4)", 1],
    ["Do it (TASK-99)", 1],
    ["#TASK-1 is kept as text", 0],
    ["fixup! no ticket", 1],
  ])("-m %j ends %i", (message, code) => {
    const before = repository.subject();
    for (const _ of [1, 2]) expect(repository.attempt("-m", message)).toMatchObject({ code });
    expect(repository.subject()).toBe(code === 0 ? message : before);
  });

  test.each([
    ["the id in the subject", "Do it (TASK-1)\n", 0, "Do it (TASK-1)"],
    ["a first line that git drops as a comment", "#42 TASK-1\nreal subject\n", 1, ""],
    ["a comment above the subject", "# why\nTASK-1: do it\n", 0, "TASK-1: do it"],
    ["the id in a comment alone", "Do it\n\n# TASK-1\n", 1, ""],
  ])("typed in an editor: %s", (_, typed, code, subject) => {
    const env = editor(repository, typed);
    for (const __ of [1, 2]) expect(repository.run(["commit", "--allow-empty"], { env }).code).toBe(code);
    if (code === 0) expect(repository.subject()).toBe(subject);
  });
});

describe("an editor", () => {
  test.each([
    ["strip", 1],
    ["scissors", 1],
  ])("-v with the id only in the diff is rejected (commit.cleanup=%s)", async (cleanup, code) => {
    const repository = await settledRepository();
    repository.git("config", "commit.cleanup", cleanup);
    repository.write("notes.txt", "TASK-1\n");
    repository.git("add", ".");
    const env = editor(repository, "Do it\n");
    expect(repository.run(["commit", "-v"], { env }).code).toBe(code);
    expect(repository.run(["commit", "-v"], { env: editor(repository, "Do it, TASK-2\n") }).code).toBe(0);
    expect(repository.git("log", "-1", "--format=%B").trim()).toBe("Do it, TASK-2");
  });

  test("another comment character, a string of them, and auto", async () => {
    const repository = await settledRepository();
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
    const repository = await settledRepository();
    const before = repository.git("rev-parse", "HEAD");
    expect(repository.run(["commit", "--allow-empty"], { env: editor(repository, "") }).code).not.toBe(0);
    expect(repository.attempt("--allow-empty-message", "-m", "").code).toBe(1);
    expect(repository.git("rev-parse", "HEAD")).toBe(before);
  });
});

describe("more than one plain commit", () => {
  test("--amend, with and without a new message", async () => {
    const repository = await settledRepository();
    expect(repository.run(["commit", "--amend", "--no-edit", "--allow-empty"]).code).toBe(0);
    expect(repository.run(["commit", "--amend", "--allow-empty", "-m", "no ticket"]).code).toBe(1);
    expect(repository.run(["commit", "--amend", "--allow-empty", "-m", "Now TASK-2"]).code).toBe(0);
    expect(repository.subject()).toBe("Now TASK-2");
  });

  test("a merge that git makes itself passes, one that a person finishes is judged", async () => {
    const repository = await settledRepository();
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
    const repository = await settledRepository();
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

import { expect, test } from "vitest";
import { hooksInTree } from "../../src/git/hooks-folder.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { golden } from "../cli/world.ts";
import { FILES } from "../hook/guarded.ts";
import { temporaryFolder, temporaryRepository } from "./repo.ts";

test.each([
  [null, null],
  ["tools/hooks", "tools/hooks"],
  ["./tools//hooks/", "tools/hooks"],
  ["/nowhere/hooks", null],
  ["../hooks", null],
  [".git/hooks", null],
  [".", null],
])("core.hooksPath %s is the folder %s of the tree, from any folder", async (told, wanted) => {
  const repo = temporaryRepository();
  repo.write("sub/a.txt", "a\n");
  if (told !== null) repo.git("config", "core.hooksPath", told);
  for (const cwd of [repo.root, repo.path("sub")]) {
    expect(await hooksInTree(await openRepository(openGit({ cwd, env: repo.env })))).toBe(wanted);
  }
});

test("an absolute path into the tree counts, and nothing in a bare repository", async () => {
  const repo = temporaryRepository();
  repo.git("config", "core.hooksPath", repo.path("tools"));
  expect(await hooksInTree(await openRepository(openGit({ cwd: repo.root, env: repo.env })))).toBe("tools");
  const bare = temporaryRepository({ bare: true });
  bare.git("config", "core.hooksPath", temporaryFolder());
  expect(await hooksInTree(await openRepository(openGit({ cwd: bare.root, env: bare.env })))).toBeNull();
});

test("a scope exempts no hook that git runs here", async () => {
  const repo = temporaryRepository();
  const policy = `${FILES["golden-thread.yml"]}scopes:\n  - { paths: ["tools/**"], exempt: true }\n`;
  repo.commit("Start TASK-1", { ...FILES, "golden-thread.yml": policy });
  repo.commit("No ticket", { "tools/hooks/commit-msg": "#!/bin/sh\n" });
  const check = async () =>
    (await golden(["check", "commit", "HEAD", "--place", "hook"], { cwd: repo.root, env: repo.env })).code;
  expect(await check()).toBe(0);
  repo.git("config", "core.hooksPath", "tools/hooks");
  expect(await check()).toBe(1);
});

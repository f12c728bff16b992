import { rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mergeLines } from "../../src/git/merge-lines.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { temporaryRepository } from "./repo.ts";

const NAME = 'a "b"\\c\td é.txt';

test("a merge hides what it wrote itself, or is charged with what others wrote", async () => {
  const repository = temporaryRepository();
  const { git, commit, root, env } = repository;
  const base = commit("Base", { a: "1\n2\n3\n4\n5\n", b: "1\n2\n" });
  const branch = (name: string, files: Readonly<Record<string, string>>) => {
    git("checkout", "-q", "-b", name, base);
    return commit(name, files);
  };
  branch("x", { a: "x\n2\n3\n4\n5\n", x: "x\n" });
  branch("y", { a: "y\n2\n3\n4\n5\n", y: "y\n" });
  branch("z", { z: "z\n" });
  const merge = (parents: readonly string[], files: Readonly<Record<string, string>>) => {
    git("checkout", "-q", "--detach", parents[0] ?? "");
    repository.run(["merge", "-q", "--no-commit", "-s", "ours", ...parents.slice(1)]);
    return commit("Merge", files);
  };
  const clean = merge(["x", "z"], { z: "z\n" });
  const taken = merge(["x", "y"], { y: "y\n", a: "y\n2\n3\n4\n5\n" });
  const resolved = merge(["x", "y"], { y: "y\n", a: "x\ny\nmine\n2\n4\n5\n", [NAME]: "++ 1\n-- 2\n" });
  const octopus = merge(["x", "y", "z"], { y: "y\n", z: "z\n", b: "1\n2\nnew\n" });
  const repo = await openRepository(openGit({ cwd: root, env }));
  const found = await mergeLines(repo, [clean, taken, resolved, octopus]);
  expect([...found]).toEqual([
    [clean, []],
    [taken, []],
    [
      resolved,
      [
        { path: "a", added: 1, deleted: 1 },
        { path: NAME, added: 2, deleted: 0 },
      ],
    ],
    [octopus, [{ path: "b", added: 1, deleted: 0 }]],
  ]);

  const blob = git("rev-parse", `${resolved}:a`);
  rmSync(repository.path(".git/objects", blob.slice(0, 2), blob.slice(2)));
  const lacking = await mergeLines(repo, [clean, resolved, octopus]);
  expect([...lacking.keys()].sort()).toEqual([clean, resolved, octopus].sort());
  expect(lacking.get(resolved)).toBeNull();
  expect(lacking.get(octopus)).toHaveLength(1);
});

test("what a merge wrote without a line is nobody's, or what it took from its parents is its own", async () => {
  const repository = temporaryRepository();
  const { git, commit, root, env } = repository;
  const base = commit("Base", { gone: "", mode: "1\n", run: "1\n", pair: "\0a" });
  git("checkout", "-q", "-b", "x", base);
  git("update-index", "--chmod=+x", "run", "pair");
  git("commit", "-q", "-m", "x");
  git("checkout", "-q", "-f", "-b", "y", base);
  commit("y", { run: "1\n2\n", pair: "\0b" });
  git("checkout", "-q", "x");
  git("merge", "-q", "--no-commit", "y");
  writeFileSync(Buffer.from(`${root}/caf\xe9`, "latin1"), "x\n");
  for (const [path, content] of Object.entries({ empty: "", "evil.bin": "\0evil" }))
    repository.write(path, content);
  git("rm", "-q", "gone");
  git("add", "--all");
  git("update-index", "--chmod=+x", "mode");
  git("commit", "-q", "-m", "Merge");
  // Neither the size of a file nor an attribute of this clone is a reason to count nothing.
  git("config", "core.bigFileThreshold", "1");
  repository.write(".git/info/attributes", "* -diff\n");
  const repo = await openRepository(openGit({ cwd: root, env }));
  const merge = git("rev-parse", "HEAD");
  expect((await mergeLines(repo, [merge])).get(merge)).toEqual([
    { path: "caf\\351", added: 1, deleted: 0 },
    ...["empty", "evil.bin", "gone", "mode"].map((path) => ({ path, added: 0, deleted: 0 })),
  ]);
});

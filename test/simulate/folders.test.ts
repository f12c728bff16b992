import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { folderRows } from "../../src/simulate/folders.ts";
import { type TemporaryRepository, temporaryRepository } from "../git/repo.ts";
import { backlogRepository } from "../history/judged.ts";
import { simulated } from "./simulated.ts";

describe("directories of blocked commits", () => {
  test("at any depth, the root among them, whatever was done to a file", async () => {
    const repository = backlogRepository();
    repository.commit("Add", {
      "src/a/x/1.txt": "1",
      "src/b.txt": "1",
      "README.md": "1",
      "docs/a b/ü.md": "1",
    });
    repository.git("rm", "--quiet", "-r", "src/a");
    repository.commit("Remove");
    repository.git("mv", "docs", "texts");
    repository.commit("Move");
    repository.commit("Nothing");
    repository.commit("Allowed (TASK-1)", { "allowed/x.txt": "1" });
    const at = async (depth: number) =>
      Object.fromEntries(
        (await simulated(repository, { depth })).folders.rows.map(({ folder, blocked }) => [folder, blocked]),
      );
    expect(await at(1)).toEqual({ ".": 1, src: 2, docs: 2, texts: 1 });
    expect(await at(2)).toEqual({ ".": 1, src: 1, "src/a": 2, "docs/a b": 2, "texts/a b": 1 });
    expect(await at(3)).toEqual({ ".": 1, src: 1, "src/a/x": 2, "docs/a b": 2, "texts/a b": 1 });
  });

  test("a merge is told against its first parent", async () => {
    const repository = temporaryRepository();
    repository.commit("Begin", { "a/1.txt": "1" });
    repository.git("switch", "--quiet", "-c", "side");
    repository.commit("Side", { "b/1.txt": "1" });
    repository.git("switch", "--quiet", "main");
    repository.commit("Main", { "c/1.txt": "1" });
    repository.git("merge", "--quiet", "--no-edit", "side");
    expect(await rows(repository, [repository.git("rev-parse", "HEAD")])).toEqual([
      { folder: "b", blocked: 1 },
    ]);
  });

  test("what is kept of a long history is what git would say again", async () => {
    const repository = temporaryRepository();
    const ids = many(repository, 1200);
    const kept = repository.path(".git/golden-thread/history-folders");
    const first = await rows(repository, ids.slice(0, 700));
    expect(existsSync(kept)).toBe(true);
    const all = await rows(repository, ids);
    expect(first.reduce((sum, { blocked }) => sum + blocked, 0)).toBe(700);
    expect(all).toEqual(Array.from({ length: 4 }, (_, at) => ({ folder: `folder-${at}`, blocked: 300 })));
    repository.write(".git/golden-thread/history-folders", "not ours\n1 2");
    expect(await rows(repository, ids)).toEqual(all);
    expect(await rows(repository, ids)).toEqual(all);
  });
});

async function rows({ root, env }: TemporaryRepository, ids: readonly string[]) {
  return folderRows(await openRepository(openGit({ cwd: root, env })), ids, 1);
}

/** Commits that change one of four folders in turn, written with one child. */
function many(repository: TemporaryRepository, count: number): readonly string[] {
  const stream = Array.from({ length: count }, (_, at) => {
    const date = `${1_700_000_000 + at} +0000`;
    const message = `Commit ${at}`;
    return `commit refs/heads/main\ncommitter C <c@example.com> ${date}\ndata ${message.length}\n${message}\nM 100644 inline folder-${at % 4}/x\ndata ${message.length}\n${message}\n`;
  });
  repository.run(["fast-import", "--quiet"], { input: stream.join("\n") });
  return repository.git("rev-list", "main").split("\n");
}

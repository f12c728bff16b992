import { describe, expect, test } from "vitest";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { liveLines, ownersIn } from "../../src/trace/blame.ts";
import { type TemporaryRepository, temporaryRepository } from "../git/repo.ts";

/** Lines by path and subject of the commit that wrote them, and how many files git was asked about. */
async function live({ root, env, git }: TemporaryRepository, ...paths: readonly string[]) {
  const repo = await openRepository(openGit({ cwd: root, env }));
  let asked = 0;
  const progress = (done: number): void => {
    asked = done;
  };
  const { commits, files } = await liveLines(repo, git("rev-parse", "HEAD"), paths, { progress });
  const subject = (id: string) => git("log", "-1", "--format=%s", id);
  const lines = paths.map((path) => [
    path,
    Object.fromEntries(
      [...ownersIn(commits, files.get(path) ?? new Uint32Array())].map(([id, count]) => [subject(id), count]),
    ),
  ]);
  return { lines: Object.fromEntries(lines), asked };
}

function history(): TemporaryRepository {
  const repository = temporaryRepository();
  repository.commit("one", { a: "1\n2\n3\n", "b c": "1\n" });
  repository.commit("two", { a: "1\n2\nthree\n4\n" });
  return repository;
}

describe("a line that is put to the wrong commit", () => {
  test("by commit, whatever is in a path's name; renames are followed", async () => {
    const repository = history();
    repository.git("mv", "--", "b c", "-n");
    repository.commit("moved");
    const { lines } = await live(repository, "a", "-n", "none");
    expect(lines).toEqual({ a: { one: 2, two: 2 }, "-n": { one: 1 }, none: {} });
  });

  test("a list of commits to look through, brought by a change or configured, puts no line under another name", async () => {
    const repository = history();
    const noise = repository.commit("reformat", { a: "1 \n2 \nthree \n4 \n" });
    repository.commit("list", { ".git-blame-ignore-revs": `${noise}\n` });
    repository.git("config", "blame.ignoreRevsFile", ".git-blame-ignore-revs");
    expect((await live(repository, "a")).lines).toEqual({ a: { reformat: 4 } });
    repository.git("config", "blame.ignoreRevsFile", "gone");
    await expect(live(repository, "b c")).rejects.toMatchObject({
      code: "repository",
      fix: "git config --unset-all blame.ignoreRevsFile",
    });
  });

  test("no program that an attribute names is run over a file, nor changes what its lines are", async () => {
    const repository = history();
    repository.commit("attributes", { ".gitattributes": "a diff=shout\n" });
    repository.git("config", "diff.shout.textconv", "touch ran; echo >&2 ran; echo one line; true");
    expect((await live(repository, "a")).lines).toEqual({ a: { one: 2, two: 2 } });
    expect(repository.git("status", "--porcelain")).toBe("");
  });
});

describe("a second run that costs or says the same as nothing kept", () => {
  test("only what a commit touched is asked again; a line that came back belongs to who brought it", async () => {
    const repository = history();
    expect((await live(repository, "a", "b c")).asked).toBe(2);
    expect((await live(repository, "a", "b c")).asked).toBe(0);
    repository.commit("away", { a: "1\n" });
    repository.commit("back", { a: "1\n2\nthree\n4\n" });
    expect(await live(repository, "a", "b c")).toEqual({
      lines: { a: { one: 1, back: 3 }, "b c": { one: 1 } },
      asked: 1,
    });
  });

  test("a history that was rewritten is told as it is now", async () => {
    const repository = history();
    await live(repository, "a", "b c");
    repository.git("commit", "--quiet", "--amend", "-m", "two, again");
    expect(await live(repository, "a", "b c")).toEqual({
      lines: { a: { one: 2, "two, again": 2 }, "b c": { one: 1 } },
      asked: 1,
    });
  });
});

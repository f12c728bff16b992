import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultBranches, originUrl, shallowEdge } from "../../src/git/names.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { repositoryAt, type TemporaryRepository, temporaryRepository } from "./repo.ts";

const open = (made: TemporaryRepository) => openRepository(openGit({ cwd: made.root, env: made.env }));

describe("defaultBranches", () => {
  it("takes what the remotes' HEADs point at, whatever the remotes are called", async () => {
    const made = temporaryRepository({ branch: "develop" });
    const oid = made.commit("one");
    made.git("clone", "--quiet", made.root, "../clone");
    const clone = repositoryAt(join(made.root, "../clone"), made.env);
    clone.git("update-ref", "refs/remotes/team/fork/release/next", oid);
    clone.git("symbolic-ref", "refs/remotes/team/fork/HEAD", "refs/remotes/team/fork/release/next");
    expect(await defaultBranches(await open(clone))).toEqual(["develop", "release/next"]);
  });

  it("takes a bare repository's own HEAD", async () => {
    expect(await defaultBranches(await open(temporaryRepository({ bare: true, branch: "trunk" })))).toEqual([
      "trunk",
    ]);
  });

  it("falls back on the usual names, and on what git is told to call it", async () => {
    const made = temporaryRepository();
    expect(await defaultBranches(await open(made))).toEqual(["main", "master"]);
    made.git("config", "init.defaultBranch", "trunk");
    expect(await defaultBranches(await open(made))).toEqual(["main", "master", "trunk"]);
  });
});

describe("originUrl", () => {
  it.each([
    [{}, null],
    [{ origin: "https://github.com/o/r.git" }, "https://github.com/o/r.git"],
    [{ origin: "https://user:token@github.com/o/r" }, "https://github.com/o/r"],
    [{ origin: "git@github.com:o/r.git" }, "git@github.com:o/r.git"],
    [{ origin: "ssh://git@host:22/o/r" }, "ssh://git@host:22/o/r"],
    [{ origin: "gh:o/r" }, "https://github.com/o/r"],
    [{ origin: "/srv/git/r" }, "/srv/git/r"],
    [{ upstream: "https://x.example/a" }, "https://x.example/a"],
    [{ upstream: "https://x.example/a", fork: "https://x.example/b" }, null],
    [{ fork: "https://x.example/b", origin: "https://x.example/o" }, "https://x.example/o"],
  ])("of %j is %j", async (remotes, url) => {
    const made = temporaryRepository();
    made.git("config", "url.https://github.com/.insteadOf", "gh:");
    for (const [name, value] of Object.entries(remotes)) made.git("remote", "add", name, value);
    expect(await originUrl(await open(made))).toBe(url);
  });
});

describe("shallowEdge", () => {
  it("names the last commits that a shallow clone has", async () => {
    const made = temporaryRepository();
    made.commit("one");
    const two = made.commit("two");
    made.commit("three");
    made.git("clone", "--quiet", "--depth=2", `file://${made.root}`, "../clone");
    const clone = repositoryAt(join(made.root, "../clone"), made.env);
    clone.git("worktree", "add", "--quiet", "../linked");
    expect(await shallowEdge(await open(clone))).toEqual([two]);
    expect(await shallowEdge(await open(repositoryAt(join(made.root, "../linked"), made.env)))).toEqual([
      two,
    ]);
    expect(await shallowEdge(await open(made))).toEqual([]);
  });
});

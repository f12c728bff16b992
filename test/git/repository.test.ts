import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Fault } from "../../src/core/fault.ts";
import { commitRange } from "../../src/git/range.ts";
import { gitPath, head, openRepository, resolveCommit, workTreeRoot } from "../../src/git/repository.ts";
import { failure, openGit } from "../../src/git/run.ts";
import { startOpening } from "../../src/opening.ts";
import { hermeticEnv, repositoryAt, temporaryFolder, temporaryRepository } from "./repo.ts";

const faultOf = async (promise: Promise<unknown>): Promise<Fault> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Fault) return error;
  throw new Error(`wanted a Fault, got ${error}`);
};

const open = (cwd: string, env: Readonly<Record<string, string>>) => openRepository(openGit({ cwd, env }));

describe("openRepository", () => {
  it.each(["sha1", "sha256"] as const)(
    "knows a %s repository from a folder deep inside it",
    async (objectFormat) => {
      const made = temporaryRepository({ objectFormat });
      made.write("deep/down/file", "x");
      expect(await open(made.path("deep/down"), made.env)).toMatchObject({
        root: made.root,
        gitDir: made.path(".git"),
        commonDir: made.path(".git"),
        objectFormat,
        shallow: false,
        bare: false,
      });
    },
  );

  it("has no root in a bare repository, and says so only where one is needed", async () => {
    const made = temporaryRepository({ bare: true });
    const repo = await open(made.root, made.env);
    expect(repo).toMatchObject({ root: null, gitDir: made.root, bare: true });
    expect(() => workTreeRoot(repo)).toThrow(Fault);
  });

  it("has no root inside the git folder of a work tree", async () => {
    const made = temporaryRepository();
    expect(await open(made.path(".git"), made.env)).toMatchObject({ root: null, bare: false });
  });

  it("tells a linked work tree's own git folder from the shared one", async () => {
    const made = temporaryRepository();
    made.commit("first");
    made.git("worktree", "add", "--quiet", "../linked");
    const linked = repositoryAt(join(made.root, "../linked"), made.env);
    const repo = await open(linked.root, made.env);
    expect(repo).toMatchObject({
      root: linked.root,
      gitDir: made.path(".git/worktrees/linked"),
      commonDir: made.path(".git"),
    });
    expect(await gitPath(repo, "golden-thread")).toBe(made.path(".git/worktrees/linked/golden-thread"));
  });

  it("finds a submodule's git folder in the superproject", async () => {
    const inner = temporaryRepository();
    inner.commit("inner");
    const outer = temporaryRepository();
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", inner.root, "sub");
    expect(await open(outer.path("sub"), outer.env)).toMatchObject({
      root: outer.path("sub"),
      gitDir: outer.path(".git/modules/sub"),
    });
  });

  it("sees that a clone is shallow", async () => {
    const made = temporaryRepository();
    made.commit("one");
    made.commit("two");
    made.git("clone", "--quiet", "--depth=1", `file://${made.root}`, "../clone");
    expect(await open(join(made.root, "../clone"), made.env)).toMatchObject({ shallow: true });
  });

  it("takes the repository that a hook's GIT_DIR names, relative or not", async () => {
    const made = temporaryRepository();
    for (const GIT_DIR of [".git", made.path(".git")]) {
      expect(await open(made.root, { ...made.env, GIT_DIR })).toMatchObject({
        root: made.root,
        gitDir: made.path(".git"),
      });
    }
  });

  it("is not misled by a line break in a folder's name", async () => {
    const made = temporaryRepository({ folder: "a\nb" });
    expect(await open(made.root, made.env)).toMatchObject({ root: made.root, gitDir: made.path(".git") });
  });

  it("says that there is no repository", async () => {
    const folder = temporaryFolder();
    expect(await faultOf(open(folder, hermeticEnv(folder)))).toMatchObject({
      code: "repository",
      fix: "git init",
    });
  });

  it("says that the folder is missing, not that git is", async () => {
    const folder = temporaryFolder();
    const fault = await faultOf(open(join(folder, "absent"), hermeticEnv(folder)));
    expect(fault).toMatchObject({ code: "repository", found: join(folder, "absent") });
  });

  it("says how to get git where there is none", async () => {
    const folder = temporaryFolder();
    expect(await faultOf(open(folder, { PATH: folder }))).toMatchObject({
      code: "git",
      fix: expect.stringContaining("git-scm.com"),
    });
  });

  it("says that git is too old where it does not know the question", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "git"), "#!/bin/sh\nshift 3\nprintf '%s\\n' \"$@\"\n", { mode: 0o755 });
    expect(await faultOf(open(folder, { PATH: `${folder}:${process.env.PATH}` }))).toMatchObject({
      code: "git",
      wanted: "git 2.31 or later",
    });
  });

  it("gives the exact command for a repository of another user", async () => {
    const made = temporaryRepository({ folder: "it's mine" });
    const fault = await faultOf(open(made.root, { ...made.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" }));
    const command = `git config --global --add safe.directory '${made.root.replace("'", "'\\''")}'`;
    expect(fault).toMatchObject({ code: "repository", fix: command });
  });

  it("says what is wrong with a GIT_DIR, with a bare repository that git wants named, with a configuration", async () => {
    const made = temporaryRepository({ bare: true });
    const nowhere = await faultOf(open(made.root, { ...made.env, GIT_DIR: "/nowhere" }));
    expect(nowhere).toMatchObject({ code: "repository", found: "/nowhere", fix: "unset GIT_DIR" });
    const named = {
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "safe.bareRepository",
      GIT_CONFIG_VALUE_0: "explicit",
    };
    expect(await faultOf(open(made.root, { ...made.env, ...named }))).toMatchObject({
      code: "repository",
      fix: expect.stringContaining(made.root),
    });
    writeFileSync(join(made.root, "config"), "[core\n");
    expect(await faultOf(open(made.root, made.env))).toMatchObject({ code: "repository" });
    writeFileSync(
      join(made.root, "config"),
      "[core]\nrepositoryformatversion = 1\n[extensions]\nfuture = x\n",
    );
    expect(await faultOf(open(made.root, made.env))).toMatchObject({
      code: "git",
      fix: "Install a newer git.",
    });
  });

  it("gives it for the words of older gits too", () => {
    const words = "fatal: unsafe repository ('/srv/x' is owned by someone else)\n";
    expect(failure(["log"], 128, words, "/")).toMatchObject({
      code: "repository",
      fix: "git config --global --add safe.directory /srv/x",
    });
  });
});

describe("head", () => {
  it("answers on an unborn branch, on a branch and when detached", async () => {
    const made = temporaryRepository({ branch: "stash" });
    const repo = await open(made.root, made.env);
    expect(await head(repo)).toEqual({ branch: "stash", oid: null });
    const oid = made.commit("one");
    expect(await head(repo)).toEqual({ branch: "stash", oid });
    made.git("checkout", "--quiet", "--detach");
    expect(await head(repo)).toEqual({ branch: null, oid });
  });
});

describe("naming commits", () => {
  it("peels tags and reads names that look like options or ranges as names", async () => {
    const made = temporaryRepository();
    const oid = made.commit("one");
    made.git("tag", "-a", "-m", "tag", "v1");
    made.git("update-ref", "refs/heads/--all", oid);
    const repo = await open(made.root, made.env);
    expect(await resolveCommit(repo, "v1")).toBe(oid);
    expect(await resolveCommit(repo, "--all")).toBe(oid);
    for (const rev of [
      "--branches",
      "-1",
      "HEAD..HEAD",
      "HEAD HEAD",
      "^HEAD",
      "",
      "HEAD:",
      "a\nb",
      "--output=x",
    ]) {
      expect(await faultOf(resolveCommit(repo, rev))).toMatchObject({ code: "repository" });
    }
    expect(await faultOf(resolveCommit(repo, "a\0b"))).toMatchObject({ code: "usage" });
  });

  it("asks whether a near name was meant", async () => {
    const made = temporaryRepository();
    made.commit("one");
    const repo = await open(made.root, made.env);
    expect(await faultOf(resolveCommit(repo, "mian"))).toMatchObject({
      wanted: expect.stringContaining('"main"'),
    });
  });

  it("says of an unborn branch that there is no commit yet", async () => {
    const made = temporaryRepository();
    const repo = await open(made.root, made.env);
    expect(await faultOf(commitRange(repo.git, { range: "HEAD" }))).toMatchObject({
      code: "repository",
      found: "an unborn branch",
    });
  });

  it("peels tags at the ends of a range", async () => {
    const made = temporaryRepository();
    const one = made.commit("one");
    made.git("tag", "-a", "-m", "tag", "v1");
    const two = made.commit("two");
    made.git("tag", "-a", "-m", "tag", "v2");
    const { git } = await open(made.root, made.env);
    expect(await commitRange(git, { range: "v1..v2" })).toEqual({ include: [two], exclude: [one] });
    expect(await commitRange(git, { range: "v2" })).toEqual({ include: [two], exclude: [] });
    expect(await commitRange(git, { range: "v2", single: true })).toEqual({ include: [two], exclude: [one] });
  });

  it("means the same where repository and range are asked for at once", async () => {
    const made = temporaryRepository();
    made.commit("one");
    made.git("tag", "-a", "-m", "tag", "v1");
    made.commit("two");
    const world = { cwd: made.root, env: made.env };
    const { git } = await open(made.root, made.env);
    for (const range of ["HEAD", "v1..HEAD", "HEAD~1...HEAD", "HEAD^@", "HEAD^!"]) {
      expect(await startOpening(world, { range }).range).toEqual(await commitRange(git, { range }));
    }
    for (const range of [
      "^HEAD",
      "^v1",
      "^HEAD^{commit}",
      "-x",
      "--all",
      "HEAD..",
      "nowhere",
      "v1..nowhere",
    ]) {
      const opening = startOpening(world, { range });
      await expect(opening.range).rejects.toMatchObject({ code: "repository" });
      expect((await opening.repo).root).toBe(made.root);
    }
  });

  it("turns ranges into ids", async () => {
    const made = temporaryRepository();
    const one = made.commit("one");
    const two = made.commit("two");
    const repo = await open(made.root, made.env);
    expect(await commitRange(repo.git, { range: "HEAD~1..HEAD" })).toEqual({
      include: [two],
      exclude: [one],
    });
    const both = await commitRange(repo.git, { range: "HEAD~1...HEAD" });
    expect(both).toEqual({ include: expect.arrayContaining([one, two]), exclude: [one] });
    expect(await commitRange(repo.git, { range: "HEAD" })).toEqual({ include: [two], exclude: [] });
    for (const range of ["HEAD^!", "HEAD^{commit}^!", "HEAD^-"])
      expect(await commitRange(repo.git, { range }), range).toEqual({ include: [two], exclude: [one] });
    expect(await commitRange(repo.git, { range: ":/two" })).toEqual({ include: [two], exclude: [] });
    for (const range of ["..", "...", "HEAD..", "..HEAD", ""]) {
      const fault = { code: "repository", message: "An end of the range is left out." };
      expect(await faultOf(commitRange(repo.git, { range })), range).toMatchObject(fault);
    }
    made.git("tag", "a-file", made.git("hash-object", "-w", "--stdin"));
    expect(await faultOf(commitRange(repo.git, { range: "a-file" }))).toMatchObject({
      message: '"a-file" is no commit.',
    });
    expect(await faultOf(commitRange(repo.git, { range: "HEAD~1..HEAD", single: true }))).toMatchObject({
      fix: "golden-thread check range HEAD~1..HEAD",
    });
    const single = { include: [two], exclude: [one] };
    expect(await commitRange(repo.git, { range: "HEAD", single: true })).toEqual(single);
    expect(await faultOf(commitRange(repo.git, { range: "HEAD..nowhere" }))).toMatchObject({
      code: "repository",
      found: "nowhere",
    });
  });
});

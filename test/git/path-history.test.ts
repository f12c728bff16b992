import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { walkPaths } from "../../src/git/path-history.ts";
import { readCommit } from "../../src/git/read-commit.ts";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { type TemporaryRepository, temporaryRepository } from "./repo.ts";

const open = (made: TemporaryRepository): Promise<Repository> =>
  openRepository(openGit({ cwd: made.root, env: made.env }));

describe("walkPaths", () => {
  const paths = async (made: TemporaryRepository, ...revisions: readonly string[]) => {
    const found: Record<string, readonly string[]> = {};
    await walkPaths(await open(made), revisions, (commit, changed) => {
      const lines = changed.map(({ path, status, mode }) => `${status} ${mode} ${path}`);
      found[commit.message.trimEnd()] = lines;
    });
    return found;
  };

  it("lists root commits, empty ones, merges against their first parent, and every kind of change", async () => {
    const made = temporaryRepository();
    made.commit("root", { a: "1\n2\n3\n", gone: "x", kept: "x" });
    made.commit("empty");
    made.git("checkout", "--quiet", "-b", "side");
    made.commit("side", { side: "1" });
    made.git("checkout", "--quiet", "main");
    made.git("rm", "--quiet", "gone");
    made.git("mv", "a", "b");
    made.git("update-index", "--chmod=+x", "kept");
    made.git("commit", "--quiet", "-m", "changes");
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
    // Settings of the user and the repository that would change the answer.
    for (const [key, value] of Object.entries({
      "log.showRoot": "false",
      "log.diffMerges": "combined",
      "log.showSignature": "true",
      "log.decorate": "full",
      "diff.renames": "copies",
      "diff.relative": "true",
      "diff.noprefix": "true",
      "core.abbrev": "4",
      "format.pretty": "oneline",
    })) {
      made.git("config", key, value);
    }
    expect(await paths(made, "HEAD")).toEqual({
      root: ["added 100644 a", "added 100644 gone", "added 100644 kept"],
      empty: [],
      side: ["added 100644 side"],
      changes: ["deleted 000000 a", "added 100644 b", "deleted 000000 gone", "modified 100755 kept"],
      merge: ["added 100644 side"],
    });
  });

  it("keeps names apart whatever they hold", async () => {
    const made = temporaryRepository();
    const names = [
      "-dash",
      'quo"te',
      "line\nbreak",
      "\nfirst",
      ":100644 100644 a b M",
      "ünï",
      "tab\t",
      `${"a".repeat(40)}`,
    ];
    made.commit("names", Object.fromEntries(names.map((name) => [name, name])));
    writeFileSync(Buffer.concat([Buffer.from(`${made.root}/`), Buffer.from([0x66, 0xff, 0x66])]), "x");
    made.commit("bytes");
    const found = await paths(made, "HEAD");
    expect(found.names).toEqual(
      [...names]
        .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        .map((name) => `added 100644 ${name}`),
    );
    expect(found.bytes).toEqual(["added 100644 f\\377f"]);
  });

  it("shows a changed submodule and a link, whatever is told to be ignored", async () => {
    const made = temporaryRepository();
    made.commit("root", { ".gitmodules": '[submodule "sub"]\n\tpath = sub\n\turl = x\n\tignore = all\n' });
    made.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},sub`);
    made.git(
      "update-index",
      "--add",
      "--cacheinfo",
      `120000,${made.git("rev-parse", "HEAD:.gitmodules")},link`,
    );
    made.git("commit", "--quiet", "-m", "added");
    expect((await paths(made, "HEAD")).added).toEqual(["added 120000 link", "added 160000 sub"]);
  });
});

describe("readCommit", () => {
  it("reads one commit with and without its paths, a merge and a root too", async () => {
    const made = temporaryRepository();
    const root = made.commit("root", { a: "1" });
    made.git("checkout", "--quiet", "-b", "side");
    made.commit("side", { side: "1" });
    made.git("checkout", "--quiet", "main");
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
    const repo = await open(made);
    expect(await readCommit(repo, root, { paths: false })).toEqual({
      id: root,
      parents: [],
      author: { name: "Ada Author", email: "ada@example.com" },
      committer: { name: "Cy Committer", email: "cy@example.com" },
      authoredAt: 1_700_000_060,
      committedAt: 1_700_000_060,
      message: "root\n",
      paths: null,
    });
    expect((await readCommit(repo, root, { paths: true })).paths).toMatchObject([
      { path: "a", status: "added" },
    ]);
    expect((await readCommit(repo, "HEAD", { paths: true })).paths).toMatchObject([{ path: "side" }]);
  });
});

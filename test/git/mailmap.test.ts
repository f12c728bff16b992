import { symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { mappedAuthors } from "../../src/git/mailmap.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { repositoryAt, type TemporaryRepository, temporaryRepository } from "./repo.ts";

const ADA = "Ada <ada@example.test>";
const HOME = { name: "ada", email: "ADA@home.test" };
const GOOD = `${ADA} <ada@home.test>\n`;
const HOSTILE = `${ADA} <mallory@example.test>\n`;
const MALLORY = { name: "Mallory", email: "mallory@example.test" };

async function asked(
  { root, env }: Pick<TemporaryRepository, "root" | "env">,
  place: Parameters<typeof mappedAuthors>[1],
  more: Readonly<Record<string, string>> = {},
) {
  const repo = await openRepository(openGit({ cwd: root, env: { ...env, ...more } }));
  return mappedAuthors(repo, place, [HOME, MALLORY, { name: "", email: "ada@home.test" }]);
}

const RIGHT = {
  "ada <ADA@home.test>": { name: "Ada", email: "ada@example.test" },
  "<ada@home.test>": { name: "Ada", email: "ada@example.test" },
};

function withBranch(): { readonly repository: TemporaryRepository; readonly base: string } {
  const repository = temporaryRepository();
  const base = repository.commit("Begin", { ".mailmap": GOOD });
  repository.commit("Make me Ada", { ".mailmap": HOSTILE });
  return { repository, base };
}

test("the work tree's own .mailmap counts beside the trusted one", async () => {
  const { repository, base } = withBranch();
  expect(await asked(repository, { blob: `${base}:.mailmap` })).toEqual(RIGHT);
});

test("git's configuration and environment bring another .mailmap in", async () => {
  const { repository, base } = withBranch();
  repository.git("config", "mailmap.file", repository.path(".mailmap"));
  repository.git("config", "mailmap.blob", "HEAD:.mailmap");
  const more = { GIT_WORK_TREE: repository.root, GIT_DIR: repository.path(".git") };
  expect(await asked(repository, { blob: `${base}:.mailmap` }, more)).toEqual(RIGHT);
});

test("a work tree that the configuration names brings its own", async () => {
  const { repository, base } = withBranch();
  repository.git("config", "core.worktree", "..");
  expect(await asked(repository, { blob: `${base}:.mailmap` })).toEqual(RIGHT);
});

test("a linked work tree's branch brings its own", async () => {
  const { repository, base } = withBranch();
  const linked = repository.path("..", "linked");
  repository.git("worktree", "add", "--quiet", "-b", "other", linked);
  expect(await asked(repositoryAt(linked, repository.env), { blob: `${base}:.mailmap` })).toEqual(RIGHT);
});

test("a tree without a .mailmap takes that of HEAD", async () => {
  const repository = temporaryRepository();
  const base = repository.commit("Begin", { "a.txt": "a" });
  repository.commit("Make me Ada", { ".mailmap": HOSTILE });
  expect(await asked(repository, { blob: `${base}:.mailmap` })).toEqual({});
});

test("a hook does not see a .mailmap that is not committed", async () => {
  const repository = temporaryRepository();
  repository.write(".mailmap", GOOD);
  expect(await asked(repository, { file: repository.path(".mailmap") })).toEqual(RIGHT);
});

test("a bare repository has none", async () => {
  const { repository, base } = withBranch();
  const bare = repository.path("..", "bare.git");
  repository.git("clone", "--quiet", "--bare", repository.root, bare);
  expect(await asked(repositoryAt(bare, repository.env), { blob: `${base}:.mailmap` })).toEqual(RIGHT);
});

test("authors that git can't read end the run, or shift the answers", async () => {
  const { repository, base } = withBranch();
  const repo = await openRepository(openGit({ cwd: repository.root, env: repository.env }));
  const odd = [
    { name: "no\nline", email: "x@y" },
    { name: "empty", email: "" },
    { name: "a <b>", email: "c" },
  ];
  const told = await mappedAuthors(repo, { blob: `${base}:.mailmap` }, [...odd, HOME, ...odd]);
  expect(Object.keys(told)).toEqual(["ada <ADA@home.test>"]);
});

test("a link as .mailmap is no blob of persons", async () => {
  const repository = temporaryRepository();
  symlinkSync("elsewhere", repository.path(".mailmap"));
  const base = repository.commit("Begin", { elsewhere: HOSTILE });
  expect(await asked(repository, { blob: `${base}:.mailmap` })).toEqual({});
});

import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { CLIENT_HOOKS } from "../../src/core/hook-names.ts";
import { REPOSITORY } from "../../src/core/version.ts";
import { workTree } from "../../src/git/tree.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { rules } from "../../src/rules/index.ts";
import { policyText } from "../../src/setup/policy-text.ts";
import { type TemporaryRepository, temporaryFolder, temporaryRepository } from "../git/repo.ts";
import { golden } from "./world.ts";

/** Every file below a folder with its mode and bytes. */
function snapshot(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isFile())
    .map((path) => `${path} ${statSync(path).mode} ${readFileSync(path, "hex")}`)
    .sort();
}

async function init(
  repo: TemporaryRepository,
  ...args: readonly string[]
): Promise<readonly { code: string; path: string; line?: string }[]> {
  const { code, stdout, stderr } = await golden(["init", "--json", ...args], {
    cwd: repo.root,
    env: repo.env,
  });
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return JSON.parse(stdout).steps;
}

/** Codes in order, those of the four hooks once where they are the same. */
const codes = (steps: readonly { readonly code: string }[]) =>
  steps.map(({ code }) => code).filter((code, index, all) => code !== all[index - 1]);

/** Only commit-msg has a say: what the other hooks answer is tested elsewhere. */
function onlyCommitMsg(repo: TemporaryRepository): void {
  for (const name of ["prepare-commit-msg", "pre-commit", "pre-push"]) repo.hook(name, "#!/bin/sh\nexit 0\n");
}

describe("init", () => {
  test("sets up a new repository", async () => {
    const repo = temporaryRepository();
    expect(codes(await init(repo, "--yes", "--backlog"))).toEqual([
      "policy-written",
      "hook-written",
      "backlog-written",
    ]);
    expect(parse(readFileSync(repo.path("golden-thread.yml"), "utf8")).remotes).toEqual({
      tasks: { kind: "markdown" },
    });
    expect(statSync(repo.path(".git/hooks/commit-msg")).mode & 0o111).toBe(0o111);
    expect(readFileSync(repo.path(".git/hooks/commit-msg"), "utf8")).toMatch(/^entry='.*dist\/hook\.cjs'$/mu);
  });
  test("changes nothing when it runs again", async () => {
    const repo = temporaryRepository();
    await init(repo, "--yes", "--backlog");
    const before = snapshot(repo.root);
    expect(codes(await init(repo, "--yes", "--backlog"))).toEqual([
      "policy-kept",
      "hook-kept",
      "backlog-kept",
    ]);
    expect(snapshot(repo.root)).toEqual(before);
  });
  test("writes nothing with --dry-run, nor without being told", async () => {
    const repo = temporaryRepository();
    const before = snapshot(repo.root);
    expect(codes(await init(repo, "--dry-run", "--backlog"))).toContain("policy-written");
    expect((await golden(["init"], { cwd: repo.root, env: repo.env })).code).toBe(2);
    expect(snapshot(repo.root)).toEqual(before);
  });
  test("works from a folder below, and in a linked work tree", async () => {
    const repo = temporaryRepository();
    repo.commit("first", { "sub/file.txt": "text" });
    await golden(["init", "--yes"], { cwd: repo.path("sub"), env: repo.env });
    expect(existsSync(repo.path("golden-thread.yml"))).toBe(true);
    const other = join(temporaryFolder(), "other");
    repo.git("worktree", "add", "--quiet", other);
    const { stdout } = await golden(["init", "--yes", "--json"], { cwd: other, env: repo.env });
    expect(codes(JSON.parse(stdout).steps)).toEqual(["policy-written", "hook-kept"]);
  });
  test.each([".golden-thread.yml", "golden-thread.yaml", "golden-thread.json"])(
    "keeps the policy %s",
    async (name) => {
      const repo = temporaryRepository();
      repo.write(name, "version: 1\n");
      expect(codes(await init(repo, "--yes"))).toContain("policy-kept");
      expect(readFileSync(repo.path(name), "utf8")).toBe("version: 1\n");
    },
  );
  test("is refused outside a repository and in a bare one", async () => {
    expect(
      (await golden(["init", "--yes"], { cwd: temporaryFolder(), env: temporaryRepository().env })).code,
    ).toBe(2);
    const bare = temporaryRepository({ bare: true });
    expect((await golden(["init", "--yes"], { cwd: bare.root, env: bare.env })).code).toBe(2);
  });
  test("names a GitHub origin in the policy", async () => {
    const repo = temporaryRepository();
    repo.git("remote", "add", "origin", "git@github.com:octo/cat.git");
    await init(repo, "--yes");
    expect(parse(readFileSync(repo.path("golden-thread.yml"), "utf8")).remotes.github).toEqual({
      kind: "github",
      repo: "octo/cat",
    });
  });
});

describe("a commit-msg hook that is there already", () => {
  const foreign = '#!/bin/sh\necho "theirs: $1" >&2\n';
  test("is moved, not lost, and runs before ours", async () => {
    const repo = temporaryRepository();
    repo.hook("commit-msg", foreign);
    expect(codes(await init(repo, "--yes"))).toContain("hook-chained");
    expect(readFileSync(repo.path(".git/hooks/commit-msg.before-golden-thread"), "utf8")).toBe(foreign);
    onlyCommitMsg(repo);
    repo.hook("commit-msg.golden-thread", "#!/bin/sh\necho ours >&2\nexit 1\n");
    const { code, stderr } = repo.run(["commit", "--allow-empty", "-m", "x"]);
    expect(code).not.toBe(0);
    expect(stderr).toBe("theirs: .git/COMMIT_EDITMSG\nours\n");
  });
  test("stops the commit when it fails", async () => {
    const repo = temporaryRepository();
    repo.hook("commit-msg", "#!/bin/sh\nexit 7\n");
    await init(repo, "--yes");
    onlyCommitMsg(repo);
    repo.hook("commit-msg.golden-thread", "#!/bin/sh\nexit 0\n");
    expect(repo.run(["commit", "--allow-empty", "-m", "x"]).code).not.toBe(0);
  });
  test("stays ignored where git ignored it", async () => {
    const repo = temporaryRepository();
    repo.hook("commit-msg", "#!/bin/sh\nexit 7\n");
    chmodSync(repo.path(".git/hooks/commit-msg"), 0o644);
    await init(repo, "--yes");
    onlyCommitMsg(repo);
    repo.hook("commit-msg.golden-thread", "#!/bin/sh\nexit 0\n");
    expect(repo.run(["commit", "--allow-empty", "-m", "x"]).code).toBe(0);
  });
  test("that is a link is moved as a link: its target is not written to", async () => {
    const repo = temporaryRepository();
    repo.write("tools/check", foreign);
    repo.hook("placeholder", foreign);
    symlinkSync("../../tools/check", repo.path(".git/hooks/commit-msg"));
    expect(codes(await init(repo, "--yes"))).toContain("hook-chained");
    expect(readFileSync(repo.path("tools/check"), "utf8")).toBe(foreign);
  });
  test("is kept on the second run as well", async () => {
    const repo = temporaryRepository();
    repo.hook("commit-msg", foreign);
    await init(repo, "--yes");
    const before = snapshot(repo.root);
    expect(codes(await init(repo, "--yes"))).toContain("hook-kept");
    expect(snapshot(repo.root)).toEqual(before);
  });
  test("is brought up to date when it is ours from another place", async () => {
    const repo = temporaryRepository();
    await init(repo, "--yes");
    const path = repo.path(".git/hooks/commit-msg");
    const ours = readFileSync(path, "utf8");
    repo.hook("commit-msg", ours.replace(/^entry=.*$/mu, "entry='/gone/dist/hook.cjs'"));
    expect(codes(await init(repo, "--yes"))).toContain("hook-updated");
    expect(readFileSync(path, "utf8")).toBe(ours);
  });
});

describe("hooks that are managed elsewhere", () => {
  test.each([".husky/_", ".husky"])("husky at %s gets one line, once", async (folder) => {
    const repo = temporaryRepository();
    repo.git("config", "core.hooksPath", folder);
    repo.write(".husky/commit-msg", "npm test");
    expect(codes(await init(repo, "--yes"))).toContain("hook-updated");
    expect(readFileSync(repo.path(".husky/commit-msg"), "utf8")).toBe(
      'npm test\ngolden-thread-hook commit-msg "$@"\n',
    );
    expect(codes(await init(repo, "--yes"))).toContain("hook-kept");
  });
  test("husky that was not run here is told: git would run nothing", async () => {
    const repo = temporaryRepository();
    repo.git("config", "core.hooksPath", ".husky/_");
    const told = (await init(repo, "--yes")).find(({ code }) => code === "hook-asleep");
    expect(told).toMatchObject({ path: ".husky/_", line: "npx husky" });
    expect(codes(await init(repo, "--yes"))).toContain("hook-asleep");
    for (const name of CLIENT_HOOKS) repo.write(`.husky/_/${name}`, "#!/bin/sh\n");
    expect(codes(await init(repo, "--yes"))).toContain("hook-asleep");
    for (const name of CLIENT_HOOKS) chmodSync(repo.path(`.husky/_/${name}`), 0o755);
    expect(codes(await init(repo, "--yes"))).toEqual(["policy-kept", "hook-kept"]);
  });
  test.each(["tools/hooks", "/nowhere/hooks"])(
    "a shared folder %s is not written to; the line to add is told",
    async (folder) => {
      const repo = temporaryRepository();
      repo.git("config", "core.hooksPath", folder);
      const steps = await init(repo, "--yes");
      expect(steps.find(({ code }) => code === "hook-by-hand")?.line).toBe(
        'golden-thread-hook commit-msg "$@"',
      );
      expect(existsSync(repo.path("tools"))).toBe(false);
    },
  );
});

test.each([
  ["https://github.com/octo/cat.git", { github: { kind: "github", repo: "octo/cat" } }],
  ["https://user:secret@github.com/octo/cat", { github: { kind: "github", repo: "octo/cat" } }],
  ["git@github.com:octo/cat.js.git", { github: { kind: "github", repo: "octo/cat.js" } }],
  ["git@gitlab.com:octo/sub/cat.git", { gitlab: { kind: "gitlab", project: "octo/sub/cat" } }],
  [
    "https://dev.azure.com/my-org/My%20Project/_git/cat",
    { boards: { kind: "azure-devops", organization: "my-org", project: "My Project" } },
  ],
  ["https://github.com/true/no", { github: { kind: "github", repo: "true/no" } }],
  ["https://github.com.evil.test/octo/cat", {}],
  ["/srv/git/cat.git", {}],
  [null, {}],
])("the origin %s is the remote %j of the first policy", (origin, remotes) => {
  const policy = parse(policyText({ origin, tasks: false, remotes: {}, schema: null }));
  expect(policy.remotes ?? {}).toEqual(remotes);
});

test.each([
  [null, true, null],
  [
    "git@github.com:octo/cat.git",
    false,
    "./node_modules/golden-thread/dist/schema/golden-thread.schema.json",
  ],
  ["https://dev.azure.com/my-org/My%20Project/_git/cat", true, null],
  [null, false, null],
])("the first policy (origin %s, tasks %s) can be used as it is", async (origin, tasks, schema) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "golden-thread.yml"), policyText({ origin, tasks, remotes: {}, schema }));
  const detected = { originUrl: null, tasks: null };
  const law = await loadPolicy({
    tree: workTree(folder),
    place: "hook",
    detected,
    rules,
    today: "2026-11-22",
  });
  expect(law.preset).toBe("standard");
  expect(law.remotes).toHaveLength((tasks ? 1 : 0) + (origin === null ? 0 : 1));
});

describe("--workflow", () => {
  test("pins what our own workflows pin, reads the whole history, and names the repository that we come from", async () => {
    const repo = temporaryRepository();
    repo.git("remote", "add", "origin", "git@github.com:octo/cat.git");
    expect(codes(await init(repo, "--yes", "--workflow"))).toContain("workflow-written");
    const text = readFileSync(repo.path(".github/workflows/golden-thread.yml"), "utf8");
    const { steps } = parse(text).jobs["golden-thread"];
    expect(steps[0].with).toEqual({ "fetch-depth": 0, "persist-credentials": false });
    expect(steps[1].uses).toBe(`${new URL(REPOSITORY).pathname.slice(1)}@v1`);
    const own = readFileSync(new URL("../../.github/workflows/ci.yml", import.meta.url), "utf8");
    expect(own).toContain(steps[0].uses);
    expect(codes(await init(repo, "--yes", "--workflow"))).toContain("workflow-kept");
  });
  test.each([
    ["git@gitlab.com:octo/cat.git", ".gitlab-ci.yml"],
    ["https://dev.azure.com/org/project/_git/cat", "azure-pipelines.yml"],
  ])("for %s tells what to add to %s", async (origin, path) => {
    const repo = temporaryRepository();
    repo.git("remote", "add", "origin", origin);
    const told = (await init(repo, "--yes", "--workflow")).find(({ code }) => code === "workflow-by-hand");
    expect(told?.path).toBe(path);
    expect(parse(told?.line ?? "")).toBeTruthy();
    expect(existsSync(repo.path(path))).toBe(false);
  });
});

test("a manager that nobody knows is a usage error", async () => {
  const repo = temporaryRepository();
  const { code, stderr } = await golden(["init", "--yes", "--hooks", "husk"], {
    cwd: repo.root,
    env: repo.env,
  });
  expect(code).toBe(2);
  expect(stderr).toContain("auto, husky, lefthook, pre-commit, native");
});

test("the schema's address is the repository that package.json names", () => {
  const { repository: named } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  expect(named.url).toBe(`git+${REPOSITORY}.git`);
});

import {
  appendFileSync,
  chmodSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { repositoryAt, type TemporaryRepository, temporaryRepository } from "../git/repo.ts";
import { LEFTHOOK, PRE_COMMIT, REPOSITORIES, THEIRS } from "./repositories.ts";
import { snapshot } from "./snapshot.ts";
import { golden } from "./world.ts";

interface Told {
  readonly code: number;
  readonly steps: readonly { readonly code: string; readonly path: string; readonly line?: string }[];
  readonly diff?: string;
}

async function run(repo: TemporaryRepository, command: string, ...args: readonly string[]): Promise<Told> {
  const { code, stdout } = await golden([command, "--json", ...args], { cwd: repo.root, env: repo.env });
  return { code, ...JSON.parse(stdout) };
}

describe.each(REPOSITORIES)("init twice, then uninstall: %s", (_, make) => {
  test.each([[["--backlog", "--workflow"]], [["--hooks", "native"]]])("%j", async (args) => {
    const repo = make();
    const home = dirname(repo.env.GIT_CONFIG_GLOBAL ?? "");
    const before = snapshot(home);
    expect((await run(repo, "init", "--dry-run", ...args)).code).toBe(0);
    expect(snapshot(home)).toEqual(before);
    expect((await run(repo, "init", "--yes", ...args)).code).toBe(0);
    const once = snapshot(home);
    const again = await run(repo, "init", "--yes", ...args);
    expect(again.steps.filter(({ code }) => /written|edited|chained|updated|woken/u.test(code))).toEqual([]);
    expect(snapshot(home)).toEqual(once);
    expect((await run(repo, "uninstall", "--dry-run")).code).toBe(0);
    expect(snapshot(home)).toEqual(once);
    expect((await run(repo, "uninstall", "--yes")).code).toBe(0);
    expect(snapshot(home)).toEqual(before);
    expect((await run(repo, "uninstall", "--yes")).steps).toEqual([]);
  });
});

describe("what was changed since is the user's", () => {
  test("a policy and a task stay; the rest goes", async () => {
    const repo = temporaryRepository();
    await run(repo, "init", "--yes", "--backlog");
    appendFileSync(repo.path("golden-thread.yml"), "# mine\n");
    const { steps } = await run(repo, "uninstall", "--yes");
    expect(steps.filter(({ code }) => code === "left").map(({ path }) => path)).toEqual([
      "golden-thread.yml",
    ]);
    expect(readFileSync(repo.path("golden-thread.yml"), "utf8")).toMatch(/# mine\n$/u);
    expect(existsSync(repo.path("backlog"))).toBe(false);
    expect(existsSync(repo.path(".git/hooks/commit-msg"))).toBe(false);
  });
  test("a task of one's own keeps the backlog's folder", async () => {
    const repo = temporaryRepository();
    await run(repo, "init", "--yes", "--backlog");
    repo.write("backlog/tasks/task-2 - Mine.md", "mine");
    await run(repo, "uninstall", "--yes");
    expect(snapshot(repo.path("backlog")).map((line) => line.split(" ")[0])).toEqual([
      "tasks",
      "tasks/task-2",
    ]);
  });
  test("a hook of ours that was edited stays, and so does the one behind it, which nobody loses", async () => {
    const repo = temporaryRepository();
    repo.hook("commit-msg", THEIRS);
    await run(repo, "init", "--yes");
    appendFileSync(repo.path(".git/hooks/commit-msg"), "# mine\n");
    const { steps } = await run(repo, "uninstall", "--yes");
    expect(steps.filter(({ code }) => code === "left")).toHaveLength(2);
    expect(readFileSync(repo.path(".git/hooks/commit-msg.before-golden-thread"), "utf8")).toBe(THEIRS);
    rmSync(repo.path(".git/hooks/commit-msg"));
    await run(repo, "uninstall", "--yes");
    expect(readFileSync(repo.path(".git/hooks/commit-msg"), "utf8")).toBe(THEIRS);
  });
  test.each([
    ["commit-msg", "npm test\n"],
    ["pre-push", '#!/bin/sh\ngit lfs pre-push "$@"\n'],
  ])("husky's %s loses our part alone", async (name, text) => {
    const repo = temporaryRepository();
    repo.git("config", "core.hooksPath", ".husky/_");
    repo.write(`.husky/${name}`, text);
    await run(repo, "init", "--yes");
    expect(readFileSync(repo.path(".husky", name), "utf8")).toContain("golden-thread");
    appendFileSync(repo.path(".husky", name), "echo mine\n");
    await run(repo, "uninstall", "--yes");
    expect(readFileSync(repo.path(".husky", name), "utf8")).toBe(`${text}echo mine\n`);
  });
  test.each([
    ["lefthook.yml", LEFTHOOK, "\npost-merge:\n  jobs:\n    - run: echo mine\n"],
    [".pre-commit-config.yaml", PRE_COMMIT, "\n# mine\n"],
  ])("%s loses our part alone", async (name, text, more) => {
    const repo = temporaryRepository();
    repo.write(name, text);
    await run(repo, "init", "--yes");
    appendFileSync(repo.path(name), more);
    const { steps } = await run(repo, "uninstall", "--yes");
    expect(steps.find(({ path }) => path === name)?.code).toBe("part-removed");
    const rest = readFileSync(repo.path(name), "utf8");
    expect(rest).not.toContain("golden-thread");
    expect(rest).toContain("mine");
    expect(rest).toBe(text + more);
  });
});

test.each([[[]], [["moved"]], [["moved", "ours"]]])(
  "an init that was killed after %j is finished by the next one, and taken back whole",
  async (done: readonly string[]) => {
    const repo = temporaryRepository();
    repo.hook("commit-msg", THEIRS);
    const before = snapshot(repo.root);
    const path = repo.path(".git/hooks/commit-msg");
    await run(repo, "init", "--yes");
    const whole = snapshot(repo.root);
    rmSync(path);
    if (!done.includes("ours")) rmSync(`${path}.golden-thread`);
    if (!done.includes("moved")) renameSync(`${path}.before-golden-thread`, path);
    await run(repo, "init", "--yes");
    expect(snapshot(repo.root).map((line) => line.split(" ")[0])).toEqual(
      whole.map((line) => line.split(" ")[0]),
    );
    await run(repo, "uninstall", "--yes");
    expect(snapshot(repo.root)).toEqual(before);
  },
);

test("who asked for native hooks beside lefthook keeps them, and doctor knows", async () => {
  const repo = temporaryRepository();
  repo.write("lefthook.yml", LEFTHOOK);
  await run(repo, "init", "--yes", "--hooks", "native");
  const { steps } = await run(repo, "init", "--yes");
  expect(new Set(steps.map(({ code }) => code))).toEqual(new Set(["policy-kept", "hook-kept"]));
  const { stdout } = await golden(["doctor", "--json"], { cwd: repo.root, env: repo.env });
  expect(JSON.parse(stdout)).toMatchObject({ manager: "native", healthy: true });
});

test("a repository that was moved is found by its record", async () => {
  const repo = temporaryRepository();
  repo.hook("commit-msg", THEIRS);
  const before = snapshot(repo.root);
  await run(repo, "init", "--yes");
  const moved = `${repo.root} moved`;
  renameSync(repo.root, moved);
  await run(repositoryAt(moved, repo.env), "uninstall", "--yes");
  expect(snapshot(moved)).toEqual(before);
});

test("hooks that an older golden-thread installed without a record are taken back too", async () => {
  const repo = temporaryRepository();
  repo.hook("commit-msg", THEIRS);
  const before = snapshot(repo.path(".git"));
  await run(repo, "init", "--yes");
  rmSync(repo.path(".git/golden-thread/setup.json"));
  await run(repo, "uninstall", "--yes");
  rmSync(repo.path(".git/golden-thread"), { recursive: true, force: true });
  expect(snapshot(repo.path(".git"))).toEqual(before);
});

test("an edit of a new version over a file that was changed meanwhile never brings the old file back", async () => {
  const repo = temporaryRepository();
  repo.write("lefthook.yml", LEFTHOOK);
  await run(repo, "init", "--yes");
  const text = readFileSync(repo.path("lefthook.yml"), "utf8");
  writeFileSync(
    repo.path("lefthook.yml"),
    `${text.replace(/^ *# golden-thread:begin[\s\S]*?golden-thread:end\n/mu, "")}# mine\n`,
  );
  await run(repo, "init", "--yes");
  await run(repo, "uninstall", "--yes");
  const rest = readFileSync(repo.path("lefthook.yml"), "utf8");
  expect(rest).toContain("# mine");
  expect(parse(rest)).toEqual(parse(LEFTHOOK));
});

describe("init that can't write leaves nothing half done", () => {
  test("where the hooks folder is no folder", async () => {
    const repo = temporaryRepository();
    rmSync(repo.path(".git/hooks"), { recursive: true, force: true });
    writeFileSync(repo.path(".git/hooks"), "no folder");
    const before = snapshot(repo.root);
    const { code, stdout } = await golden(["init", "--yes", "--json"], { cwd: repo.root, env: repo.env });
    expect(code).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({ kind: "error", code: "storage" });
    expect(snapshot(repo.root)).toEqual(before);
  });
  test("where nobody may write into the hooks folder", async () => {
    const repo = temporaryRepository();
    repo.hook("commit-msg", THEIRS);
    const folder = repo.path(".git/hooks");
    chmodSync(folder, 0o555);
    const before = snapshot(repo.root);
    const { code } = await golden(["init", "--yes"], { cwd: repo.root, env: repo.env });
    // The root of a machine may write everywhere.
    if (code === 0) await golden(["uninstall", "--yes"], { cwd: repo.root, env: repo.env });
    else expect(code).toBe(4);
    expect(snapshot(repo.root)).toEqual(before);
    expect(statSync(folder).mode & 0o777).toBe(0o555);
    chmodSync(folder, 0o755);
  });
});

test.each([
  ["lefthook.yml", LEFTHOOK],
  [".pre-commit-config.yaml", PRE_COMMIT],
])(
  "--dry-run shows a unified diff of every file, and of %s that only lines are added",
  async (name, text) => {
    const repo = temporaryRepository();
    repo.write(name, text);
    const { diff = "" } = await run(repo, "init", "--dry-run", "--workflow");
    expect(diff).toContain("+++ b/golden-thread.yml");
    expect(diff).toContain(`--- a/${name}`);
    expect(diff).toContain("+++ b/.github/workflows/golden-thread.yml");
    // Comments, quotes and lists of the user's file stand as they did.
    expect(diff.split("\n").filter((line) => /^-(?!--)/u.test(line))).toEqual([]);
  },
);

import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { CLIENT_HOOKS } from "../../src/core/hook-names.ts";
import { isOlder, OLDEST_NODE } from "../../src/setup/check-node.ts";
import { type TemporaryRepository, temporaryFolder, temporaryRepository } from "../git/repo.ts";
import { snapshot } from "./snapshot.ts";
import { golden } from "./world.ts";

interface Check {
  readonly code: string;
  readonly state: string;
  readonly path?: string;
  readonly found?: string;
  readonly fix?: string;
}

type Env = Readonly<Record<string, string | undefined>>;

async function examine(
  repo: TemporaryRepository,
  env: Env = {},
): Promise<{ readonly code: number; readonly healthy: boolean; readonly checks: readonly Check[] }> {
  const { code, stdout } = await golden(["doctor", "--json"], {
    cwd: repo.root,
    env: { ...repo.env, ...env },
  });
  return { code, ...JSON.parse(stdout) };
}

async function wrong(repo: TemporaryRepository, env: Env = {}): Promise<readonly Check[]> {
  const { code, healthy, checks } = await examine(repo, env);
  const found = checks.filter(({ state }) => state === "fail");
  if (found.length > 0) expect({ code, healthy }).toEqual({ code: 1, healthy: false });
  expect(found.filter(({ fix }) => fix === undefined)).toEqual([]);
  return found;
}

/** What hangs on the machine that runs the tests, and not on the repository. */
const MACHINE: ReadonlySet<string> = new Set(["node-bare-path"]);

const codes = (checks: readonly Check[]) => [...new Set(checks.map(({ code }) => code))];

async function installed(): Promise<TemporaryRepository> {
  const repo = temporaryRepository();
  await golden(["init", "--yes"], { cwd: repo.root, env: repo.env });
  return repo;
}

/** A folder for PATH with the program that hooks start by its name. */
function programs(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "golden-thread-hook"), "#!/bin/sh\n", { mode: 0o755 });
  return folder;
}

describe("doctor", () => {
  test("says that no hook is installed, with the command that mends it, and changes nothing", async () => {
    const repo = temporaryRepository();
    const before = snapshot(dirname(repo.root));
    const found = await wrong(repo);
    expect(found.map(({ code, path }) => [code, path])).toEqual(
      CLIENT_HOOKS.map((name) => ["hook-missing", repo.path(".git/hooks", name)]),
    );
    expect(new Set(found.map(({ fix }) => fix))).toEqual(new Set(["golden-thread init --yes"]));
    expect(snapshot(dirname(repo.root))).toEqual(before);
  });
  test("finds nothing wrong after init", async () => {
    const { checks } = await examine(await installed());
    expect(checks.filter(({ state, code }) => state !== "ok" && !MACHINE.has(code))).toEqual([]);
    expect(checks.filter(({ code }) => code === "hook-runs")).toHaveLength(CLIENT_HOOKS.length);
    expect(checks.find(({ code }) => code === "node-here")?.found).toContain(process.versions.node);
  });
  test("needs a work tree", async () => {
    const cwd = temporaryFolder();
    expect((await golden(["doctor"], { cwd, env: temporaryRepository().env })).code).toBe(2);
    const bare = temporaryRepository({ bare: true });
    expect((await golden(["doctor"], { cwd: bare.root, env: bare.env })).code).toBe(2);
  });
  test("sees a hook that is not executable, one with Windows line ends, and one of another version", async () => {
    const repo = await installed();
    chmodSync(repo.path(".git/hooks/commit-msg"), 0o644);
    const text = readFileSync(repo.path(".git/hooks/pre-push"), "utf8");
    repo.hook("pre-push", text.replaceAll("\n", "\r\n"));
    repo.hook("pre-commit", text.replace(/^entry=.*$/mu, "entry='/older/dist/hook.cjs'"));
    repo.hook("prepare-commit-msg", "#!/bin/sh\necho mine\n");
    expect((await wrong(repo)).map(({ code, path = "" }) => [code, path.split("/").at(-1)]).sort()).toEqual([
      ["hook-crlf", "pre-push"],
      ["hook-foreign", "prepare-commit-msg"],
      ["hook-not-executable", "commit-msg"],
      ["hook-stale", "pre-commit"],
    ]);
    await golden(["init", "--yes"], { cwd: repo.root, env: repo.env });
    expect(await wrong(repo)).toEqual([]);
  });
  test("tries the hooks with the PATH of a program with windows", async () => {
    const repo = await installed();
    const { checks } = await examine(repo);
    const bare = checks.find(({ code }) => code === "node-bare-path");
    if (bare?.state === "ok") return expect(bare.found).toMatch(/^Node \d+/u);
    expect(bare?.fix).toContain("GOLDEN_THREAD_NODE=");
    const folder = join(repo.env.XDG_CONFIG_HOME ?? "", "golden-thread");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "init.sh"), `export GOLDEN_THREAD_NODE='${process.execPath}'\n`);
    const mended = (await examine(repo)).checks.find(({ code }) => code === "node-bare-path");
    expect(mended).toMatchObject({ state: "ok" });
  });
  test("sees a Node that is too old", async () => {
    const repo = await installed();
    const node = join(temporaryFolder(), "node");
    writeFileSync(node, '#!/bin/sh\necho \'["18.20.0","/old/node"]\'\n', { mode: 0o755 });
    expect(await wrong(repo, { GOLDEN_THREAD_NODE: node })).toMatchObject([
      { code: "node-here", found: "Node 18.20.0, /old/node" },
    ]);
  });
  test("sees husky without its stubs, here and in another work tree", async () => {
    const repo = temporaryRepository();
    repo.git("config", "core.hooksPath", ".husky/_");
    const env = { PATH: `${programs()}:${process.env.PATH}` };
    await golden(["init", "--yes"], { cwd: repo.root, env: { ...repo.env, ...env } });
    expect(await wrong(repo, env)).toMatchObject([{ code: "hook-asleep", fix: "npx husky" }]);
    repo.commit("first");
    for (const name of CLIENT_HOOKS) {
      repo.write(`.husky/_/${name}`, "#!/bin/sh\n");
      chmodSync(repo.path(".husky/_", name), 0o755);
    }
    expect(await wrong(repo, env)).toEqual([]);
    repo.git("worktree", "add", "--quiet", "-b", "other", join(dirname(repo.root), "other"));
    expect(await wrong(repo, env)).toMatchObject([{ code: "tree-bare", fix: "golden-thread init --yes" }]);
    expect(codes(await wrong(repo, { ...env, HUSKY: "0" }))).toContain("switched-off");
  });
  test.each([
    ["lefthook.yml", "lefthook install", { LEFTHOOK: "0" }],
    [".pre-commit-config.yaml", "pre-commit install", { SKIP: "black,golden-thread-commit-msg" }],
  ])("sees %s whose tool was not run, or is switched off", async (name, fix, env) => {
    const repo = temporaryRepository();
    repo.write(name, "# nothing yet\n");
    const path = { PATH: `${programs()}:${process.env.PATH}` };
    expect(codes(await wrong(repo, path))).toEqual(["manager-lacks-us", "manager-asleep"]);
    await golden(["init", "--yes"], { cwd: repo.root, env: repo.env });
    const found = await wrong(repo, path);
    expect(found).toMatchObject([{ code: "manager-asleep", fix: expect.stringContaining(fix) }]);
    expect(codes(await wrong(repo, { ...path, ...env }))).toEqual(["manager-asleep", "switched-off"]);
  });
  test("sees that another tool would not find our program", async () => {
    const repo = temporaryRepository();
    repo.write("lefthook.yml", "# nothing yet\n");
    expect(codes(await wrong(repo))).toContain("program-on-path");
  });
  test("tells whose core.hooksPath it is, and the line that a shared folder needs", async () => {
    const repo = temporaryRepository();
    const folder = join(dirname(repo.root), "all hooks");
    repo.git("config", "--global", "core.hooksPath", folder);
    const { checks } = await examine(repo);
    expect(checks.find(({ code }) => code === "hooks-path")).toMatchObject({
      state: "note",
      found: `global: ${folder}`,
    });
    expect(codes(await wrong(repo))).toEqual(["hook-by-hand"]);
    mkdirSync(folder);
    for (const name of CLIENT_HOOKS)
      writeFileSync(join(folder, name), `#!/bin/sh\ngolden-thread-hook ${name} "$@"\n`, { mode: 0o755 });
    expect(codes(await wrong(repo))).toEqual([]);
  });
  test("sees a policy that stops every hook", async () => {
    const repo = await installed();
    repo.write("golden-thread.yml", "version: 1\nno_such_key: 1\n");
    expect(await wrong(repo)).toMatchObject([{ code: "policy", fix: "golden-thread config validate" }]);
  });
  test("answers people with a mark and a command", async () => {
    const repo = temporaryRepository();
    const { stdout, code } = await golden(["doctor"], { cwd: repo.root, env: repo.env });
    expect(code).toBe(1);
    expect(stdout).toContain(
      "✗ .git/hooks/commit-msg does not run the gate\n      golden-thread init --yes\n",
    );
    expect(stdout).toMatch(/\n4 problems: see the commands above\.\n$/u);
  });
});

test("the oldest Node is the one that package.json names", () => {
  const { engines } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(`${engines.node}.0`).toBe(`>=${OLDEST_NODE}`);
});

test.each([
  ["20.18.9", true],
  ["20.19.0", false],
  ["20.9.0", true],
  ["22.0.0", false],
  ["3", true],
])("Node %s is too old: %s", (version, older) => {
  expect(isOlder(version, OLDEST_NODE)).toBe(older);
});

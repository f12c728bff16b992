import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { CLIENT_HOOKS } from "../../src/core/hook-names.ts";
import { repositoryAt, type TemporaryRepository, temporaryFolder, temporaryRepository } from "../git/repo.ts";
import { golden } from "./world.ts";

/** Stands in for the gate: writes down what it was called with, and what it was told. */
const GATE = `#!/bin/sh
{
  echo "$1"
  shift
  for word; do echo "  <$word>"; done
  [ -t 0 ] || sed 's/^/  | /'
} >> "$GATE_LOG"
exit "\${GATE_CODE:-0}"
`;

interface Stage {
  readonly repo: TemporaryRepository;
  readonly env: Readonly<Record<string, string>>;
  readonly remote: string;
  /** What the gate was called with since it was last asked. */
  log(): string;
}

/** A repository whose PATH has the stand-in and one more folder, and a remote that can be pushed to. */
function stage(tools?: string, repo = temporaryRepository()): Stage {
  const bin = temporaryFolder();
  const file = join(bin, "log");
  writeFileSync(join(bin, "golden-thread-hook"), GATE, { mode: 0o755 });
  const remote = join(dirname(repo.root), "a remote.git");
  repo.git("init", "--quiet", "--bare", remote);
  repo.git("remote", "add", "origin", remote);
  const env = {
    ...repo.env,
    PATH: [bin, ...(tools === undefined ? [] : [tools]), process.env.PATH].join(delimiter),
    GATE_LOG: file,
    PRE_COMMIT_HOME: join(bin, "pre-commit"),
  };
  return {
    repo: repositoryAt(repo.root, env),
    env,
    remote,
    log() {
      const text = existsSync(file) ? readFileSync(file, "utf8") : "";
      writeFileSync(file, "");
      return text;
    },
  };
}

async function install({ repo, env }: Stage, ...args: readonly string[]): Promise<void> {
  expect(await golden(["init", "--yes", ...args], { cwd: repo.root, env })).toMatchObject({ code: 0 });
}

const called = (log: string): readonly string[] => log.split("\n").filter((line) => /^\S/u.test(line));

/** A commit and a push run all four; a gate that says no stops either. */
function expectAllFour({ repo, log, remote }: Stage): void {
  log();
  repo.write("file.txt", "text");
  repo.git("add", "file.txt");
  repo.git("commit", "--quiet", "-m", "x");
  const committed = log();
  expect([...new Set(called(committed))].sort()).toEqual(["commit-msg", "pre-commit", "prepare-commit-msg"]);
  expect(committed).toMatch(/^commit-msg\n {2}<.*COMMIT_EDITMSG>$/mu);
  repo.git("push", "--quiet", "origin", "HEAD:refs/heads/main");
  const pushed = log();
  expect(called(pushed)).toEqual(["pre-push"]);
  expect(pushed).toContain(`  <origin>\n  <${remote}>\n`);
  expect(pushed).toMatch(/^ {2}\| HEAD [0-9a-f]{40} refs\/heads\/main 0{40}$/mu);
  const no = { env: { GATE_CODE: "1" } };
  expect(repo.run(["commit", "--allow-empty", "-m", "y"], no).code).not.toBe(0);
  expect(repo.run(["push", "--quiet", "origin", "HEAD:refs/heads/other"], no).code).not.toBe(0);
  log();
}

describe("native hooks", () => {
  test("what is pushed reaches the hook that was there and ours, each whole, and either can stop it", async () => {
    const home = stage();
    const { repo } = home;
    repo.commit("first", { "a.txt": "a" });
    repo.hook("pre-push", '#!/bin/sh\necho "theirs $*" >&2\ncat >&2\nexit $THEIRS\n');
    await install(home);
    const gate = '#!/bin/sh\necho "ours $*" >&2\ncat >&2\nexit $OURS\n';
    repo.hook("pre-push.golden-thread", gate);
    const told = repo.run(["push", "--quiet", "origin", "main:a", "main:b"]);
    expect(told.code).toBe(0);
    const lines = told.stderr.split("\n").filter((line) => line !== "");
    expect(lines).toHaveLength(6);
    expect(lines.slice(1, 3)).toEqual(lines.slice(4));
    expect(lines[0]?.replace("theirs", "ours")).toBe(lines[3]);
    for (const name of ["THEIRS", "OURS"]) {
      expect(repo.run(["push", "origin", "main:c"], { env: { [name]: "3" } }).code).not.toBe(0);
    }
    repo.hook("pre-push.before-golden-thread", "#!/bin/sh\nexit 0\n");
    expect(repo.run(["push", "origin", "main:d"]).stderr).toContain("refs/heads/d");
    chmodSync(repo.path(".git/hooks/pre-push.before-golden-thread"), 0o644);
    expect(repo.run(["push", "origin", "main:e"]).stderr).toContain("refs/heads/e");
  });
});

const HUSKY = fileURLToPath(new URL("../../node_modules/husky/bin.js", import.meta.url));

function runHusky({ repo, env }: Stage): void {
  const { status } = spawnSync(process.execPath, [HUSKY], { cwd: repo.root, env });
  expect(status).toBe(0);
}

describe("husky", () => {
  test("runs all four, after what was there", async () => {
    const home = stage();
    runHusky(home);
    home.repo.write(".husky/pre-push", "cat >> theirs\n");
    await install(home);
    expectAllFour(home);
    expect(readFileSync(home.repo.path("theirs"), "utf8")).toMatch(
      /^HEAD [0-9a-f]{40} refs\/heads\/main 0{40}\n/u,
    );
  });
  test("a script that ends itself does not end before ours", async () => {
    const home = stage();
    runHusky(home);
    for (const name of CLIENT_HOOKS) home.repo.write(`.husky/${name}`, "#!/bin/sh\n# why\nexit 0\n");
    await install(home);
    expectAllFour(home);
  });
  test("a linked work tree, which husky leaves bare, runs them too", async () => {
    const home = stage();
    runHusky(home);
    await install(home);
    home.repo.git("add", ".");
    home.repo.git("commit", "--quiet", "-m", "x");
    const tree = join(dirname(home.repo.root), "linked tree");
    home.repo.git("worktree", "add", "--quiet", "-b", "linked", tree);
    const linked = { ...home, repo: repositoryAt(tree, home.env) };
    home.log();
    linked.repo.git("commit", "--quiet", "--allow-empty", "-m", "y");
    expect(home.log()).toBe("");
    await install(home);
    expectAllFour(linked);
  });
});

/** A folder with the program of lefthook: among the packages, or on PATH. */
const LEFTHOOK = [
  fileURLToPath(
    new URL(`../../node_modules/lefthook-${process.platform}-${process.arch}/bin`, import.meta.url),
  ),
  ...(process.env.PATH ?? "").split(delimiter),
].find((folder) => spawnSync(join(folder, "lefthook"), ["version"]).status === 0);

describe.skipIf(LEFTHOOK === undefined)("lefthook", () => {
  test.each([
    ["none of its own", "# nothing\n"],
    [
      "jobs and commands",
      "commit-msg:\n  commands:\n    theirs: { run: echo theirs }\npre-push:\n  jobs:\n    - run: cat >> theirs\n      use_stdin: true\n",
    ],
  ])("with %s runs all four, in a folder with spaces", async (_, text) => {
    const home = stage(LEFTHOOK, temporaryRepository({ folder: "a folder" }));
    home.repo.write("lefthook.yml", text);
    await install(home);
    expect(spawnSync("lefthook", ["install"], { cwd: home.repo.root, env: home.env }).status).toBe(0);
    expect(
      (await golden(["init", "--dry-run"], { cwd: home.repo.root, env: home.env })).stdout,
    ).not.toContain("lefthook install");
    expectAllFour(home);
    const tree = join(dirname(home.repo.root), "linked tree");
    home.repo.git("add", ".");
    home.repo.git("commit", "--quiet", "-m", "x");
    home.repo.git("worktree", "add", "--quiet", "-b", "linked", tree);
    home.log();
    repositoryAt(tree, home.env).git("commit", "--quiet", "--allow-empty", "-m", "y");
    expect(home.log()).toMatch(/^prepare-commit-msg\n {2}<\/.*COMMIT_EDITMSG>\n {2}<message>$/mu);
  });
  test("a message from an editor has no source", async () => {
    const home = stage(LEFTHOOK);
    home.repo.write("lefthook.yml", "# nothing\n");
    await install(home);
    spawnSync("lefthook", ["install"], { cwd: home.repo.root, env: home.env });
    home.repo.run(["commit", "--allow-empty"], { env: { GIT_EDITOR: "echo x >" } });
    expect(home.log()).toMatch(/^prepare-commit-msg\n {2}<.*COMMIT_EDITMSG>\n {2}<>$/mu);
  });
});

const PRE_COMMIT = spawnSync("pre-commit", ["--version"], { encoding: "utf8" }).stdout ?? "";

/** Stages have had their hooks' names since pre-commit 3.2. */
function forThisVersion(text: string): string {
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/u.exec(PRE_COMMIT) ?? []).map(Number);
  const isOld = major < 3 || (major === 3 && minor < 2);
  if (!isOld) return text;
  const old = (line: string): string =>
    line.replace(/\bpre-push\b/gu, "push").replace(/\bpre-commit\b/gu, "commit");
  return text
    .replace(/^ *(?:- )?(?:default_)?stages: .*$/gmu, old)
    .replace(/^( +stages:\n)( +- .*)$/gmu, (_, key, item) => key + old(item))
    .replace(/^ *minimum_pre_commit_version: .*\n/gmu, "");
}

describe.skipIf(PRE_COMMIT === "")("pre-commit", () => {
  test("runs all four, and a hook without stages no more often than before", async () => {
    const home = stage();
    const { repo, env } = home;
    repo.write(
      ".pre-commit-config.yaml",
      "# ours\nrepos:\n- repo: local\n  hooks:\n  - id: theirs\n    name: theirs\n    entry: sh -c 'echo theirs >> theirs.log'\n    language: system\n    always_run: true\n",
    );
    await install(home);
    const path = repo.path(".pre-commit-config.yaml");
    writeFileSync(path, forThisVersion(readFileSync(path, "utf8")));
    const types = CLIENT_HOOKS.flatMap((name) => ["--hook-type", name]);
    const { status, stderr } = spawnSync("pre-commit", ["install", ...types], { cwd: repo.root, env });
    expect({ status, stderr: String(stderr) }).toMatchObject({ status: 0 });
    repo.write("file.txt", "text");
    repo.git("add", ".");
    home.log();
    repo.git("commit", "--quiet", "-m", "x");
    expect(home.log()).toMatch(
      /^pre-commit\n(?: {2}.*\n)*prepare-commit-msg\n(?: {2}.*\n)*commit-msg\n {2}<.*COMMIT_EDITMSG>$/mu,
    );
    repo.git("push", "--quiet", "origin", "HEAD:refs/heads/main");
    expect(called(home.log())).toEqual(["pre-push"]);
    expect(readFileSync(repo.path("theirs.log"), "utf8")).toBe("theirs\n");
    const no = { env: { GATE_CODE: "1" } };
    expect(repo.run(["commit", "--allow-empty", "-m", "y"], no).code).not.toBe(0);
    // It asks nobody about a push that brings no new commit.
    repo.git("commit", "--quiet", "--allow-empty", "-m", "z");
    expect(repo.run(["push", "--quiet", "origin", "HEAD:refs/heads/other"], no).code).not.toBe(0);
  });
  test("takes the shipped manifest", () => {
    const repo = temporaryRepository();
    const text = readFileSync(new URL("../../.pre-commit-hooks.yaml", import.meta.url), "utf8");
    repo.write(".pre-commit-hooks.yaml", forThisVersion(text));
    const { status, stdout } = spawnSync("pre-commit", ["validate-manifest", ".pre-commit-hooks.yaml"], {
      cwd: repo.root,
      env: repo.env,
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });
});

test("the shipped manifest has every hook, by the names that init uses", () => {
  const manifest: readonly {
    readonly id: string;
    readonly entry: string;
    readonly stages: readonly string[];
  }[] = parse(readFileSync(new URL("../../.pre-commit-hooks.yaml", import.meta.url), "utf8"));
  expect(manifest.map(({ id, entry, stages }) => [id, entry, stages])).toEqual(
    CLIENT_HOOKS.map((name) => [`golden-thread-${name}`, `golden-thread-hook ${name}`, [name]]),
  );
});

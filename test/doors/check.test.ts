import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../git/repo.ts";
import { exampleRepository, shell } from "./built.ts";

const repo = exampleRepository();
const check = (words: string, env: Readonly<Record<string, string>> = {}) =>
  shell(`golden-thread check ${words}`, { cwd: repo.root, env: { ...repo.env, ...env } });

/** A folder for PATH that has Node's `sh` at most, and no git. */
function pathWithoutGit(): string {
  const folder = join(temporaryFolder(), "bin");
  mkdirSync(folder);
  symlinkSync("/bin/sh", join(folder, "sh"));
  return folder;
}

describe("each exit code means one thing", () => {
  test("0: every commit passes", () => {
    expect(check("range main..HEAD").code).toBe(0);
  });
  test("1: a commit fails", () => {
    expect(check("range main").code).toBe(1);
  });
  test("2: what was asked for is not there", () => {
    expect(check("range mian..HEAD")).toMatchObject({ code: 2, stdout: "" });
    expect(shell("golden-thread check range HEAD", { cwd: temporaryFolder() }).code).toBe(2);
  });
  test("2: the policy can't be used, and every problem is told with its place", () => {
    const broken = exampleRepository();
    broken.write("golden-thread.yml", "version: 1\npresett: standard\nrules:\n  no-such-rule: warn\n");
    const { code, stderr } = shell("golden-thread check range HEAD", { cwd: broken.root, env: broken.env });
    expect(code).toBe(2);
    expect(stderr).toMatch(/golden-thread\.yml:2:\d+.*presett.*preset/u);
    expect(stderr).toMatch(/golden-thread\.yml:4:\d+.*no-such-rule/u);
  });
  test("3: nobody could be asked, and CI must know", () => {
    const jira = exampleRepository();
    jira.write(
      "golden-thread.yml",
      "version: 1\nremotes:\n  jira: { kind: jira, site: a.atlassian.net, projects: [PROJ] }\n",
    );
    jira.commit("Name the tracker (PROJ-1)");
    jira.commit("Count attempts (PROJ-2)");
    const ran = (place: string) =>
      shell(`golden-thread check commit HEAD --place ${place}`, { cwd: jira.root, env: jira.env });
    expect(ran("ci")).toMatchObject({ code: 3, stdout: expect.stringContaining("UNKNOWN") });
    expect(ran("hook").code).toBe(0);
  });
  test("4: there is no git", () => {
    const { code, stderr } = shell(`PATH='${pathWithoutGit()}'; exec "$GOLDEN" check range HEAD`, {
      cwd: repo.root,
      env: { ...repo.env, GOLDEN: shell("command -v golden-thread", { cwd: repo.root }).stdout.trim() },
    });
    expect(code).toBe(4);
    expect(stderr).toContain("git is not installed");
  });
  test("4: the answer could not be written", () => {
    expect(check("range HEAD >/dev/full").code).toBe(4);
  });
});

describe("a reader that goes away", () => {
  /** So many that their ids fill a pipe several times over. */
  const many = 5000;
  const stream = Array.from({ length: many }, (_, index) => {
    const message = `Change ${index} (TASK-1)`;
    const from = index === 0 ? "from refs/heads/main^0\n" : "";
    return `commit refs/heads/long\ncommitter A <a@b> ${1_700_000_000 + index} +0000\ndata ${message.length}\n${message}\n${from}\n`;
  });
  test("is no error of ours, and nothing is said about it", () => {
    expect(repo.run(["fast-import", "--quiet"], { input: stream.join("") }).code).toBe(0);
    const all = check("range main..long --json");
    expect([all.code, all.stdout.length > 40 * many]).toEqual([0, true]);
    const line = '{ golden-thread check range main..long --json; echo "code $?" >&2; } | head -c 1';
    const { stdout, stderr } = shell(line, { cwd: repo.root, env: repo.env });
    expect([stdout, stderr]).toEqual(["{", "code 0\n"]);
  });
});

describe("formats", () => {
  test("a file gets JSON while people read text", () => {
    const { code, stdout } = check("range main --format json=../report.json");
    expect([code, JSON.parse(readFileSync(repo.path("../report.json"), "utf8")).verdict]).toEqual([
      1,
      "fail",
    ]);
    expect(stdout).toContain("FAILED");
  });
  test("--output sends the one format there", () => {
    check("range main --json --output ../other.json");
    expect(JSON.parse(readFileSync(repo.path("../other.json"), "utf8")).counts.commits).toBe(2);
  });
  test("a rule can be raised, and never lowered", () => {
    expect(check("commit HEAD --rule ticket-predates-change=enforce").code).toBe(1);
    expect(check("commit HEAD --rule reference-required=off").code).toBe(2);
  });
});

describe("colours", () => {
  test("are off in a pipe, and NO_COLOR is obeyed before FORCE_COLOR", () => {
    expect(check("range main").stdout).not.toContain("\u001b");
    expect(check("range main", { NO_COLOR: "", FORCE_COLOR: "1" }).stdout).toContain("\u001b[");
    expect(check("range main", { NO_COLOR: "1", FORCE_COLOR: "1" }).stdout).not.toContain("\u001b");
  });
});

describe("what a stranger wrote", () => {
  const evil = "::error::\u001b]0;x\u0007\u202e##[error]\u009b2J";
  const stranger = exampleRepository();
  stranger.commit(`${evil} subject\n\nbody ${evil} TASK-2\n`, { "evil \u001b[2J.txt": "x" });
  stranger.commit(`Look at ${evil}`);
  test.each([
    "range HEAD",
    "commit HEAD",
    "range 'HEAD~1..HEAD\u001b[2J'",
    "commit HEAD~1 --json",
    "'\u001b[2J'",
  ])("reaches neither the terminal nor the CI runner: %j", (words) => {
    const { stdout, stderr } = shell(`golden-thread check ${words}`, {
      cwd: stranger.root,
      env: stranger.env,
    });
    const shown = stdout + stderr;
    expect(shown.length).toBeGreaterThan(20);
    expect(shown).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e]|##\[|^\s*::/mu,
    );
  });
});

import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { type TemporaryRepository, temporaryRepository } from "../git/repo.ts";
import { FILES } from "../hook/guarded.ts";
import { golden } from "./world.ts";

interface Key {
  readonly findings: readonly { readonly fix?: { readonly argv: readonly string[] } }[];
}

/** The different commands that `check --json` tells to run about failing commits. */
async function told(
  repo: TemporaryRepository,
  ...about: readonly string[]
): Promise<readonly (readonly string[])[]> {
  const { stdout } = await golden(["check", ...about, "--json"], { cwd: repo.root, env: repo.env });
  const { keys }: { readonly keys: readonly Key[] } = JSON.parse(stdout);
  const fixes = keys.flatMap(({ findings }) => findings.flatMap(({ fix }) => (fix ? [fix.argv] : [])));
  const different = new Map(fixes.map((argv) => [argv.join(" "), argv]));
  return [...different.values()].filter((argv) => argv.length > 0);
}

/** Runs the command as a person would who rewords the first commit that is listed. */
function reword(repo: TemporaryRepository, [program = "", ...args]: readonly string[]): number | null {
  const typed = {
    GIT_SEQUENCE_EDITOR: "sed -i '1s/^pick/reword/'",
    GIT_EDITOR: "sed -i '1s/$/ (TASK-1)/'",
  };
  return spawnSync(program, args, { cwd: repo.root, env: { ...repo.env, ...typed } }).status;
}

describe("the command in a JSON report mends what it says", () => {
  test.each([
    ["a commit upon others", ["commit", "HEAD"], "Rogue", /^git rebase --interactive [0-9a-f]{10}\^$/],
    ["a range", ["range", "HEAD~1..HEAD"], "Rogue", /^git rebase --interactive [0-9a-f]{10}\^$/],
    ["a root", ["commit", "HEAD"], null, /^git rebase --interactive --root$/],
  ])("%s", async (_name, about, second, command) => {
    const repo = temporaryRepository();
    repo.commit(second === null ? "Rogue" : "Start TASK-1", FILES);
    if (second !== null) repo.commit(second, { "a.txt": "a\n" });
    const [argv = []] = await told(repo, ...about);
    expect(argv.join(" ")).toMatch(command);
    expect(reword(repo, argv)).toBe(0);
    expect(repo.git("log", "-1", "--format=%s")).toBe("Rogue (TASK-1)");
  });
  test("a whole history and a bare repository have none", async () => {
    const repo = temporaryRepository();
    repo.commit("Rogue", FILES);
    repo.commit("Also rogue", { "a.txt": "a\n" });
    expect(await told(repo, "range", "HEAD")).toEqual([]);
    const bare = temporaryRepository({ bare: true });
    bare.git("fetch", "--quiet", repo.root, "main:main");
    expect(await told(bare, "commit", "HEAD")).toEqual([]);
  });
});

describe("no command is given that would do harm", () => {
  const evil = (repo: TemporaryRepository) => {
    repo.git("checkout", "-q", "-b", "side");
    repo.commit("Beside TASK-1", { side: "s" });
    repo.git("checkout", "-q", "main");
    repo.commit("Here TASK-1", { here: "h" });
    repo.git("merge", "-q", "--no-commit", "--no-ff", "side");
    repo.commit("Merge thing", { evil: "e" });
  };
  test("for a merge, whose own changes a rebase drops", async () => {
    const repo = temporaryRepository();
    repo.commit("Start TASK-1", FILES);
    evil(repo);
    expect(await told(repo, "range", "HEAD~1..HEAD")).toEqual([]);
  });
  test("for commits of another branch, or at a shallow clone's edge", async () => {
    const repo = temporaryRepository();
    repo.commit("Start TASK-1", FILES);
    repo.git("checkout", "-q", "-b", "feat");
    repo.commit("Rogue", { "a.txt": "a\n" });
    repo.git("checkout", "-q", "main");
    expect(await told(repo, "range", "main..feat")).toEqual([]);
    expect(await told(repo, "commit", "feat")).toEqual([]);
    repo.git("checkout", "-q", "feat");
    const [argv = []] = await told(repo, "range", "main..feat");
    expect(reword(repo, argv)).toBe(0);
    repo.git("clone", "-q", "--depth=1", `file://${repo.root}`, "../shallow");
    expect(await told({ ...repo, root: `${repo.root}/../shallow` }, "commit", "HEAD")).toEqual([]);
  });
  test("before merges are kept, from the range's base on", async () => {
    const repo = temporaryRepository();
    repo.commit("Start TASK-1", FILES);
    repo.git("checkout", "-q", "-b", "feat");
    repo.commit("Rogue", { "a.txt": "a\n" });
    repo.git("checkout", "-q", "-b", "side", "main");
    repo.commit("Beside TASK-1", { side: "s" });
    repo.git("checkout", "-q", "feat");
    repo.git("merge", "-q", "--no-edit", "side");
    const [argv = []] = await told(repo, "range", "main..feat");
    expect(argv.join(" ")).toMatch(/^git rebase --interactive --rebase-merges [0-9a-f]{10}$/);
  });
});

test("a waiver is told whole in the report of what it lifts", async () => {
  const repo = temporaryRepository();
  const policy = `${FILES["golden-thread.yml"]}waivers: { approvers: [alice] }\n`;
  repo.commit("Start TASK-1", { ...FILES, "golden-thread.yml": policy });
  const id = repo.commit("Rogue", { "a.txt": "a\n" });
  const waiver = `- { id: W-1, rules: [reference-required], for: { commits: [${id}] }, reason: outage, approver: alice, created: 2026-11-20, expires: 2026-11-25 }\n`;
  repo.write("golden-thread.waivers.yml", waiver);
  const { code, stdout } = await golden(["check", "commit", id, "--json", "--place", "hook"], {
    cwd: repo.root,
    env: repo.env,
  });
  const { waivers, keys } = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(JSON.stringify(keys)).toContain('"waiver":"W-1"');
  expect(waivers).toEqual([
    {
      id: "W-1",
      rules: ["reference-required"],
      for: { commits: [id] },
      reason: "outage",
      approver: "alice",
      created: "2026-11-20",
      expires: "2026-11-25",
      proof: "declared",
    },
  ]);
});

import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtHome } from "./built.ts";
import { editor, settledRepository } from "./guarded.ts";

describe("what a person sees", () => {
  test("a pass is silent, by either way", async () => {
    const repository = await settledRepository();
    for (const _ of [1, 2])
      expect(repository.hookRun("Do TASK-1\n")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("a rejected message is kept, and the printed command goes on with it", async () => {
    const repository = await settledRepository({ folder: "it's a `folder`" });
    const long = "Explain everything\n\n#1 and all of it's parts\n";
    const { code, stderr } = repository.run(["commit", "--allow-empty", "-F", "-"], { input: long });
    expect(code).toBe(1);
    expect(repository.attempt("-m", "short").code).toBe(1);
    const command = /^ {2}(git commit .*)$/m.exec(stderr)?.[1] ?? "";
    const typed = editor(repository, "TASK-1 ");
    const { spawnSync } = await import("node:child_process");
    const again = spawnSync("sh", ["-c", `${command} --allow-empty --cleanup=whitespace`], {
      cwd: repository.root,
      env: { ...repository.env, ...typed },
    });
    expect(again.status).toBe(0);
    expect(repository.git("log", "-1", "--format=%B")).toContain(
      "TASK-1 Explain everything\n\n#1 and all of it's parts",
    );
  });

  test.each([
    ["judged", "remotes:\n  tasks: { kind: markdown }\n"],
    ["stopped by a policy that can't be used", "presett: strict\n"],
  ])("a message in ISO-8859-1 that is %s is kept in its bytes", async (_name, policy) => {
    const repository = await settledRepository({ files: { "golden-thread.yml": `version: 1\n${policy}` } });
    repository.git("config", "i18n.commitEncoding", "ISO-8859-1");
    const latin1 = Buffer.from("Gr\u00fc\u00dfe\n\n\u00a0caf\u00e9\u0085\n", "latin1");
    const { code, stderr } = repository.hookRun(latin1);
    expect(code).toBeGreaterThan(0);
    const file = / -F (.*)$/m.exec(stderr)?.[1] ?? "";
    expect(readFileSync(file)).toEqual(latin1);
    repository.git("commit", "--no-verify", "--allow-empty", "-F", file);
    expect(repository.git("log", "-1", "--encoding=UTF-8", "--format=%s")).toBe("Gr\u00fc\u00dfe");
  });

  test("the diff of -v is not kept with the message", async () => {
    const repository = await settledRepository();
    repository.write("notes.txt", "TASK-1\n");
    repository.git("add", ".");
    const { stderr } = repository.run(["commit", "-v"], { env: editor(repository, "Do it\n") });
    const file = / -F (.*)$/m.exec(stderr)?.[1] ?? "";
    expect(readFileSync(file, "utf8")).toBe("Do it\n");
  });

  test("JSON for agents, with the way to go on", async () => {
    const repository = await settledRepository();
    const env = { GOLDEN_THREAD_FORMAT: "json" };
    const rejected = repository.hookRun("no ticket\n", { env });
    expect(rejected).toMatchObject({ code: 1, stdout: "" });
    expect(JSON.parse(rejected.stderr)).toMatchObject({ kind: "check", verdict: "fail" });
    const { notices, findings } = JSON.parse(rejected.stderr);
    expect(notices.join()).toContain("git commit -e -F ");
    const fail = findings.find(({ outcome }: { outcome: string }) => outcome === "fail");
    expect(fail.fix.argv.slice(0, 4)).toEqual(["git", "commit", "-e", "-F"]);
    expect(readFileSync(fail.fix.argv[4], "utf8")).toBe("no ticket\n");
    expect(JSON.parse(repository.hookRun("Do TASK-1\n", { env }).stderr)).toMatchObject({ verdict: "pass" });
  });

  test("a policy that can't be used ends 2, says where, and keeps the message", async () => {
    const repository = await settledRepository();
    repository.write("golden-thread.yml", "version: 1\npresett: strict\n");
    const { code, stderr } = repository.hookRun(
      "A long message\n# ------------------------ >8 ------------------------\nx\n",
    );
    expect(code).toBe(2);
    expect(stderr).toContain("golden-thread.yml:2");
    const file = / -F (.*)$/m.exec(stderr)?.[1] ?? "";
    expect(readFileSync(file, "utf8")).toBe("A long message\n");
  });

  test("a git folder that can't be written: the verdict stands, and a note says why it is slow", async () => {
    const repository = await settledRepository();
    repository.write(".git/golden-thread", "in the way");
    expect(repository.hookRun("Do TASK-1\n")).toMatchObject({ code: 0, stdout: "" });
    expect(repository.hookRun("Do TASK-1\n").stderr).toMatch(/^golden-thread: note: .*golden-thread/);
    const { code, stderr } = repository.hookRun("no ticket\n");
    expect(code).toBe(1);
    expect(stderr).toContain("reference-required");
  });

  test("a task file that is too large is told of once, and again when it has another size", async () => {
    const repository = await settledRepository();
    const large = "backlog/tasks/task-9 - Large.md";
    const notes = (size: number) => {
      writeFileSync(repository.path(large), "---\nid: TASK-9\n---\n");
      truncateSync(repository.path(large), size);
      return [1, 2].map(() => repository.hookRun("Do TASK-1\n").stderr);
    };
    const told = /^golden-thread: note: .*task-9 - Large\.md/;
    const [first, second] = [notes(50_000_000), notes(50_000_001)];
    expect(first[0]).toMatch(told);
    expect(second[0]).toMatch(told);
    expect([first[1], second[1]]).toEqual(["", ""]);
    rmSync(repository.path(large));
    expect(repository.hookRun("Do TASK-1\n").stderr).toBe("");
    expect(notes(50_000_001)[0]).toMatch(told);
  });

  test("of messages that were rejected, the last ones are kept", async () => {
    const repository = await settledRepository();
    const { keepRejected } = await import("../../src/hook/rejected.ts");
    const paths = Array.from({ length: 25 }, (_, at) =>
      keepRejected(repository.path(".git"), Buffer.from(`message ${at}\n`)),
    );
    expect(keepRejected(repository.path(".git"), Buffer.from("message 24\n"))).toBe(paths[24]);
    expect(readdirSync(repository.path(".git/golden-thread/rejected"))).toHaveLength(20);
    expect(readFileSync(paths[24] ?? "", "utf8")).toBe("message 24\n");
  });

  test.each([
    [[], 2],
    [["commit-mgs", "x"], 2],
    [["pre-rebase", "origin"], 2],
    [["commit-msg"], 2],
    [["commit-msg", "a", "b"], 2],
    [["commit-msg", "no-such-file"], 2],
  ])("wrong words end 2: %j", async (args, code) => {
    const repository = await settledRepository();
    const { spawnSync } = await import("node:child_process");
    const hook = join(builtHome(), "dist", "hook.cjs");
    const ran = spawnSync(process.execPath, [hook, ...args], { cwd: repository.root, env: repository.env });
    expect(ran.status).toBe(code);
    expect(ran.stderr.toString()).not.toMatch(/ at .*\.js:/);
  });
});

import { describe, expect, test } from "vitest";
import { commitRange } from "../../src/git/range.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { backlogRepository, judge, objections, task } from "./judged.ts";

const TASK_1 = "backlog/tasks/task-1 - Work-1.md";

describe("a change that would authorise itself", () => {
  test.each(["warn", "deny", "allow"])("brings its own task (new_tasks: %s)", async (mode) => {
    const repository = backlogRepository(
      `version: 1\nauthorise: { new_tasks: ${mode} }\nremotes:\n  tasks: { kind: markdown }\n`,
    );
    const rogue = repository.commit("Bring both (TASK-9)", {
      "backlog/tasks/task-9 - Own.md": task(9, "To Do", "2023-01-05 09:30"),
      "a.txt": "1",
    });
    const report = await judge(repository, { range: "HEAD~1..HEAD" });
    const expected = {
      warn: ["ticket-authorised fail new-task"],
      deny: ["ticket-authorised fail new-task-denied"],
      allow: [],
    }[mode];
    expect(objections(report, rogue).filter((one) => one.startsWith("ticket-authorised"))).toEqual(expected);
    expect(report.verdict).toBe(mode === "deny" ? "fail" : "pass");
  });

  test("brings an open twin of a closed task", async () => {
    const repository = backlogRepository();
    repository.commit("Finish it (TASK-1)", { [TASK_1]: task(1, "Done") });
    const rogue = repository.commit("Go on (TASK-1)", {
      "backlog/tasks/task-1 - Twin.md": task(1, "To Do"),
      "a.txt": "1",
    });
    const range = await judge(repository, { range: "HEAD~1..HEAD" });
    expect(objections(range, rogue)).toContain("ticket-authorised fail wrong-state");
    const whole = await judge(repository, { range: "HEAD" });
    expect(objections(whole, rogue).some((one) => one.startsWith("ticket-authorised"))).toBe(true);
  });

  test("reopens the task in a commit of the same range", async () => {
    const repository = backlogRepository();
    repository.commit("Finish it (TASK-1)", { [TASK_1]: task(1, "Done") });
    repository.commit("Reopen it (TASK-2)", { [TASK_1]: task(1, "In Progress") });
    const rogue = repository.commit("Go on (TASK-1)", { "a.txt": "1" });
    const report = await judge(repository, { range: "HEAD~2..HEAD" });
    expect(objections(report, rogue)).toContain("ticket-authorised fail wrong-state");
  });

  test("names a task that is made afterwards", async () => {
    const repository = backlogRepository();
    const rogue = repository.commit("Too early (TASK-9)", { "a.txt": "1" });
    repository.commit("Make it (TASK-1)", {
      "backlog/tasks/task-9 - Late.md": task(9, "To Do", "2023-01-05 09:30"),
    });
    repository.git("rm", "-q", "backlog/tasks/task-9 - Late.md");
    repository.commit("And take it away (TASK-1)");
    const report = await judge(repository, { range: "HEAD" });
    expect(objections(report, rogue)).toContain("ticket-exists fail absent");
  });

  test("is backdated to when the task was open", async () => {
    const repository = backlogRepository();
    const close = repository.commit("Finish it (TASK-1)", { [TASK_1]: task(1, "Done") });
    repository.write("a.txt", "1");
    repository.git("add", "a.txt");
    repository.run(["commit", "-q", "-m", "Go on (TASK-1)"], {
      env: { GIT_COMMITTER_DATE: "2023-02-01T00:00:00Z" },
    });
    const rogue = repository.git("rev-parse", "HEAD");
    for (const range of ["HEAD", `${close}..HEAD`]) {
      const report = await judge(repository, { range });
      expect(objections(report, rogue)).toContain("ticket-authorised fail wrong-state");
    }
  });

  test("loosens the policy that judges it, or excuses itself by a waiver", async () => {
    const repository = backlogRepository();
    const base = repository.git("rev-parse", "HEAD");
    const rogue = repository.commit("Weaken", {
      "golden-thread.yml": "version: 1\npreset: observe\nwaivers: { approvers: [alice] }\n",
      "golden-thread.waivers.yml":
        '- { id: W-1, rules: [reference-required, policy-change-authorised], for: { paths: ["**"] }, reason: none, approver: alice, created: 2023-12-30, expires: 2024-01-02 }\n',
    });
    const report = await judge(repository, { range: `${base}..HEAD` });
    expect(report.verdict).toBe("fail");
    expect(objections(report, rogue)).toContain("policy-change-authorised fail no-reference");
  });

  test("hides its ticket behind a NUL", async () => {
    const repository = backlogRepository();
    const tree = repository.git("rev-parse", "HEAD^{tree}");
    const parent = repository.git("rev-parse", "HEAD");
    const who = "Ada <ada@example.com> 1700001000 +0000";
    const body = `tree ${tree}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\n\nrogue\0 (TASK-1)\n`;
    const made = repository.run(["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], {
      input: body,
    });
    const report = await judge(repository, { range: made.stdout });
    expect(objections(report, made.stdout)).toEqual(["reference-required fail missing"]);
  });
});

describe("a range", () => {
  test("that names no commits is refused, not passed", async () => {
    const { root, env } = backlogRepository();
    const repo = await openRepository(openGit({ cwd: root, env }));
    for (const range of ["HEAD^{tree}", "HEAD:backlog", "^HEAD", "no-such-branch"]) {
      await expect(commitRange(repo.git, { range })).rejects.toMatchObject({ code: "repository" });
    }
  });

  test("judges a fixup by its own paths, whatever another fixup of the same commit did", async () => {
    const policy =
      "version: 1\nremotes:\n  tasks: { kind: markdown }\nrules: { paths-in-scope: enforce, completed-task-has-commit: off }\n";
    const repository = backlogRepository(policy);
    repository.commit("Limit it (TASK-1)", {
      [TASK_1]: task(1, "In Progress").replace(
        "labels: []",
        "labels: []\nmodified_files:\n  - src/auth/a.ts",
      ),
    });
    const target = repository.commit("Begin (TASK-1)", { "src/auth/a.ts": "1" });
    const outside = repository.commit(`fixup! ${target}`, { "src/bill/b.ts": "1" });
    const inside = repository.commit(`fixup! ${target}`, { "src/auth/a.ts": "2" });
    const report = await judge(repository, { range: "HEAD" });
    expect(objections(report, outside).some((one) => one.startsWith("paths-in-scope fail"))).toBe(true);
    expect(objections(report, inside)).toEqual([]);
  });
});

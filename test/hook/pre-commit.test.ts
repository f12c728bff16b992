import { describe, expect, test } from "vitest";
import { FILES, type Guarded, guardedRepository, installHook, POLICY, task } from "./guarded.ts";

function staging(rules: string): Guarded {
  const repository = guardedRepository({
    files: {
      "golden-thread.yml": `${POLICY}rules: ${rules}\n`,
      "backlog/tasks/task-1 - First.md": task("TASK-1", { more: "affected_files:\n  - src/login/\n" }),
    },
  });
  installHook(repository, "pre-commit");
  return repository;
}

describe("pre-commit judges what is staged", () => {
  test("task files that can't be read, at their line", () => {
    const repository = staging("{ task-wellformed: enforce }");
    repository.write("backlog/tasks/task-9 - Bad.md", "---js\nmodule.exports = 1\n---\n");
    repository.git("add", "-A");
    const { code, stderr } = repository.attempt("-m", "Do TASK-1");
    expect(code).toBe(1);
    expect(stderr).toContain("Staged changes rejected");
    expect(stderr).toContain("task-9 - Bad.md:1");
    repository.git("rm", "--quiet", "--cached", "backlog/tasks/task-9 - Bad.md");
    expect(repository.attempt("-m", "Do TASK-1")).toMatchObject({ code: 0, stderr: "" });
  });

  test("paths under the branch's ticket, and only under a branch that names one", () => {
    const repository = staging("{ paths-in-scope: enforce }");
    repository.write("src/billing/invoice.ts", "x\n");
    repository.write("src/login/form.ts", "x\n");
    repository.git("checkout", "--quiet", "-b", "feature/TASK-1");
    repository.git("add", "src/billing");
    const { code, stderr } = repository.attempt("-m", "Do it");
    expect(code).toBe(1);
    expect(stderr).toContain("src/billing/invoice.ts");
    repository.git("reset", "--quiet");
    repository.git("add", "src/login");
    expect(repository.attempt("-m", "Do it").code).toBe(0);
    repository.git("checkout", "--quiet", "-b", "plain", "main");
    repository.git("add", "src/billing");
    expect(repository.attempt("-m", "Do TASK-1").code).toBe(0);
  });

  test("the index that git hands over: of `git commit -- path` and `git commit -a`", () => {
    const repository = staging("{ paths-in-scope: enforce }");
    repository.commit("Start both TASK-1", { "src/login/form.ts": "1\n", "src/billing/invoice.ts": "1\n" });
    repository.git("checkout", "--quiet", "-b", "feature/TASK-1");
    repository.write("src/login/form.ts", "2\n");
    repository.write("src/billing/invoice.ts", "2\n");
    repository.git("add", "src/billing");
    expect(repository.run(["commit", "-m", "Do it", "--", "src/login/form.ts"]).code).toBe(0);
    expect(repository.run(["commit", "-a", "-m", "Do it"]).code).toBe(1);
    repository.git("reset", "--quiet", "--hard");
    repository.write("src/login/form.ts", "3\n");
    expect(repository.run(["commit", "-a", "-m", "Do it"]).code).toBe(0);
  });

  test("the size of the change, in a repository without a commit too", () => {
    const repository = staging("{ change-size: { level: enforce, max_files: 2 } }");
    for (const name of ["a", "b", "c"]) repository.write(name, "x\n");
    repository.git("add", "-A");
    expect(repository.attempt("-m", "Do TASK-1").stderr).toContain("3 files changed");
    repository.git("checkout", "--quiet", "--orphan", "fresh");
    expect(repository.attempt("-m", "Do TASK-1").code).toBe(1);
  });

  test("but not a merge, whose changes are those of other commits", () => {
    const repository = staging("{ change-size: { level: enforce, max_files: 2 } }");
    repository.git("checkout", "--quiet", "-b", "side");
    for (const name of ["a", "b", "c"]) repository.commit(`Do ${name} TASK-1`, { [name]: "x\n" });
    repository.git("checkout", "--quiet", "main");
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "side");
    expect(repository.run(["commit", "-m", "Merge side"]).stderr).not.toContain("files changed");
  });
});

test("the files that a guarded repository has are as they were", () => {
  expect(Object.keys(FILES)).toContain("backlog/tasks/task-1 - First.md");
});

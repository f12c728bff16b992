import { describe, expect, test } from "vitest";
import { editor, type Guarded, guardedRepository, installHook } from "./guarded.ts";

function prepared(branch = "feature/TASK-1-login"): Guarded {
  const repository = guardedRepository();
  installHook(repository, "prepare-commit-msg");
  repository.git("checkout", "--quiet", "-b", branch);
  return repository;
}

const message = (repository: Guarded) => repository.git("log", "-1", "--format=%B").trimEnd();

describe("prepare-commit-msg fills the branch's ticket in", () => {
  test("for -m, an editor and a template", () => {
    const repository = prepared();
    expect(repository.attempt("-m", "Do the login").code).toBe(0);
    expect(message(repository)).toBe("Do the login\n\nRefs: TASK-1");
    const typed = repository.run(["commit", "--allow-empty"], { env: editor(repository, "Do more\n") });
    expect(typed.code, typed.stderr).toBe(0);
    expect(message(repository)).toBe("Do more\n\nRefs: TASK-1");
    repository.write("template", "Summary\n\nWhy:\n");
    const filled = repository.run(["commit", "--allow-empty", "-t", "template"], {
      env: editor(repository, "Do yet more\n\n"),
    });
    expect(filled.code, filled.stderr).toBe(0);
    expect(message(repository)).toContain("Refs: TASK-1");
  });

  test("above what git shows, and below other trailers", () => {
    const repository = prepared();
    const env = editor(repository, "Do it\n");
    expect(repository.run(["commit", "--allow-empty", "-v", "-s"], { env }).code).toBe(0);
    expect(message(repository)).toMatch(
      /^Do it\n\n(?:Signed-off-by: .+\nRefs: TASK-1|Refs: TASK-1\nSigned-off-by: .+)$/,
    );
  });

  test.each([
    ["the message names it", "Do TASK-1"],
    ["the message names it in the body", "Do it\n\nFor task TASK-01 alone."],
    ["it stands there already", "Do it\n\nRefs: TASK-1"],
  ])("but not where %s", (_why, text) => {
    const repository = prepared();
    expect(repository.attempt("-m", text).code).toBe(0);
    expect(message(repository)).toBe(text);
  });

  test.each(["main", "feature/plain", "TASK-1-and-TASK-2"])(
    "but not on %s, which names none or several",
    (branch) => {
      const repository = guardedRepository();
      installHook(repository, "prepare-commit-msg");
      repository.git("checkout", "--quiet", "-B", branch);
      expect(repository.attempt("-m", "Do it (TASK-2)").code).toBe(0);
      expect(message(repository)).toBe("Do it (TASK-2)");
    },
  );

  test("below a message without a last line break, whatever separators the user has", () => {
    const repository = prepared();
    repository.git("config", "trailer.separators", "#");
    const input = "Subject";
    expect(repository.run(["commit", "--allow-empty", "--cleanup=verbatim", "-F", "-"], { input }).code).toBe(
      0,
    );
    expect(message(repository)).toBe("Subject\n\nRefs: TASK-1");
  });

  test("never twice: not in what an amend, a rebase, a cherry-pick, a revert or a merge takes over", () => {
    const repository = prepared();
    repository.write("a", "1\n");
    repository.git("add", "a");
    repository.git("commit", "--quiet", "-m", "One");
    const one = repository.git("rev-parse", "HEAD");
    repository.git("commit", "--quiet", "--amend", "--no-edit");
    expect(message(repository)).toBe("One\n\nRefs: TASK-1");
    repository.git("revert", "--no-edit", "HEAD");
    expect(message(repository)).not.toContain("Refs:");
    repository.git("cherry-pick", "--allow-empty", one);
    expect(message(repository)).toBe("One\n\nRefs: TASK-1");
    repository.git("checkout", "--quiet", "-b", "side/TASK-2", "main");
    repository.git("commit", "--quiet", "--allow-empty", "-m", "Beside");
    repository.git("checkout", "--quiet", "feature/TASK-1-login");
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge", "side/TASK-2");
    expect(message(repository)).toBe("Merge");
    repository.git("commit", "--quiet", "--allow-empty", "--fixup", "HEAD^");
    expect(message(repository)).not.toContain("Refs:");
  });

  test("and a message that nobody wrote stays none", () => {
    const repository = prepared();
    const before = repository.git("rev-parse", "HEAD");
    const { code, stderr } = repository.run(["commit", "--allow-empty"], { env: { GIT_EDITOR: "true" } });
    expect(code).toBe(1);
    expect(stderr).toContain("nothing is committed");
    expect(repository.run(["commit", "--allow-empty", "-m", ""]).code).toBe(1);
    expect(repository.git("rev-parse", "HEAD")).toBe(before);
  });

  test("and stops nothing where it can't work", () => {
    const repository = prepared();
    repository.write("golden-thread.yml", "version: [\n");
    const { stderr } = repository.run(["commit", "--allow-empty", "--no-verify", "-m", "Do it"]);
    expect(stderr).toContain("note:");
    expect(message(repository)).toBe("Do it");
  });
});

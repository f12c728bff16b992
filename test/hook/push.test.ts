import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryRepository } from "../git/repo.ts";
import { builtHome } from "./built.ts";
import { connected } from "./connected.ts";
import { type Guarded, guardedRepository, installHook, task } from "./guarded.ts";

/** Leaves a commit that names no ticket on another branch. */
function aside(here: Guarded, file: string): void {
  here.git("checkout", "--quiet", "-b", "elsewhere");
  here.write(file, "x\n");
  here.git("add", file);
  here.git("commit", "--quiet", "--no-verify", "-m", "Rogue");
  here.git("checkout", "--quiet", "main");
}

/** Ways past the commit-msg hook. Each leaves a commit on main that names no ticket, and answers its id. */
const ROGUE: Readonly<Record<string, (here: Guarded) => void>> = {
  "--no-verify": (here) => here.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", "Rogue"),
  "commit-tree": (here) => {
    const tree = here.git("write-tree");
    here.git("reset", "--quiet", "--hard", here.git("commit-tree", tree, "-p", "HEAD", "-m", "Rogue"));
  },
  "cherry-pick": (here) => {
    aside(here, "picked.txt");
    here.git("cherry-pick", "elsewhere");
  },
  rebase: (here) => {
    aside(here, "rebased.txt");
    here.git("commit", "--quiet", "--allow-empty", "-m", "Do TASK-1");
    here.git("rebase", "--quiet", "main", "elsewhere");
    here.git("checkout", "--quiet", "-B", "main", "elsewhere");
  },
  "git am": (here) => {
    aside(here, "mailed.txt");
    const patch = here.git("format-patch", "--quiet", "-1", "--stdout", "elsewhere");
    here.run(["am", "--quiet"], { input: `${patch}\n` });
  },
  "an evil merge": (here) => {
    here.git("checkout", "--quiet", "-b", "elsewhere");
    here.write("side.txt", "x\n");
    here.git("add", "side.txt");
    here.git("commit", "--quiet", "-m", "Beside TASK-1");
    here.git("checkout", "--quiet", "main");
    here.git("merge", "--quiet", "--no-commit", "--no-ff", "elsewhere");
    here.write("evil.txt", "x\n");
    here.git("add", "evil.txt");
    here.git("commit", "--quiet", "--no-verify", "-m", "Rogue");
  },
};

describe("a rogue commit is stopped before it leaves, and where it arrives", () => {
  test.each(Object.entries(ROGUE))("made by %s", (_way, make) => {
    const { here, there } = connected();
    const before = there.git("rev-parse", "main");
    make(here);
    const id = here.git("rev-parse", "HEAD");
    const stopped = here.run(["push", "origin", "main"]);
    expect(stopped.code).not.toBe(0);
    expect(stopped.stdout).toBe("");
    expect(stopped.stderr).toContain(id.slice(0, 10));
    expect(stopped.stderr).toContain("fix   ");
    const declined = here.run(["push", "--no-verify", "origin", "main"]);
    expect(declined.code).not.toBe(0);
    expect(declined.stderr).toContain("pre-receive hook declined");
    expect(declined.stderr).toMatch(new RegExp(`remote: .*${id.slice(0, 10)}`));
    expect(declined.stderr).toMatch(/remote: {5}fix {3}/);
    expect(there.git("rev-parse", "main")).toBe(before);
    expect(existsSync(there.path("golden-thread/pushes.jsonl"))).toBe(false);
  });
});

describe("a push is judged by what it brings", () => {
  test("commits that the other side has are not judged again, on new branches, tags and merges too", () => {
    const { here, there } = connected();
    here.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", "Rogue, long pushed");
    here.git(
      "push",
      "--quiet",
      "--no-verify",
      there.root,
      "main:refs/heads/old",
      "--receive-pack=git -c core.hooksPath=/dev/null receive-pack",
    );
    here.git("fetch", "--quiet", "origin");
    here.git("commit", "--quiet", "--allow-empty", "-m", "Do TASK-1");
    expect(here.run(["push", "origin", "main:refs/heads/first"])).toMatchObject({ code: 0 });
    here.git("checkout", "--quiet", "-b", "fresh");
    expect(here.run(["push", "origin", "fresh"])).toMatchObject({ code: 0 });
    here.git("tag", "-a", "-m", "tag", "v1");
    here.git("tag", "a-tree", here.git("rev-parse", "HEAD^{tree}"));
    expect(here.run(["push", "origin", "v1", "a-tree"])).toMatchObject({ code: 0 });
  });

  test("several refs at once, a deletion and a force push: the rogue one alone is told", () => {
    const { here } = connected();
    here.git("push", "--quiet", "origin", "main:gone");
    here.git("checkout", "--quiet", "-b", "good");
    here.git("commit", "--quiet", "--allow-empty", "-m", "Do TASK-1");
    here.git("checkout", "--quiet", "-b", "bad", "main");
    here.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", "Rogue");
    const { code, stderr } = here.run(["push", "origin", "good", "bad", ":gone"]);
    expect(code).not.toBe(0);
    expect(stderr).toContain("the push is stopped: refs/heads/bad");
    expect(stderr).not.toContain("refs/heads/good");
    expect(here.run(["push", "origin", "good", ":gone"]).code).toBe(0);
    here.git("checkout", "--quiet", "good");
    here.git("commit", "--quiet", "--amend", "--allow-empty", "-m", "Do TASK-1 otherwise");
    expect(here.run(["push", "--force", "origin", "good"]).code).toBe(0);
    expect(here.run(["push", "origin", "good"]).stderr).toContain("Everything up-to-date");
  });

  test("the branch's name counts for its commits, as it did for the commit-msg hook", () => {
    const { here } = connected();
    here.git("checkout", "--quiet", "-b", "feature/TASK-1-login");
    expect(here.attempt("-m", "Do the login").code).toBe(0);
    expect(here.run(["push", "origin", "HEAD"])).toMatchObject({ code: 0 });
    here.git("checkout", "--quiet", "-b", "feature/TASK-3-closed", "main");
    here.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", "Do more");
    expect(here.run(["push", "origin", "HEAD"]).stderr).toContain('TASK-3 is "Done"');
  });

  test("a push can neither bring its own law nor its own task where it arrives", () => {
    const { here, there } = connected();
    here.write("golden-thread.yml", "version: 1\npreset: observe\nremotes: { tasks: { kind: markdown } }\n");
    here.git("add", "-A");
    here.git("commit", "--quiet", "--no-verify", "-m", "Loosen it");
    const loosened = here.run(["push", "--no-verify", "origin", "main"]);
    expect(loosened.code).not.toBe(0);
    expect(loosened.stderr).toContain("No ticket is named");
    expect(there.git("log", "-1", "--format=%s", "main")).toBe("Start TASK-1");
  });

  test("a branch's name launders nothing: main is judged by all that it gains", () => {
    const { here, there } = connected();
    here.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", "Rogue");
    const push = (...refs: readonly string[]) => here.run(["push", "--no-verify", "origin", ...refs]).code;
    expect(push("main")).not.toBe(0);
    expect(push("HEAD:refs/heads/TASK-1-foo")).toBe(0);
    expect(push("main")).not.toBe(0);
    expect(push("HEAD:refs/notes/rogue")).toBe(0);
    expect(push("main")).not.toBe(0);
    expect(there.git("log", "-1", "--format=%s", "main")).toBe("Start TASK-1");
  });

  test("commits under our own name are let through, and are judged by every branch and tag that gains them", () => {
    const { here, there } = connected();
    installHook(there, "update");
    const tip = there.git("rev-parse", "main");
    here.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", "Rogue");
    const hidden = here.run(["push", "origin", "HEAD:refs/golden-thread/x", "HEAD:refs/notes/x"]);
    expect([hidden.code, hidden.stderr]).toEqual([0, expect.not.stringContaining("No ticket")]);
    const refs = ["refs/heads/main", "refs/heads/fresh", "refs/tags/v1", "refs/golden-threads/x"];
    for (const more of [[], ["--no-verify"]] as const) {
      const all = here.run(["push", ...more, "origin", ...refs.map((ref) => `HEAD:${ref}`)]);
      expect(all.code).not.toBe(0);
      for (const ref of refs) expect(all.stderr).toContain(`the push is stopped: ${ref}`);
      expect(all.stderr.match(/No ticket is named/g)).toHaveLength(refs.length);
    }
    const both = here.run([
      "push",
      "--no-verify",
      "origin",
      "HEAD:refs/golden-thread/y",
      "HEAD:refs/heads/fresh",
    ]);
    expect(both.code).not.toBe(0);
    expect(there.git("rev-parse", "main")).toBe(tip);
    expect(here.run(["push", "origin", ":refs/golden-thread/x"])).toMatchObject({ code: 0 });
    expect(there.git("for-each-ref", "--format=%(refname)").split("\n")).not.toContain("refs/heads/fresh");
  });

  test("a branch at an old commit brings no old task tree to main", () => {
    const { here } = connected();
    const push = (...refs: readonly string[]) => here.run(["push", "--no-verify", "origin", ...refs]).code;
    here.write("backlog/tasks/task-2 - Second.md", task("TASK-2", { status: "Done" }));
    here.git("add", "-A");
    here.git("commit", "--quiet", "-m", "Close it TASK-2");
    expect(push("main")).toBe(0);
    expect(push("main~1:refs/heads/old")).toBe(0);
    here.git("checkout", "--quiet", "-b", "old", "main~1");
    here.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", "Rogue TASK-2");
    expect(push("old")).toBe(0);
    here.git("checkout", "--quiet", "main");
    here.git("merge", "--quiet", "--no-edit", "old");
    expect(push("main")).not.toBe(0);
  });

  test("where HEAD names no branch, main tells the law, and no tag of that name", () => {
    const { here, there } = connected();
    there.git("symbolic-ref", "HEAD", "refs/heads/nowhere");
    const empty = there.git("hash-object", "-t", "tree", "-w", "/dev/null");
    there.git("update-ref", "refs/tags/HEAD", there.git("commit-tree", "-m", "lax", empty));
    here.git("checkout", "--quiet", "-b", "fresh");
    here.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", "Rogue");
    expect(here.run(["push", "--no-verify", "origin", "fresh"]).code).not.toBe(0);
    there.git("update-ref", "-d", "refs/heads/main");
    const refused = here.run(["push", "--no-verify", "origin", "fresh"]);
    expect(refused.stderr).toContain("No default branch tells");
    expect(refused.code).not.toBe(0);
  });

  test("a first push lays the first law", () => {
    const here = guardedRepository();
    const there = temporaryRepository({ bare: true });
    installHook(there, "pre-receive");
    here.git("remote", "add", "origin", there.root);
    installHook(here, "pre-push");
    expect(here.run(["push", "origin", "main"])).toMatchObject({ code: 0 });
  });

  test("what arrived is written down once, with its verdict and the law's digest", () => {
    const { here, there } = connected();
    here.git("commit", "--quiet", "--allow-empty", "-m", "Do TASK-1");
    here.git("push", "--quiet", "origin", "main");
    here.git("push", "--quiet", "origin", "main:copy");
    const lines = readFileSync(there.path("golden-thread/pushes.jsonl"), "utf8").trimEnd().split("\n");
    const [first, second] = lines.map((line) => JSON.parse(line));
    const to = here.git("rev-parse", "HEAD");
    expect(first).toMatchObject({
      kind: "push",
      schemaVersion: 1,
      ref: "refs/heads/main",
      to,
      verdict: "pass",
    });
    expect(first.policyDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(second).toMatchObject({ ref: "refs/heads/copy", from: null, to, verdict: null });
    expect(lines).toHaveLength(2);
  });
});

test("update judges a ref where no other hook is allowed", () => {
  const { here, there } = connected();
  there.hook("pre-receive", "#!/bin/sh\nexit 0\n");
  installHook(there, "update");
  here.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", "Rogue");
  const { code, stderr } = here.run(["push", "--no-verify", "origin", "main"]);
  expect(code).not.toBe(0);
  expect(stderr).toContain("hook declined");
  expect(stderr).toContain("No ticket is named");
});

test("pre-commit's own way to tell of a push is understood: by the environment, with nothing on standard input", () => {
  const { here } = connected();
  const from = here.git("rev-parse", "HEAD");
  here.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", "Rogue");
  const relayed = {
    PRE_COMMIT_FROM_REF: from,
    PRE_COMMIT_TO_REF: here.git("rev-parse", "HEAD"),
    PRE_COMMIT_REMOTE_NAME: "origin",
    PRE_COMMIT_REMOTE_BRANCH: "refs/heads/main",
  };
  const options = { cwd: here.root, env: { ...here.env, ...relayed }, input: "", encoding: "utf8" } as const;
  const ran = spawnSync(process.execPath, [join(builtHome(), "dist/hook.cjs"), "pre-push"], options);
  expect(ran.stderr).toContain("the push is stopped: refs/heads/main");
  expect(ran.status).toBe(1);
});

test("machines are told as JSON, ref by ref", () => {
  const { here } = connected();
  here.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", "Rogue");
  const { stderr } = here.run(["push", "origin", "main"], { env: { GOLDEN_THREAD_FORMAT: "json" } });
  const line = stderr.split("\n").find((text) => text.startsWith("{")) ?? "";
  const report = JSON.parse(stderr.slice(stderr.indexOf(line), stderr.lastIndexOf("}") + 1));
  expect(report).toMatchObject({ kind: "check", verdict: "fail", subject: { branch: "main" } });
});

const { here: untouched } = connected();

test.each([
  ["nonsense\n", ["pre-push", "origin", "x"], "githooks(5)"],
  ["", ["pre-push"], "a name and an address"],
  ["1 2 refs/heads/x\n", ["pre-receive"], "githooks(5)"],
  ["", ["update", "refs/heads/x"], "its old and its new value"],
  ["", ["pre-receive", "more"], "as git hands it over"],
])("%j to %j is an error that says what git does", (input, args, wanted) => {
  const options = { cwd: untouched.root, env: untouched.env, input, encoding: "utf8" } as const;
  const ran = spawnSync(process.execPath, [join(builtHome(), "dist/hook.cjs"), ...args], options);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain(wanted);
});

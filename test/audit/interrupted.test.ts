import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { home } from "../doors/built.ts";
import { type TemporaryRepository, temporaryFolder, temporaryRepository } from "../git/repo.ts";

const COMMITS = 60;
/** Few commits that change much: a writing comes once 20,000 paths were looked at, in the middle of what git was asked for. */
const PATHS = 400;
const KEPT = 50;
const AS_OF = "2026-01-31T00:00:00Z";

function longRepository(): TemporaryRepository {
  const repository = temporaryRepository();
  const steps = Array.from({ length: COMMITS }, (_, index) => {
    const text = `TASK-1 step ${index}`;
    const at = 1_700_000_000 + index;
    const head = `commit refs/heads/main\ncommitter A <a@example.com> ${at} +0000\ndata ${text.length}\n${text}\n`;
    const content = `data ${String(index).length}\n${index}\n`;
    const files = Array.from(
      { length: PATHS },
      (_, file) => `M 644 inline f${file % 20}/${file}\n${content}`,
    );
    return `${head}${files.join("")}`;
  });
  repository.run(["fast-import", "--quiet", "--force"], { input: steps.join("") });
  repository.git("symbolic-ref", "HEAD", "refs/heads/main");
  repository.git("reset", "--quiet", "--hard");
  repository.write("golden-thread.yml", "version: 1\nremotes: { tasks: { kind: markdown } }\n");
  return repository;
}

/** A git that writes down which commits it is asked to compare, and that never ends after having done so where it is told to hang. */
function listeningGit(): { asked(): readonly string[]; readonly env: NodeJS.ProcessEnv } {
  const folder = temporaryFolder();
  const bin = join(folder, "bin");
  const log = join(folder, "log");
  mkdirSync(bin);
  writeFileSync(log, "");
  const real = spawnSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).stdout.trim();
  const script = `#!/bin/sh
case " $* " in *" diff-tree "*) ;; *) exec '${real}' "$@" ;; esac
tee -a '${log}' | '${real}' "$@"
[ -z "$HANGS" ] || exec sleep 60
`;
  writeFileSync(join(bin, "git"), script, { mode: 0o755 });
  return {
    env: { ...process.env, PATH: [bin, process.env.PATH ?? ""].join(delimiter) },
    asked: () =>
      readFileSync(log, "utf8")
        .split("\n")
        .filter((line) => line !== ""),
  };
}

const ARGS = [
  join(home, "dist", "cli.js"),
  "audit",
  "--with",
  "paths,lines",
  "--as-of",
  AS_OF,
  "--format",
  "json",
];

describe("an audit that was killed", () => {
  test("begins anew, or ends otherwise than one that was not", async () => {
    const repository = longRepository();
    const git = listeningGit();
    const how = { cwd: repository.root, stdio: "ignore" } as const;
    const killed = spawn(process.execPath, ARGS, { ...how, env: { ...git.env, HANGS: "1" } });
    const kept = repository.path(".git/golden-thread/history-changes");
    await expect.poll(() => existsSync(kept), { timeout: 60_000 }).toBe(true);
    killed.kill("SIGKILL");
    await new Promise((resolve) => killed.on("close", resolve));
    const before = git.asked();
    expect(before).toHaveLength(COMMITS);

    const run = (cwd: string, env: NodeJS.ProcessEnv) => {
      const { stdout } = spawnSync(process.execPath, ARGS, { cwd, env, maxBuffer: 2 ** 28 });
      return stdout.toString();
    };
    const second = run(repository.root, git.env);
    expect(git.asked().slice(COMMITS)).toEqual(before.slice(KEPT));
    const fresh = join(temporaryFolder(), "fresh");
    repository.git("clone", "--quiet", "--no-hardlinks", ".", fresh);
    writeFileSync(join(fresh, "golden-thread.yml"), readFileSync(repository.path("golden-thread.yml")));
    spawnSync("git", ["remote", "remove", "origin"], { cwd: fresh });
    expect(second.length).toBeGreaterThan(COMMITS);
    expect(run(fresh, process.env)).toBe(second);
  });
});

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { home } from "../doors/built.ts";
import { type TemporaryRepository, temporaryFolder, temporaryRepository } from "../git/repo.ts";

/** More than an audit keeps at once, so that a run can end between two keepings. */
const COMMITS = 5600;
const AS_OF = "2026-01-31T00:00:00Z";

function longRepository(): TemporaryRepository {
  const repository = temporaryRepository();
  const steps = Array.from({ length: COMMITS }, (_, index) => {
    const text = `TASK-1 step ${index}`;
    const at = 1_700_000_000 + index;
    const head = `commit refs/heads/main\ncommitter A <a@example.com> ${at} +0000\ndata ${text.length}\n${text}\n`;
    return `${head}M 644 inline f${index % 40}\ndata ${String(index).length}\n${index}\n`;
  });
  repository.run(["fast-import", "--quiet", "--force"], { input: steps.join("") });
  repository.git("symbolic-ref", "HEAD", "refs/heads/main");
  repository.git("reset", "--quiet", "--hard");
  repository.write("golden-thread.yml", "version: 1\nremotes: { tasks: { kind: markdown } }\n");
  return repository;
}

/** A folder for PATH with a git that writes down which commits it is asked to compare, and hangs at the second such question where it is told to. */
function listeningGit(): {
  readonly path: string;
  asked(): readonly string[];
  readonly env: NodeJS.ProcessEnv;
} {
  const folder = temporaryFolder();
  const bin = join(folder, "bin");
  const counts = join(folder, "counts");
  const log = join(folder, "log");
  for (const one of [bin, counts]) mkdirSync(one);
  const real = spawnSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).stdout.trim();
  const script = `#!/bin/sh
case " $* " in *" diff-tree "*) ;; *) exec '${real}' "$@" ;; esac
count=$(ls '${counts}' | wc -l)
: > '${counts}'/"$count"
[ -z "$HANGS" ] || [ "$count" -eq 0 ] || exec sleep 60
tee -a '${log}' | '${real}' "$@"
`;
  writeFileSync(join(bin, "git"), script, { mode: 0o755 });
  return {
    path: counts,
    env: { ...process.env, PATH: [bin, process.env.PATH ?? ""].join(delimiter) },
    asked: () =>
      existsSync(log)
        ? readFileSync(log, "utf8")
            .split("\n")
            .filter((line) => line !== "")
        : [],
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
    await expect.poll(() => readdirSync(git.path).length, { timeout: 60_000 }).toBeGreaterThan(1);
    killed.kill("SIGKILL");
    await new Promise((resolve) => killed.on("close", resolve));
    const before = git.asked().length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(COMMITS);

    const run = (cwd: string, env: NodeJS.ProcessEnv) => {
      const { stdout } = spawnSync(process.execPath, ARGS, { cwd, env, maxBuffer: 2 ** 28 });
      return stdout.toString();
    };
    const second = run(repository.root, git.env);
    expect(git.asked().length - before).toBe(COMMITS - before);
    expect(new Set(git.asked()).size).toBe(COMMITS);
    const fresh = join(temporaryFolder(), "fresh");
    repository.git("clone", "--quiet", "--no-hardlinks", ".", fresh);
    writeFileSync(join(fresh, "golden-thread.yml"), readFileSync(repository.path("golden-thread.yml")));
    spawnSync("git", ["remote", "remove", "origin"], { cwd: fresh });
    expect(second.length).toBeGreaterThan(COMMITS);
    expect(run(fresh, process.env)).toBe(second);
  });
});

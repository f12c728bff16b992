import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import type { HookName } from "../../src/core/hook-names.ts";
import { accepts } from "../../src/hook/accept.ts";
import { hooked } from "../cli/world.ts";
import {
  copyOf,
  type Ran,
  type RepositoryOptions,
  type RunOptions,
  repositoryAt,
  type TemporaryRepository,
  temporaryRepository,
} from "../git/repo.ts";
import { builtHome, ENGINE, stubHome } from "./built.ts";

/** A repository with tasks, a policy and the real hook. */
export interface Guarded extends TemporaryRepository {
  /** `git commit --allow-empty` with these arguments. */
  attempt(...args: readonly string[]): Ran;
  /** Runs dist/hook.cjs on a message as git would for `git commit -m`. */
  hookRun(message: string | Uint8Array, options?: RunOptions): Ran;
  /** The same hook from its sources, in this process. */
  hooked(message: string | Uint8Array, more?: Readonly<Record<string, string>>): Promise<Ran>;
  /** Whether the fast path says yes to such a message by itself. */
  isFast(message: string | Uint8Array, options?: RunOptions): boolean;
  /** The same, asked of dist/hook.cjs beside an engine that judges nothing. */
  isFastShipped(message: string | Uint8Array): boolean;
  /** Subject of HEAD; empty on an unborn branch. */
  subject(): string;
}

export interface TaskText {
  readonly status?: string;
  readonly title?: string;
  readonly more?: string;
}

export const POLICY = "version: 1\npreset: standard\nremotes:\n  tasks: { kind: markdown }\n";

/** A Backlog.md task. */
export function task(id: string, { status = "To Do", title = `Do ${id}`, more = "" }: TaskText = {}): string {
  const created = "created_date: '2023-01-01 10:00'";
  return `---\nid: ${id}\ntitle: ${title}\nstatus: ${status}\nassignee: []\n${created}\nlabels: []\ndependencies: []\n${more}---\n\n## Description\n\nText.\n`;
}

/** Open: TASK-1, TASK-2. Done: TASK-3. Archived: TASK-4. A draft: DRAFT-1. */
export const FILES: Readonly<Record<string, string>> = {
  "golden-thread.yml": POLICY,
  "backlog/config.yml": 'project_name: "x"\nstatuses: ["To Do", "In Progress", "Done"]\n',
  "backlog/tasks/task-1 - First.md": task("TASK-1"),
  "backlog/tasks/task-2 - Second.md": task("TASK-2", { status: "In Progress" }),
  "backlog/tasks/task-3 - Third.md": task("TASK-3", { status: "Done" }),
  "backlog/archive/tasks/task-4 - Fourth.md": task("TASK-4"),
};

interface GuardedOptions extends RepositoryOptions {
  readonly files?: Readonly<Record<string, string>>;
}

/** What was made in this test file, by its options. */
const originals = new Map<string, Guarded>();

/** One with its first commit, so that its files are older than any index; the hook stands in .git/hooks as `init` writes it. */
export function guardedRepository(options: GuardedOptions = {}): Guarded {
  const key = JSON.stringify(options);
  const known = originals.get(key);
  const original = known !== undefined && existsSync(known.root) ? known : firstOf(options);
  originals.set(key, original);
  const { root, env } = copyOf(original, 1);
  return guarded(root, env, 1);
}

function firstOf(options: GuardedOptions): Guarded {
  const made = temporaryRepository(options);
  const repository = guarded(made.root, made.env);
  repository.commit("Start TASK-1", { ...FILES, ...options.files });
  installHook(repository);
  return repository;
}

/** The hook as `init` copies it into the hooks folder. */
export function installHook(repository: TemporaryRepository, name: HookName = "commit-msg"): void {
  const home = builtHome();
  const script = readFileSync(join(home, "hooks", name), "utf8");
  repository.hook(name, script.replace(/^entry=$/m, `entry='${home}/dist/hook.cjs'`));
}

/** Wraps a work tree that is there. Configuration comes from files alone: with GIT_CONFIG_* set the fast path is never asked. */
export function guarded(root: string, around: Readonly<Record<string, string>>, commits = 0): Guarded {
  const { GIT_CONFIG_NOSYSTEM: _, GIT_CONFIG_GLOBAL: __, ...env } = around;
  const repository = repositoryAt(root, env, commits);
  const [home, stub] = [builtHome(), stubHome()];
  let file = "";
  const written = (message: string | Uint8Array): string => {
    file ||= repository.git("rev-parse", "--path-format=absolute", "--git-path", "COMMIT_EDITMSG");
    writeFileSync(file, message);
    return file;
  };
  const runHook = (
    folder: string,
    message: string | Uint8Array,
    { env: more, cwd }: RunOptions = {},
  ): Ran => {
    const args = [join(folder, "dist", "hook.cjs"), "commit-msg", written(message)];
    const ran = spawnSync(process.execPath, args, {
      cwd: cwd ?? root,
      env: { ...env, GIT_EDITOR: ":", ...more },
    });
    return { code: ran.status ?? -1, stdout: ran.stdout.toString(), stderr: ran.stderr.toString() };
  };
  return {
    ...repository,
    attempt: (...args) => repository.run(["commit", "--allow-empty", ...args]),
    hookRun: (message, more) => runHook(home, message, more),
    hooked: (message, more) =>
      hooked(["commit-msg", written(message)], {
        cwd: root,
        env: { ...env, GIT_EDITOR: ":", ...more },
        alone: true,
        now: () => new Date(),
      }),
    isFast(message, { env: more, cwd } = {}) {
      const file = written(message);
      return accepts({
        args: ["commit-msg", file],
        cwd: cwd ?? root,
        env: { ...env, ...more },
        now: Date.now(),
      });
    },
    isFastShipped(message) {
      const { code, stderr } = runHook(stub, message, {});
      if (code !== 0 && code !== ENGINE) throw new Error(`the hook ended ${code}: ${stderr}`);
      return code === 0;
    },
    subject: () => repository.run(["log", "-1", "--format=%s"]).stdout,
  };
}

/** One whose files are old enough for the first index to be believed. */
export async function settledRepository(options?: Parameters<typeof guardedRepository>[0]): Promise<Guarded> {
  const repository = guardedRepository(options);
  await settle();
  return repository;
}

/** A message that such a repository accepts. */
export const GOOD = "Do it (TASK-1)\n";

/** One whose index the engine has just compiled: from here on the fast path says yes by itself. */
export async function compiled(options?: Parameters<typeof guardedRepository>[0]): Promise<Guarded> {
  const repository = await settledRepository(options);
  expect(repository.isFast(GOOD)).toBe(false);
  const silent = { code: 0, stdout: "", stderr: "" };
  expect(await repository.hooked(GOOD)).toMatchObject(silent);
  expect(repository.isFast(GOOD)).toBe(true);
  return repository;
}

/** The variable that makes git open an editor which puts a text above whatever git wrote into the file. */
export function editor(repository: Guarded, text: string): Readonly<Record<string, string>> {
  const script = join(dirname(repository.root), "editor.sh");
  const typed = join(dirname(repository.root), "typed");
  writeFileSync(typed, text);
  writeFileSync(script, `#!/bin/sh\ncat '${typed}' "$1" > "$1.new" && mv "$1.new" "$1"\n`, { mode: 0o755 });
  return { GIT_EDITOR: `'${script}'` };
}

/** Long enough for every file that was written so far to be older than the next index by more than a timer's tick. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60));
}

import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";

/** What one command left behind. `stdout` has lost its last line break. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
}

/** A real repository in a temporary folder, shut off from the machine's git configuration. Removed after the test file. */
export interface TemporaryRepository {
  readonly root: string;
  /** What a child needs to see this repository as its tests do: hand it to `openGit`. */
  readonly env: Readonly<Record<string, string>>;
  path(...parts: readonly string[]): string;
  /** Runs git; throws with git's words unless it ends 0. */
  git(...args: readonly string[]): string;
  /** Runs git; any exit code is an answer. */
  run(args: readonly string[], options?: RunOptions): Ran;
  /** Writes a file with its folders. */
  write(path: string, content: string | Uint8Array): void;
  /** Writes an executable hook. */
  hook(name: string, script: string): void;
  /** Writes the files, stages everything and commits (empty commits too); hooks do run. The new commit's id. */
  commit(message: string | Uint8Array, files?: Readonly<Record<string, string | Uint8Array>>): string;
}

export interface RepositoryOptions {
  readonly objectFormat?: "sha1" | "sha256";
  readonly bare?: boolean;
  readonly branch?: string;
  /** Folder to make it in, relative to the temporary one; default `repo`. */
  readonly folder?: string;
}

/** First commit's time; each further one is a minute later, so that histories are the same in every run. */
const EPOCH = 1_700_000_000;

const made: string[] = [];

/** Removes what a test file has made. Test files share their modules: the set-up of each sees to this. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** An empty folder outside every repository, with its real path. Removed after the test file. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "golden-thread-")));
  made.push(folder);
  return folder;
}

/** Environment without any git variable or configuration of this machine. */
export function hermeticEnv(home: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    HOME: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: join(home, ".gitconfig"),
    GIT_TERMINAL_PROMPT: "0",
    GIT_AUTHOR_NAME: "Ada Author",
    GIT_AUTHOR_EMAIL: "ada@example.com",
    GIT_COMMITTER_NAME: "Cy Committer",
    GIT_COMMITTER_EMAIL: "cy@example.com",
    LC_ALL: "C",
  };
}

/**
 * Lines of a user's configuration that make git quicker and change nothing that a test looks at: nothing is tidied up behind a commit's back, in
 * a process of its own each time, and a new repository is given no samples of hooks, which take longer than all else that `git init` does.
 */
export function quickConfig(): string {
  const template = join(tmpdir(), "golden-thread-no-samples");
  for (const name of ["hooks", "info"]) mkdirSync(join(template, name), { recursive: true });
  return `[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n[init]\n\ttemplateDir = ${template}\n`;
}

/** Makes a repository with an unborn branch `main`. */
export function temporaryRepository(options: RepositoryOptions = {}): TemporaryRepository {
  const home = temporaryFolder();
  const root = join(home, options.folder ?? "repo");
  mkdirSync(root, { recursive: true });
  writeFileSync(join(home, ".gitconfig"), `[protocol "file"]\n\tallow = always\n${quickConfig()}`);
  const env = hermeticEnv(home);
  cpSync(unbornRepository(options, env), root, { recursive: true });
  return repositoryAt(root, env);
}

/** What `git init` makes of such options, once for all test files: to copy it is several times quicker than to ask git again. */
function unbornRepository(
  { branch = "main", objectFormat = "sha1", bare = false }: RepositoryOptions,
  env: Readonly<Record<string, string>>,
): string {
  const name = [encodeURIComponent(branch), objectFormat, ...(bare ? ["bare"] : [])].join("-");
  const unborn = join(tmpdir(), `golden-thread-unborn-${name}`);
  if (existsSync(unborn)) return unborn;
  const folder = mkdtempSync(`${unborn}.`);
  const options = [`--initial-branch=${branch}`, `--object-format=${objectFormat}`];
  repositoryAt(folder, env).git("init", "--quiet", ...options, ...(bare ? ["--bare"] : []));
  try {
    renameSync(folder, unborn);
  } catch {
    // Another test file was quicker.
    rmSync(folder, { recursive: true, force: true });
  }
  return unborn;
}

/** Another of the same content, in a home of its own; `commits`: how many were made of it, so that the next one is as late as it would be there. */
export function copyOf({ root, env }: TemporaryRepository, commits: number): TemporaryRepository {
  const { HOME: from = "" } = env;
  const home = temporaryFolder();
  cpSync(from, home, { recursive: true, verbatimSymlinks: true });
  return repositoryAt(join(home, relative(from, root)), hermeticEnv(home), commits);
}

/** The same handle for a work tree that is there already: a linked one, a submodule, a clone. `commits`: what was made of it by another. */
export function repositoryAt(
  root: string,
  env: Readonly<Record<string, string>>,
  commits = 0,
): TemporaryRepository {
  let clock = EPOCH + 60 * commits;
  const run = (args: readonly string[], { input, env: more, cwd }: RunOptions = {}): Ran => {
    const ran = spawnSync("git", args, {
      cwd: cwd ?? root,
      env: { ...env, ...more },
      ...(input === undefined ? {} : { input }),
      maxBuffer: 1 << 30,
    });
    if (ran.error) throw ran.error;
    return {
      code: ran.status ?? -1,
      stdout: ran.stdout.toString().replace(/\n$/, ""),
      stderr: ran.stderr.toString(),
    };
  };
  const demand = (args: readonly string[], runOptions?: RunOptions): string => {
    const { code, stdout, stderr } = run(args, runOptions);
    if (code !== 0) throw new Error(`git ${args.join(" ")} ended ${code}: ${stderr}`);
    return stdout;
  };
  const path = (...parts: readonly string[]): string => join(root, ...parts);
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), content);
  };
  return {
    root,
    env,
    path,
    run,
    write,
    git: (...args) => demand(args),
    hook(name, script) {
      // Absolute in linked work trees and submodules.
      const folder = resolve(root, demand(["rev-parse", "--git-path", "hooks"]));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), script, { mode: 0o755 });
    },
    commit(message, files = {}) {
      for (const [file, content] of Object.entries(files)) write(file, content);
      demand(["add", "--all"]);
      clock += 60;
      const date = `${clock} +0000`;
      const env = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      demand(["commit", "--quiet", "--allow-empty", "--allow-empty-message", "-F", "-"], {
        input: message,
        env,
      });
      return headIn(path(".git")) ?? demand(["rev-parse", "HEAD"]);
    },
  };
}

/** The commit that was just made, as git's folder tells without a process; null: it stands elsewhere, as in a linked work tree. */
function headIn(folder: string): string | null {
  try {
    const [, ref] = /^ref: (.+)\n$/.exec(readFileSync(join(folder, "HEAD"), "utf8")) ?? [];
    return readFileSync(join(folder, ref ?? "HEAD"), "utf8").trim();
  } catch {
    return null;
  }
}

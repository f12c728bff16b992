import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { Fault } from "../core/fault.ts";
import { childEnv, type Env } from "./env.ts";

/** What one git child left behind. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** How one child is run to its end. */
export interface RunOptions {
  readonly input?: string | Uint8Array;
  /** Exit codes that are answers; any other throws. Default: 0 alone. */
  readonly codes?: readonly number[];
  /** Most bytes of standard output; above it the child is killed and a Fault thrown. */
  readonly limit?: number;
}

/** How a child is started whose output is read as it comes. */
export interface StreamOptions {
  /** `pipe`: write to `stdin`. A stream of another child is handed over as it is, without this process between. */
  readonly stdin?: "ignore" | "pipe" | Readable;
  readonly codes?: readonly number[];
}

/** A running git child. Whoever starts one awaits `done`, which also tells how it failed. */
export interface GitStream {
  readonly stdin: Writable | null;
  readonly stdout: Readable;
  /** Settles once the child is gone: its exit code, or the Fault that says what git said. */
  readonly done: Promise<number>;
  /** Ends the child early; `done` then settles without a Fault. */
  kill(): void;
  /** Whether this process waits for the child before it ends; at first it does. */
  hold(on: boolean): void;
}

/** Runs git in one folder. Arguments are an array and never pass a shell. */
export interface Git {
  readonly cwd: string;
  /** The environment as it was inherited, before golden-thread's own additions. */
  readonly env: Env;
  run(args: readonly string[], options?: RunOptions): Promise<GitResult>;
  /** Standard output as UTF-8 without its last line break. */
  text(args: readonly string[], options?: RunOptions): Promise<string>;
  spawn(args: readonly string[], options?: StreamOptions): GitStream;
  /** The same with more of an environment. */
  withEnv(env: Env): Git;
}

/** Where git runs, and with what. */
export interface GitOptions {
  readonly cwd: string;
  readonly env: Env;
  /** Kills every running child; what was asked then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** One answer in memory: far above any listing of a large repository, far below what a Buffer can hold. */
const OUTPUT_LIMIT = 256 * 1024 * 1024;

/** Of git's complaints the beginning is enough, and an endless one must not fill memory. */
const COMPLAINT_LIMIT = 64 * 1024;

/** A file watcher named in the repository's configuration is a program that we would start. */
const ALWAYS = ["-c", "core.fsmonitor=false"] as const;

/** Opens git for one folder and environment; starts nothing yet. */
export function openGit(options: GitOptions): Git {
  const { cwd, env } = options;
  const git: Git = {
    cwd,
    env,
    run: (args, how = {}) =>
      collect(start(options, args, how.input === undefined ? "ignore" : "pipe"), args, how),
    async text(args, how) {
      const { stdout } = await git.run(args, how);
      return stdout.toString("utf8").replace(/\r?\n$/, "");
    },
    spawn: (args, how = {}) => stream(start(options, args, how.stdin ?? "ignore"), args, how.codes ?? [0]),
    withEnv: (more) => openGit({ ...options, env: { ...env, ...more } }),
  };
  return git;
}

interface Started {
  readonly child: ChildProcess;
  readonly stdout: Readable;
  readonly ended: Promise<{ readonly code: number; readonly stderr: string }>;
  readonly options: GitOptions;
}

function start(options: GitOptions, args: readonly string[], stdin: "ignore" | "pipe" | Readable): Started {
  const { cwd, env, signal } = options;
  signal?.throwIfAborted();
  if (args.some((arg) => arg.includes("\0"))) {
    throw new Fault("usage", "A name handed to git holds a NUL character.", { found: args.join(" ") });
  }
  const child = spawn("git", [...ALWAYS, ...args], {
    cwd,
    env: childEnv(env),
    stdio: [stdin, "pipe", "pipe"],
    windowsHide: true,
    ...(signal ? { signal } : {}),
  });
  if (!child.stdout || !child.stderr) throw new Fault("internal", "A git child has no output pipes.");
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    if (stderr.length < COMPLAINT_LIMIT) stderr += text;
  });
  const ended = new Promise<{ code: number; stderr: string }>((resolve, reject) => {
    child.on("error", (cause) => {
      stop(child);
      reject(signal?.aborted ? signal.reason : startFault(cause, cwd));
    });
    child.on("close", (code) => resolve({ code: code ?? -1, stderr }));
  });
  ended.catch(() => undefined);
  // A child that ends before it has read all of its input is told by its exit code, not by EPIPE.
  child.stdin?.on("error", () => undefined);
  return { child, stdout: child.stdout, ended, options };
}

async function collect(started: Started, args: readonly string[], how: RunOptions): Promise<GitResult> {
  const { child, stdout, ended } = started;
  const limit = how.limit ?? OUTPUT_LIMIT;
  const chunks: Buffer[] = [];
  let size = 0;
  stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else stop(child);
  });
  if (how.input !== undefined) child.stdin?.end(how.input);
  const { code, stderr } = await ended;
  if (size > limit) {
    throw new Fault("git", `git ${args[0]} gave more than ${limit} bytes.`, {
      wanted: `at most ${limit} bytes`,
    });
  }
  if (!(how.codes ?? [0]).includes(code)) throw failure(args, code, stderr, started.options.cwd);
  return { code, stdout: Buffer.concat(chunks), stderr };
}

function stream(started: Started, args: readonly string[], codes: readonly number[]): GitStream {
  const { child, stdout, ended, options } = started;
  let killed = false;
  const done = ended.then(({ code, stderr }) => {
    if (killed || codes.includes(code)) return code;
    throw failure(args, code, stderr, options.cwd);
  });
  done.catch(() => undefined);
  const kill = (): void => {
    killed = true;
    stop(child);
  };
  const hold = (on: boolean): void => {
    if (on) child.ref();
    else child.unref();
    for (const pipe of [child.stdin, child.stdout, child.stderr]) holdPipe(pipe, on);
  };
  return { stdin: child.stdin, stdout, done, kill, hold };
}

/** Ends a child, and lets go of its output: what it started itself may hold the other end open. */
function stop(child: ChildProcess): void {
  child.kill();
  child.stdout?.destroy();
  child.stderr?.destroy();
}

/** A child's pipes are sockets, which wait like the child itself; the type of `ChildProcess` does not say so. */
function holdPipe(pipe: Readable | Writable | null, on: boolean): void {
  if (pipe === null || !("ref" in pipe && "unref" in pipe)) return;
  const act = on ? pipe.ref : pipe.unref;
  if (typeof act === "function") act.call(pipe);
}

function startFault(cause: Error, cwd: string): Fault {
  if (!existsSync(cwd)) {
    return new Fault("repository", "The folder to work in does not exist.", { found: cwd, cause });
  }
  if ("code" in cause && cause.code === "ENOENT") {
    return new Fault("git", "git is not installed, or not on PATH.", {
      wanted: "git 2.31 or later",
      fix: "Install git (apt install git, brew install git, or https://git-scm.com/downloads) and see that it is on PATH.",
      cause,
    });
  }
  return new Fault("git", "git could not be started.", { found: cause.message, cause });
}

/** What git says when the repository, not git, is the matter. The words are those of LC_ALL=C. */
const UNREADABLE =
  /bad (?:object|revision|source|tree)|unknown revision|ambiguous argument|[Nn]ot a valid (?:object|commit|tree|ref)|could not get object info|unable to (?:read|find|parse)|missing (?:blob|tree|commit|object)|is (?:corrupt|empty|not a blob)|[Cc]ould not (?:read|parse)|does not have any commits|invalid object|remote did not send all|promisor remote/;

/** Turns a failed child into the Fault that names its cause; git's words stand in `found`. */
export function failure(args: readonly string[], code: number, stderr: string, cwd: string): Fault {
  const found = stderr.trim() || `exit code ${code}`;
  if (/detected dubious ownership|unsafe repository/.test(stderr)) {
    // Newer gits print the command themselves, quoted for a shell; older ones only name the folder.
    const printed = /^\s*(git config --global --add safe\.directory .+)$/m.exec(stderr)?.[1];
    const folder = /unsafe repository \('(.+)' is/.exec(stderr)?.[1] ?? cwd;
    return new Fault("repository", "git refuses this repository: it belongs to another user.", {
      found,
      fix: printed ?? `git config --global --add safe.directory ${quoted(folder)}`,
    });
  }
  if (/not a git repository/.test(stderr)) {
    // With GIT_DIR git names the folder that is none; without, it looked upwards from here.
    const named = /not a git repository: '(.+)'/.exec(stderr)?.[1];
    return new Fault("repository", "Not in a git repository.", {
      found: named ?? cwd,
      wanted: "a folder in a git repository",
      fix: named === undefined ? "git init" : "unset GIT_DIR",
    });
  }
  if (/safe\.bareRepository/.test(stderr)) {
    const fix = `git --git-dir=${quoted(cwd)} …, or export GIT_DIR=${quoted(cwd)}`;
    return new Fault("repository", "git takes a bare repository only where it is named.", { found, fix });
  }
  if (/unknown repository extension|[Ee]xpected git repo version/.test(stderr)) {
    return new Fault("git", "The repository needs a newer git.", { found, fix: "Install a newer git." });
  }
  if (/bad (?:[a-z]+ )?config/.test(stderr)) {
    return new Fault("repository", "git's configuration can't be read.", { found });
  }
  if (/must be run in a work tree/.test(stderr)) {
    return new Fault("repository", "This needs a work tree, and there is none here.", { found });
  }
  if (UNREADABLE.test(stderr)) {
    const fix = LACKING.test(stderr) ? { fix: "git fetch --refetch --no-filter" } : {};
    return new Fault("repository", `git ${commandIn(args)} could not read an object.`, { found, ...fix });
  }
  return new Fault("git", `git ${commandIn(args)} failed with exit code ${code}.`, { found });
}

/** What a fetch of everything brings, where a remote has it. */
const LACKING =
  /unable to (?:read|find)|missing (?:blob|tree|commit|object)|is (?:corrupt|empty|not a blob)|[Cc]ould not read|promisor remote/;

/** The command behind options that take a word each. */
function commandIn(args: readonly string[]): string {
  let at = 0;
  while (args[at] === "-c" || args[at] === "-C") at += 2;
  return args[at] ?? "";
}

function quoted(path: string): string {
  return /^[\w./@%+:-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

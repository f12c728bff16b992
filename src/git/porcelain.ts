import { childEnv, type Env } from "./env.ts";

/** What one git command came to, its hooks included, as a person would have seen it. */
export interface Outcome {
  readonly code: number;
  /** Standard error, on which hooks speak, then standard output. */
  readonly output: string;
}

/** git as people use it, to set a repository up and to work in it. Never in a hook: it loads a library. */
export interface Porcelain {
  init(branch: string): Promise<Outcome>;
  configure(key: string, value: string): Promise<Outcome>;
  /** Stages paths as they are named; without any: everything. */
  stage(paths?: readonly string[]): Promise<Outcome>;
  /** A rejection by a hook is an outcome like any other. */
  commit(message: string): Promise<Outcome>;
  addRemote(name: string, url: string): Promise<Outcome>;
  /** Any other command, its arguments as git takes them. */
  run(args: readonly string[]): Promise<Outcome>;
}

/**
 * Loads simple-git and opens it for one folder. The inherited environment is handed on whole: what the library refuses in
 * it by default (an editor, a pager, another index) is the user's own. Rejects only where git can't be started.
 */
export async function openPorcelain(options: {
  readonly cwd: string;
  readonly env: Env;
}): Promise<Porcelain> {
  const { simpleGit } = await import("simple-git");
  const env = defined(childEnv(options.env));
  const run = async (...args: string[]): Promise<Outcome> => {
    let outcome: Outcome = { code: 0, output: "" };
    const git = simpleGit({
      baseDir: options.cwd,
      unsafe: INHERITED,
      allowEnvironment: Object.keys(env),
      errors(error, { exitCode, stdErr, stdOut }) {
        if (exitCode < 0) return error;
        outcome = {
          code: exitCode,
          output: Buffer.concat([...stdErr, ...stdOut])
            .toString("utf8")
            .trimEnd(),
        };
        return undefined;
      },
    });
    await git.env(env).raw(args);
    return outcome;
  };
  return {
    init: (branch) => run("init", "--quiet", `--initial-branch=${branch}`),
    configure: (key, value) => run("config", "--", key, value),
    stage: (paths) => (paths === undefined ? run("add", "--all") : run("add", "--all", "--", ...paths)),
    commit: (message) => run("commit", `--message=${message}`),
    addRemote: (name, url) => run("remote", "add", "--", name, url),
    run: (args) => run(...args),
  };
}

/** What an environment may name; nothing here comes from an argument, where the library goes on refusing the rest. */
const INHERITED = {
  allowUnsafeAskPass: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeEditor: true,
  allowUnsafeExec: true,
  allowUnsafePager: true,
  allowUnsafeSshCommand: true,
  allowUnsafeTemplateDir: true,
} as const;

function defined(env: Env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

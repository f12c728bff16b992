import { spawn } from "node:child_process";
import { homedir } from "node:os";
import { parse } from "node:path";
import { childEnv, type Env } from "./env.ts";

/** What another program than git left behind. */
export interface ToolResult {
  readonly code: number;
  readonly stdout: string;
}

/** More than any token, and than what a helper prints beside it. */
const MOST_OUTPUT = 64 * 1024;

/**
 * Runs a program with an argument list and no shell, without a terminal to ask on. Null: it is not installed, was killed by a
 * signal or took longer than `ms`, which is also all that is waited for what it started itself: a wrapper's child outlives it,
 * and holds its output open. It stands at the top of the file system, since Windows looks for programs where it
 * stands first, and a repository could bring one. What it prints is never logged: it may be a token.
 */
export function runTool(
  [program = "", ...args]: readonly string[],
  { env, input = "", ms }: { readonly env: Env; readonly input?: string; readonly ms: number },
): Promise<ToolResult | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: parse(homedir()).root,
      env: childEnv(env),
      stdio: ["pipe", "pipe", "ignore"],
      windowsHide: true,
    });
    let stdout = "";
    const end = (code: number | null) => {
      clearTimeout(timer);
      child.stdout.destroy();
      child.stdin.destroy();
      resolve(code === null ? null : { code, stdout });
    };
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      child.unref();
      end(child.exitCode);
    }, ms);
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (stdout.length < MOST_OUTPUT) stdout += text;
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("error", () => end(null));
    child.on("close", end);
  });
}

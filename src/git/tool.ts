import { spawn } from "node:child_process";
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
 * signal or took longer than `ms`. What it prints is never logged: it may be a token.
 */
export function runTool(
  [program = "", ...args]: readonly string[],
  { env, input = "", ms }: { readonly env: Env; readonly input?: string; readonly ms: number },
): Promise<ToolResult | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: childEnv(env),
      stdio: ["pipe", "pipe", "ignore"],
      windowsHide: true,
      timeout: ms,
      killSignal: "SIGKILL",
    });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (stdout.length < MOST_OUTPUT) stdout += text;
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("error", () => resolve(null));
    child.on("close", (code) => resolve(code === null ? null : { code, stdout }));
  });
}

import { spawn } from "node:child_process";
import type { Env } from "./env.ts";

/** What a script left behind; null: it could not be started, or took too long. */
export interface ScriptResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A person's start-up file may wait for something that never comes. */
const LONGEST_MS = 20_000;

/** Runs a hook script as git would: by the shell, with this environment and no other, without input. */
export function runScript(
  path: string,
  options: { readonly cwd: string; readonly env: Env },
): Promise<ScriptResult | null> {
  return new Promise((resolve) => {
    const child = spawn("/bin/sh", [path], {
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: LONGEST_MS,
      windowsHide: true,
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said.stderr += text;
    });
    child.on("error", () => resolve(null));
    child.on("close", (code) => resolve(code === null ? null : { code, ...said }));
  });
}

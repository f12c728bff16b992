import { devNull } from "node:os";
import type { Credential } from "../core/access.ts";
import type { Env } from "./env.ts";
import { runTool } from "./tool.ts";

/** No helper may open a window or ask on the terminal: a hook has nobody to ask. */
const SILENT = { GIT_TERMINAL_PROMPT: "0", GCM_INTERACTIVE: "never", GIT_ASKPASS: "", SSH_ASKPASS: "" };

/**
 * What git's credential helpers keep for a host (git-credential(1)). Null: nothing, or a helper would have to ask.
 * Reads the user's and the system's configuration only: a repository's own could name a program to run.
 */
export async function gitCredential(host: string, env: Env, ms: number): Promise<Credential | null> {
  const input = `protocol=https\nhost=${host}\n\n`;
  // Outside any repository, git reads no configuration of one.
  const alone = { ...env, ...SILENT, GIT_DIR: devNull };
  const result = await runTool(["git", "credential", "fill"], { env: alone, input, ms });
  if (result === null || result.code !== 0) return null;
  const fields = new Map(result.stdout.split("\n").map((line) => splitAt(line)));
  const token = fields.get("password") ?? "";
  return token === "" ? null : { user: fields.get("username") ?? null, token };
}

function splitAt(line: string): readonly [string, string] {
  const at = line.indexOf("=");
  return at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at + 1)];
}

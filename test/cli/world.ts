import process from "node:process";
import { fileURLToPath } from "node:url";
import { run } from "../../src/cli/run.ts";
import type { World } from "../../src/core/ports.ts";

/** What a command line left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string;
  readonly color?: boolean;
  readonly now?: () => Date;
}

/** Runs the command line from source, with real files and real git, and arrays for its streams. */
export async function golden(argv: readonly string[], options: RunOptions): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const stream = (texts: string[]) => ({
    write: (text: string) => void texts.push(text),
    color: options.color ?? false,
    columns: 100,
  });
  const world: World = {
    argv,
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdin: bytes(options.stdin ?? ""),
    stdout: stream(out),
    stderr: stream(err),
    home: fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/u, ""),
    interactive: false,
    node: process.execPath,
    now: options.now ?? (() => new Date("2026-11-22T12:00:00Z")),
  };
  const code = await run(world);
  return { code, stdout: out.join(""), stderr: err.join("") };
}

async function* bytes(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text, "utf8");
}

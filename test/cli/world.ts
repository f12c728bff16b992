import process from "node:process";
import { fileURLToPath } from "node:url";
import { run } from "../../src/cli/run.ts";
import type { World } from "../../src/core/ports.ts";
import { accepts } from "../../src/hook/accept.ts";
import { hook } from "../../src/hook/main.ts";

/** What a command line left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whether `env` is all that there is; left out: it is put above that of this process. */
  readonly alone?: boolean;
  readonly stdin?: string;
  readonly color?: boolean;
  readonly now?: () => Date;
  /** Is handed each text for standard output as it is written. */
  readonly told?: (text: string) => void;
}

/** Runs the command line from source, with real files and real git, and arrays for its streams. */
export function golden(argv: readonly string[], options: RunOptions): Promise<Ran> {
  return ranIn(argv, options, run);
}

/** Runs a hook from source as dist/hook.cjs does: the fast path, and the engine where that is not sure of a yes. */
export function hooked(args: readonly string[], options: RunOptions): Promise<Ran> {
  return ranIn(args, options, async (world) => {
    const { cwd, env } = world;
    return accepts({ args, cwd, env, now: world.now().getTime() }) ? 0 : hook(world, args);
  });
}

/** Runs a hook's engine from source, whatever the fast path would say. */
export function engined(args: readonly string[], options: RunOptions): Promise<Ran> {
  return ranIn(args, options, (world) => hook(world, args));
}

async function ranIn(
  argv: readonly string[],
  options: RunOptions,
  door: (world: World) => Promise<number>,
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const stream = (texts: string[]) => ({
    write: (text: string) => void texts.push(text),
    color: options.color ?? false,
    columns: 100,
  });
  const code = await door({
    argv,
    cwd: options.cwd,
    env: { ...(options.alone ? {} : process.env), ...options.env },
    stdin: bytes(options.stdin ?? ""),
    stdout: {
      ...stream(out),
      write(text) {
        out.push(text);
        options.told?.(text);
      },
    },
    stderr: stream(err),
    home: fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/u, ""),
    interactive: false,
    node: process.execPath,
    now: options.now ?? (() => new Date("2026-11-22T12:00:00Z")),
  });
  return { code, stdout: out.join(""), stderr: err.join("") };
}

async function* bytes(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text, "utf8");
}

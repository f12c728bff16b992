import { dirname, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { Out, World } from "./core/ports.ts";
import { faultExitCode } from "./core/verdict.ts";

/** Columns assumed where a stream is no terminal. */
const DEFAULT_COLUMNS = 100;

/** The process as it is: the one place, beside the hook's fast path, that reads `process.*` and the clock. */
export function realWorld(): World {
  return {
    cwd: process.cwd(),
    env: process.env,
    argv: process.argv.slice(2),
    // Opening standard input costs time and keeps the process alive, so only who reads it opens it.
    get stdin() {
      return process.stdin;
    },
    stdout: out(() => process.stdout, process.env),
    stderr: out(() => process.stderr, process.env),
    home: homeOf(fileURLToPath(import.meta.url)),
    get interactive() {
      const { stdin, stdout, env } = process;
      // Where a line holds nothing, no question can be read.
      return stdin.isTTY === true && stdout.isTTY === true && stdout.columns > 0 && env.TERM !== "dumb";
    },
    node: process.execPath,
    now: () => new Date(),
  };
}

/** Sets the exit code that the process ends with once everything is written. A failure to write stands above any verdict. */
export function leave(code: number): void {
  process.exitCode ||= code;
}

/** Ends the process with an exit code once everything is written, whatever connection is still open. */
export function leaveNow(code: number): void {
  process.stdout.write("", () => process.exit(process.exitCode || code));
}

/** Opens the stream when it is first asked for: what Node loads for a pipe or a terminal takes as long as a short check. */
function out(open: () => NodeJS.WriteStream, env: World["env"]): Out {
  let opened: NodeJS.WriteStream | null = null;
  const stream = () => {
    opened ??= open().on("error", lost);
    return opened;
  };
  return {
    write: (text) => void stream().write(text),
    get color() {
      return isColored(stream(), env);
    },
    get columns() {
      return stream().columns ?? DEFAULT_COLUMNS;
    },
  };
}

/** Colours only on a terminal; `NO_COLOR` and `FORCE_COLOR` are honoured as their conventions say. */
function isColored(stream: NodeJS.WriteStream, env: World["env"]): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "") return true;
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** A reader that has gone (`| head`) wants no more; anything else, a full disk say, means that the answer did not arrive. */
function lost(cause: NodeJS.ErrnoException): void {
  if (cause.code !== "EPIPE" && cause.code !== "ERR_STREAM_DESTROYED")
    process.exitCode = faultExitCode("storage");
}

/** Above `dist/`, `dist/chunks/` or `src/`, wherever this module was bundled to. */
function homeOf(file: string): string {
  const folder = dirname(file);
  return resolve(folder, folder.endsWith("chunks") ? "../.." : "..");
}

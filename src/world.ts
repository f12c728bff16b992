import { dirname, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { Out, World } from "./core/ports.ts";

/** Columns assumed where a stream is no terminal. */
const DEFAULT_COLUMNS = 100;

/** The process as it is: the one place, beside the hook's fast path, that reads `process.*` and the clock. */
export function realWorld(): World {
  return {
    cwd: process.cwd(),
    env: process.env,
    argv: process.argv.slice(2),
    stdin: process.stdin,
    stdout: out(process.stdout, process.env),
    stderr: out(process.stderr, process.env),
    home: homeOf(fileURLToPath(import.meta.url)),
    node: process.execPath,
    now: () => new Date(),
  };
}

/** Colours only on a terminal; `NO_COLOR` and `FORCE_COLOR` are honoured as their conventions say. */
function out(stream: NodeJS.WriteStream, env: World["env"]): Out {
  const wanted = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "";
  const refused = env.NO_COLOR !== undefined && env.NO_COLOR !== "";
  return {
    write: (text) => void stream.write(text),
    color: !refused && (wanted || (stream.isTTY === true && env.TERM !== "dumb")),
    columns: stream.columns ?? DEFAULT_COLUMNS,
  };
}

/** Above `dist/`, `dist/chunks/` or `src/`, wherever this module was bundled to. */
function homeOf(file: string): string {
  const folder = dirname(file);
  return resolve(folder, folder.endsWith("chunks") ? "../.." : "..");
}

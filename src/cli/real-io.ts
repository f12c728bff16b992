import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import type { Io } from "./io.ts";

/** The process's own io, for one command. */
export function ioOf(world: World, args: readonly string[]): Io {
  return {
    args,
    cwd: world.cwd,
    env: world.env,
    get stdin() {
      return world.stdin;
    },
    stdout: world.stdout,
    stderr: world.stderr,
    now: () => world.now(),
    async readFile(path) {
      try {
        return readFileSync(resolve(world.cwd, path));
      } catch (cause) {
        throw unreadable(path, world.argv[0], cause);
      }
    },
    async writeFile(path, body) {
      try {
        fill(resolve(world.cwd, path), body);
      } catch (cause) {
        throw new Fault("storage", "A file can't be written.", { found: reason(cause), cause });
      }
    },
  };
}

function unreadable(path: string, command: string | undefined, cause: unknown): Fault {
  const isAbsent = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
  return new Fault("usage", isAbsent ? `There is no file "${path}".` : `"${path}" can't be read.`, {
    found: reason(cause),
    wanted: "a file that can be read, or - for standard input",
    fix: command === undefined ? "golden-thread --help" : `golden-thread ${command} --help`,
    cause,
  });
}

/** A file appears whole, under its name; what is no file (a pipe, `/dev/null`) is written to as it is. */
function fill(path: string, body: Iterable<string>): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile()) {
    writeAll(openSync(path, "w"), body);
    return;
  }
  const fresh = `${path}.golden-thread-new`;
  try {
    // A name that is there already may be somebody's link to a place that we must not write to.
    rmSync(fresh, { force: true });
    writeAll(openSync(fresh, "wx"), body);
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
}

function writeAll(file: number, body: Iterable<string>): void {
  try {
    for (const text of body) {
      const bytes = Buffer.from(text, "utf8");
      for (let done = 0; done < bytes.byteLength; ) done += writeSync(file, bytes, done);
    }
  } finally {
    closeSync(file);
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

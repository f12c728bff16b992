import { Fault } from "../core/fault.ts";
import type { Out } from "../core/ports.ts";

/** All that a command may touch of its process. The real one is made once, in `main.ts`; tests hand in arrays. */
export interface Io {
  /** What follows the command's name: `check range A..B` hands `["range", "A..B"]` to `check`. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results only. Writing never throws: once the reader is gone, it does nothing. */
  readonly stdout: Out;
  /** Everything for people: faults, progress, hints. */
  readonly stderr: Out;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** A file named by a person, relative to `cwd`. Throws `Fault("usage")` where it can't be read. */
  readFile(path: string): Promise<Uint8Array>;
  /** A file named by a person, relative to `cwd`; replaced as a whole. Throws `Fault("storage")`. */
  writeFile(path: string, body: Iterable<string>): Promise<void>;
  now(): Date;
}

/** Above this a text from standard input is refused: no message, task or list of rows comes near it. */
const STDIN_LIMIT = 256 * 1024 * 1024;

/** The whole of standard input. Throws `Fault("usage")` above `limit` bytes. */
export async function readStdin(stdin: AsyncIterable<Uint8Array>, limit = STDIN_LIMIT): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    size += chunk.byteLength;
    if (size > limit) {
      throw new Fault("usage", "Standard input is too long.", { wanted: `at most ${limit} bytes` });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The bytes of a file, or of standard input for `-`. */
export async function readInput(io: Io, path: string): Promise<Uint8Array> {
  return path === "-" ? readStdin(io.stdin) : io.readFile(path);
}

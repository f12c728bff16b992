import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";

/** More than git writes for a push of a hundred thousand refs. */
const MOST_BYTES = 64 * 1024 * 1024;

/** All of standard input: git waits for a reader, and is told of a broken pipe by none that leaves early. */
export async function textOf(stdin: World["stdin"]): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    size += chunk.length;
    if (size > MOST_BYTES)
      throw new Fault("usage", "The hook was handed more than git writes.", {
        wanted: `${MOST_BYTES} bytes at most`,
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { writeAtomic } from "../store/atomic.ts";
import { STORE_FOLDER } from "../store/compiled.ts";

/** Messages that are kept; an older one has long been written anew. */
const MOST_KEPT = 20;

const FOLDER = "rejected";

/**
 * Keeps a message that was not accepted, since git overwrites its own copy with the next attempt: the bytes as they are,
 * for only git knows their encoding. The same message has the same name. Answers the file's path; throws Fault("storage") where it can't be written.
 */
export function keepRejected(gitDir: string, message: Uint8Array): string {
  const folder = join(gitDir, STORE_FOLDER, FOLDER);
  const name = `${createHash("sha256").update(message).digest("hex").slice(0, 12)}.txt`;
  const path = join(folder, name);
  writeAtomic(path, message);
  for (const old of oldest(folder).slice(0, -MOST_KEPT)) rmSync(join(folder, old), { force: true });
  return path;
}

/** Names of the kept messages, oldest first. */
function oldest(folder: string): readonly string[] {
  const entries = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const aged = entries.map((name) => [name, statSync(join(folder, name)).mtimeMs] as const);
  return aged.sort((a, b) => a[1] - b[1]).map(([name]) => name);
}

/** From this line on git drops what it wrote itself (git-commit(1), `--cleanup=scissors`), whatever begins a comment. */
const SCISSORS = /^.{1,16} -{24} >8 -{24}$/m;

/** A message file's bytes as far as a person wrote them; none where it can't be read. */
export function bytesOf(file: string, cwd: string): Uint8Array {
  try {
    const raw = readFileSync(resolve(cwd, file));
    // One character a byte, so that an offset is one in the file, whatever its encoding.
    return raw.subarray(0, SCISSORS.exec(raw.toString("latin1"))?.index ?? raw.length);
  } catch {
    return new Uint8Array();
  }
}

import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { entryAt } from "./scene.ts";
import type { Action } from "./step.ts";

/** Does one action. Nothing that is there is overwritten but for a file that our own takes the place of. Throws what the file system says. */
export function act(action: Action): void {
  if (action.kind === "move") {
    if (isThere(action.to)) throw new Error(`${action.to} is there already`);
    renameSync(action.from, action.to);
    return;
  }
  if (action.kind === "write") {
    mkdirSync(dirname(action.path), { recursive: true });
    fill(action.path, action.text, action.executable ? 0o755 : null);
    return;
  }
  const mode = action.kind === "edit" ? statSync(action.path).mode & 0o7777 : 0o755;
  putInPlace(action.path, action.text, mode);
}

/** A new file takes the old one's name: a link is replaced, never written through, and no reader sees half of it. */
export function putInPlace(path: string, bytes: string | Uint8Array, mode: number): void {
  const fresh = `${path}.golden-thread-new`;
  rmSync(fresh, { force: true });
  try {
    fill(fresh, bytes, mode);
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
}

function fill(path: string, bytes: string | Uint8Array, mode: number | null): void {
  writeFileSync(path, bytes, { flag: "wx" });
  if (mode !== null) chmodSync(path, mode);
}

/** SHA-256 of a regular file in hex; null for anything else, and for nothing. */
export function digestOfFile(path: string): string | null {
  const found = entryAt(path);
  return found?.isFile() === true ? digestOf(readFileSync(path)) : null;
}

/** SHA-256 in hex. */
export function digestOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Whether anything has this name, a dangling link too. */
export function isThere(path: string): boolean {
  return entryAt(path) !== undefined;
}

/** The folders that have to be made for a file, the outermost first. */
export function missingFolders(path: string): readonly string[] {
  const folder = dirname(path);
  return existsSync(folder) ? [] : [...missingFolders(folder), folder];
}

/** Removes a folder if it is empty. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something by now, or is gone.
  }
}

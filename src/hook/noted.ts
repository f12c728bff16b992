import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeAtomic } from "../store/atomic.ts";
import { STORE_FOLDER } from "../store/compiled.ts";

const FILE = "noted.txt";

/**
 * Whether something is to be said here, at every commit the same: true at the first, false until it is forgotten or
 * something else was said. Where that can't be remembered it is always true.
 */
export function isNews(gitDir: string, text: string): boolean {
  const file = join(gitDir, STORE_FOLDER, FILE);
  try {
    if (readFileSync(file, "utf8") === text) return false;
  } catch {
    // Nothing was said yet.
  }
  try {
    writeAtomic(file, text);
  } catch {
    // Said twice is better than not at all.
  }
  return true;
}

/** What was said no longer holds. */
export function forget(gitDir: string): void {
  rmSync(join(gitDir, STORE_FOLDER, FILE), { force: true });
}

import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Env } from "../git/env.ts";
import { openGit } from "../git/run.ts";
import { isThere } from "./files.ts";
import { inside } from "./scene.ts";

/** A file as it is and as it would be; null: not there. */
export interface FileChange {
  readonly path: string;
  readonly before: { readonly bytes: Uint8Array; readonly mode: number } | null;
  readonly after: { readonly bytes: Uint8Array; readonly mode: number } | null;
}

/** What a file is now. */
export function fileNow(path: string): FileChange["before"] {
  if (!isThere(path) || !statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  return { bytes: readFileSync(path), mode: statSync(path).mode & 0o777 };
}

/** The changes as git shows them, a unified diff. git compares two temporary folders: nothing is written to the repository. */
export async function preview(
  changes: readonly FileChange[],
  place: { readonly root: string; readonly commonDir: string; readonly env: Env },
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "golden-thread-preview-"));
  try {
    for (const { path, before, after } of changes) {
      const name = nameOf(path, place);
      put(join(folder, "a", name), before);
      put(join(folder, "b", name), after);
    }
    for (const side of ["a", "b"]) mkdirSync(join(folder, side), { recursive: true });
    const git = openGit({
      cwd: folder,
      env: { ...place.env, ...OUTSIDE, GIT_CEILING_DIRECTORIES: dirname(folder) },
    });
    const plain = ["--no-color", "--no-ext-diff", "--no-textconv", "--no-prefix", "--find-renames"];
    return await git.text(["diff", "--no-index", ...plain, "--", "a", "b"], { codes: [0, 1] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The repository's own variables must not reach a comparison that is none of its business. */
const OUTSIDE = {
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
};

function put(path: string, side: FileChange["before"]): void {
  if (side === null) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, side.bytes, { mode: side.mode });
}

function nameOf(
  path: string,
  { root, commonDir }: { readonly root: string; readonly commonDir: string },
): string {
  const way = inside(root, path);
  if (way !== null) return way;
  const below = inside(commonDir, path);
  return below === null ? path.replace(/^(?:[A-Za-z]:)?[\\/]+/u, "") : `.git/${below}`;
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Repository } from "./repository.ts";
import type { Git } from "./run.ts";

/**
 * Lets git make objects that the repository never sees: new ones go to a temporary folder that is removed afterwards,
 * the repository's own (and those of a push that a hook is judging) are read as before (git, GIT_OBJECT_DIRECTORY and
 * GIT_ALTERNATE_OBJECT_DIRECTORIES).
 */
export async function withQuarantine<T>(repo: Repository, act: (git: Git) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "golden-thread-objects-"));
  const { GIT_OBJECT_DIRECTORY, GIT_ALTERNATE_OBJECT_DIRECTORIES } = repo.git.env;
  const others = [join(repo.commonDir, "objects"), ...(GIT_OBJECT_DIRECTORY ? [GIT_OBJECT_DIRECTORY] : [])];
  const alternates = others.map((path) => `"${path.replace(/["\\]/g, "\\$&")}"`);
  if (GIT_ALTERNATE_OBJECT_DIRECTORIES) alternates.push(GIT_ALTERNATE_OBJECT_DIRECTORIES);
  try {
    return await act(
      repo.git.withEnv({
        GIT_OBJECT_DIRECTORY: folder,
        GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates.join(delimiter),
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Fault } from "../core/fault.ts";
import type { Repository } from "./repository.ts";
import type { Git } from "./run.ts";

/**
 * Of some annotated tags, by full id, those whose signature git takes for good (git-verify-tag). What a clone's configuration names is a
 * program that would be run, or a list of whom to trust, so git is asked in an empty repository that borrows the clone's objects: only
 * what the user and the system configured counts there.
 */
export async function signedTags(
  repo: Pick<Repository, "git" | "commonDir" | "objectFormat">,
  ids: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "golden-thread-")));
  try {
    const git = await beside(repo, folder);
    const good = new Set<string>();
    for (const id of ids) if (await isSigned(git, id)) good.add(id);
    return good;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A path in quotes is read as C has it (git, GIT_ALTERNATE_OBJECT_DIRECTORIES), so it may hold what separates others. */
async function beside(
  { git, commonDir, objectFormat }: Pick<Repository, "git" | "commonDir" | "objectFormat">,
  folder: string,
): Promise<Git> {
  const own = git.withEnv({
    ...{ GIT_DIR: folder, GIT_COMMON_DIR: undefined, GIT_WORK_TREE: undefined },
    ...{ GIT_INDEX_FILE: undefined, GIT_OBJECT_DIRECTORY: undefined, GIT_NAMESPACE: undefined },
    GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify(join(commonDir, "objects")),
  });
  await own.run(["init", "--quiet", "--bare", "--template=", `--object-format=${objectFormat}`]);
  return own;
}

async function isSigned(git: Git, id: string): Promise<boolean> {
  try {
    await git.run(["verify-tag", id]);
    return true;
  } catch (thrown) {
    // Not signed, or by nobody whom this git trusts: then it is no more than a name.
    if (thrown instanceof Fault) return false;
    throw thrown;
  }
}

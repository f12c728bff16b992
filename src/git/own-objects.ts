import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Env } from "./env.ts";
import type { Repository } from "./repository.ts";

/**
 * By which nothing that a partial clone left out is fetched: one by one that takes hours, and says nothing meanwhile. Older gits know only
 * the first (git, `GIT_ALLOW_PROTOCOL`, `GIT_NO_LAZY_FETCH`).
 */
export const NO_FETCH: Env = { GIT_ALLOW_PROTOCOL: "none", GIT_NO_LAZY_FETCH: "1" };

/**
 * Works with the objects that are here, and with nothing else of a repository: no remote promises any, so one that is missing is told as
 * such, and git does not end over it. There is no setting for that in all gits, so they are read through an empty git folder.
 */
export async function withOwnObjects<T>(
  repo: Repository,
  act: (own: Pick<Repository, "git"> & { readonly folder: string }) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "golden-thread-objects-"));
  try {
    mkdirSync(join(folder, "refs"));
    writeFileSync(join(folder, "HEAD"), "ref: refs/heads/none\n");
    writeFileSync(join(folder, "config"), configOf(repo));
    const shallow = join(repo.commonDir, "shallow");
    if (existsSync(shallow)) copyFileSync(shallow, join(folder, "shallow"));
    const objects = repo.git.env.GIT_OBJECT_DIRECTORY ?? join(repo.commonDir, "objects");
    const git = repo.git.withEnv({
      ...NO_FETCH,
      GIT_DIR: folder,
      GIT_COMMON_DIR: undefined,
      GIT_WORK_TREE: undefined,
      GIT_OBJECT_DIRECTORY: objects,
    });
    return await act({ git, folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function configOf({ objectFormat }: Repository): string {
  const bare = "[core]\n\tbare = true\n\trepositoryformatversion = ";
  return objectFormat === "sha1"
    ? `${bare}0\n`
    : `${bare}1\n[extensions]\n\tobjectFormat = ${objectFormat}\n`;
}

/** Those of some objects that are not here. */
export async function missingObjects(
  { git }: Pick<Repository, "git">,
  oids: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const asked = [...new Set(oids)];
  if (asked.length === 0) return new Set();
  const args = ["cat-file", "--batch-check=%(objectname)", "--buffer"];
  const { stdout } = await git.run(args, { input: `${asked.join("\n")}\n` });
  const lines = stdout.toString("latin1").split("\n");
  return new Set(asked.filter((oid, index) => lines[index] !== oid));
}

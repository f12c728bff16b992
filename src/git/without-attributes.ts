import { withOwnObjects } from "./own-objects.ts";
import type { Repository } from "./repository.ts";
import type { Git } from "./run.ts";

/**
 * Works with git as a bare repository without settings has it: an attribute (`-diff`, `binary`, a driver) would hide what a commit changed
 * from whoever counts it, and whoever sends a change can bring one. A git folder of its own has no index, no work tree and no
 * `info/attributes`, which nothing else switches off. Nothing is fetched. `NO_ATTRIBUTES` goes before a command's name.
 */
export function withoutAttributes<T>(repo: Repository, act: (git: Git) => Promise<T>): Promise<T> {
  return withOwnObjects(repo, ({ git }) =>
    act(git.withEnv({ GIT_INDEX_FILE: undefined, GIT_ATTR_NOSYSTEM: "1" })),
  );
}

/** The user's own attributes, and the size above which git takes a file for binary: its default (git-config, `core.bigFileThreshold`). */
export const NO_ATTRIBUTES = ["-c", "core.attributesFile=", "-c", "core.bigFileThreshold=512m"] as const;

import { join } from "node:path";
import type { Repository } from "./repository.ts";
import type { Git } from "./run.ts";

/** Where no file is: git then has no index, and none of its attributes. */
const NO_INDEX = "golden-thread/no-index";

/**
 * git as a bare repository without settings has it: an attribute of a work tree (`-diff`, `binary`, a driver) would hide what a commit
 * changed from whoever counts or compares it, and whoever sends a change can bring one. The git folder is told to be the work tree, since
 * no commit can put a file there. Arguments go behind `bareArgs`.
 */
export function withoutAttributes({ git, gitDir }: Pick<Repository, "git" | "gitDir">): Git {
  return git.withEnv({ GIT_DIR: gitDir, GIT_WORK_TREE: gitDir, GIT_INDEX_FILE: join(gitDir, NO_INDEX) });
}

/** Arguments before a command's name, for `withoutAttributes`. */
export function bareArgs({ gitDir }: Pick<Repository, "gitDir">): readonly string[] {
  return ["-C", gitDir, "-c", "core.attributesFile="];
}

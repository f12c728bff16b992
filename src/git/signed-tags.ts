import { Fault } from "../core/fault.ts";
import { withOwnObjects } from "./own-objects.ts";
import type { Repository } from "./repository.ts";
import type { Git } from "./run.ts";

/**
 * Of some annotated tags, by full id, those whose signature git takes for good (git-verify-tag). What a clone's configuration names is a
 * program that would be run, or a list of whom to trust, so git is asked of the objects alone: only what the user and the system
 * configured counts there.
 */
export function signedTags(repo: Repository, ids: Iterable<string>): Promise<ReadonlySet<string>> {
  return withOwnObjects(repo, async (own) => {
    const good = new Set<string>();
    for (const id of ids) if (await isSigned(own, id)) good.add(id);
    return good;
  });
}

/** In a folder that nobody brought: a list whom to trust may be configured by a name that is looked up where git runs. */
async function isSigned(
  { git, folder }: { readonly git: Git; readonly folder: string },
  id: string,
): Promise<boolean> {
  try {
    await git.run(["-C", folder, "verify-tag", id]);
    return true;
  } catch (thrown) {
    // Not signed, or by nobody whom this git trusts: then it is no more than a name.
    if (thrown instanceof Fault) return false;
    throw thrown;
  }
}

import type { Repository } from "./repository.ts";

/** True for a commit without parents, as git sees it here: grafts and the edge of a shallow clone included. `id` is a full object id. */
export async function isRoot(repo: Repository, id: string): Promise<boolean> {
  const roots = await repo.git.text(["rev-list", "--no-walk", "--max-parents=0", id]);
  return roots !== "";
}

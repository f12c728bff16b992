import type { Repository } from "./repository.ts";

/** What a clone was told to leave out. */
export interface CloneKind {
  /** Contents are fetched when git needs them (git, "partial-clone"). */
  readonly partial: boolean;
  /** The work tree holds only some folders (git-sparse-checkout). */
  readonly sparse: boolean;
}

/** What a clone was told to leave out; with one child. */
export async function cloneKind({ git }: Pick<Repository, "git">): Promise<CloneKind> {
  const which = "^(core\\.sparsecheckout|remote\\..*\\.promisor)$";
  const told = await git.text(["config", "--type=bool", "--get-regexp", which], { codes: [0, 1] });
  const set = told.split("\n").filter((line) => line.endsWith(" true"));
  return {
    partial: set.some((line) => line.startsWith("remote.")),
    sparse: set.some((line) => line.startsWith("core.")),
  };
}

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
  // Of a setting that stands more than once the last counts.
  const last = new Map(told.split("\n").map((line) => [line.replace(/ \w+$/, ""), line.endsWith(" true")]));
  return {
    partial: [...last].some(([name, isSet]) => isSet && name.startsWith("remote.")),
    sparse: last.get("core.sparsecheckout") ?? false,
  };
}

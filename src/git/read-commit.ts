import type { Commit } from "../core/change.ts";
import { brokeOff } from "./commit-pipe.ts";
import { walkCommits } from "./history.ts";
import { walkPaths } from "./path-history.ts";
import { toCommit } from "./raw-commit.ts";
import { type Repository, resolveCommit } from "./repository.ts";

/** One commit, with its changed paths if they are asked for. Throws Fault("repository") for an unknown revision. */
export async function readCommit(
  repo: Repository,
  rev: string,
  options: { readonly paths: boolean },
): Promise<Commit> {
  const only = `${await resolveCommit(repo, rev)}^!`;
  const found: Commit[] = [];
  if (options.paths) await walkPaths(repo, [only], (raw, paths) => found.push({ ...toCommit(raw), paths }));
  else await walkCommits(repo, [only], (raw) => found.push(toCommit(raw)));
  const [commit] = found;
  if (commit === undefined) throw brokeOff();
  return commit;
}

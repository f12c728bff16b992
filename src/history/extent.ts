import { shallowEdge } from "../git/names.ts";
import type { Repository } from "../git/repository.ts";
import { type HistoryTable, idAt } from "./table.ts";

/** Whether a shallow clone's cut lies within these commits: what is behind it belongs to the range and is not here. */
export async function hitsShallowEdge(repo: Repository, table: HistoryTable): Promise<boolean> {
  if (!repo.shallow) return false;
  const edge = new Set(await shallowEdge(repo));
  for (let index = 0; index < table.count; index++) {
    if (edge.has(idAt(table, index))) return true;
  }
  return false;
}

/** How many commits of the revisions lie before the baseline (and are not judged). */
export async function countBehind(
  repo: Repository,
  baseline: string | null,
  revisions: readonly string[],
): Promise<number> {
  if (baseline === null) return 0;
  const count = async (names: readonly string[]) =>
    Number(await repo.git.text(["rev-list", "--count", "--end-of-options", ...names]));
  const all = revisions.filter((name) => name !== `^${baseline}`);
  return (await count(all)) - (await count(revisions));
}

import { type Change, patchIds } from "../git/patch-ids.ts";
import type { Repository } from "../git/repository.ts";
import { FLAG, type HistoryTable, idAt } from "../history/table.ts";

/** More commits than these with an author's time of their own twice come from an import, not from picking. */
const MOST_CANDIDATES = 5000;

/**
 * Commits of `judged` that repeat an older one of `whole` without a word, by row: git keeps author and author's time when it picks, and
 * patch ids prove that the change is the same. The source is the oldest such commit.
 */
export async function silentPicks(
  repo: Repository,
  whole: HistoryTable,
  judged: HistoryTable,
): Promise<ReadonlyMap<number, string>> {
  const groups = twins(whole);
  if (groups.size === 0) return new Map();
  const wanted = [...groups.values()].flat();
  if (wanted.length > MOST_CANDIDATES) return new Map();
  const changes = wanted.map((index): Change => ({ commit: idAt(whole, index), parent: null }));
  const patches = await patchIds(repo, changes, { undone: false });
  const sources = new Map<string, string>();
  for (const group of groups.values()) {
    const oldest = new Map<string, string>();
    for (const index of [...group].reverse()) {
      const id = idAt(whole, index);
      const patch = patches.get(id);
      const source = patch === undefined ? undefined : oldest.get(patch);
      if (source !== undefined) sources.set(id, source);
      else if (patch !== undefined) oldest.set(patch, id);
    }
  }
  return sources.size === 0 ? new Map() : byRow(judged, sources);
}

/** Commits of one author and author's time, newest first; merges change nothing themselves. */
function twins(table: HistoryTable): ReadonlyMap<string, readonly number[]> {
  const first = new Map<number, number>();
  const groups = new Map<string, number[]>();
  for (let index = 0; index < table.count; index++) {
    if (((table.flags[index] ?? 0) & FLAG.merge) !== 0) continue;
    const time = table.authored[index] ?? 0;
    const other = first.get(time);
    if (other === undefined) first.set(time, index);
    else if (table.author[other] === table.author[index]) {
      const key = `${time} ${table.author[index]}`;
      groups.set(key, [...(groups.get(key) ?? [other]), index]);
    }
  }
  return groups;
}

function byRow(table: HistoryTable, sources: ReadonlyMap<string, string>): ReadonlyMap<number, string> {
  const rows = new Map<number, string>();
  for (let index = 0; index < table.count; index++) {
    const source = sources.get(idAt(table, index));
    if (source !== undefined) rows.set(index, source);
  }
  return rows;
}

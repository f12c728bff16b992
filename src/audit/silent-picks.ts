import { NO_FETCH } from "../git/own-objects.ts";
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
  // Most candidates are no picks: what a partial clone left out is not worth fetching for a guess.
  const offline = { ...repo, git: repo.git.withEnv(NO_FETCH) };
  const patches = await patchIds(offline, changes, { undone: false });
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
  const firstOf = openFirsts(table.authored);
  const groups = new Map<string, number[]>();
  for (let index = 0; index < table.count; index++) {
    if (((table.flags[index] ?? 0) & FLAG.merge) !== 0) continue;
    const other = firstOf(index);
    if (other === index || table.author[other] !== table.author[index]) continue;
    const key = `${table.authored[index]} ${table.author[index]}`;
    groups.set(key, [...(groups.get(key) ?? [other]), index]);
  }
  return groups;
}

/** Spreads times over slots (Knuth, The Art of Computer Programming 3, 6.4, multiplicative hashing). */
const SPREAD = 0x9e3779b1;

/** Says which row was asked for first with the same time. A table of numbers: a map of a million rows takes several times as long. */
function openFirsts(times: Float64Array): (row: number) => number {
  const bits = Math.max(1, Math.ceil(Math.log2(times.length * 2 + 1)));
  const slots = new Uint32Array(2 ** bits);
  return (row) => {
    let slot = Math.imul(times[row] ?? 0, SPREAD) >>> (32 - bits);
    for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
      if (times[held - 1] === times[row]) return held - 1;
      slot = (slot + 1) % slots.length;
    }
    slots[slot] = row + 1;
    return row;
  };
}

function byRow(table: HistoryTable, sources: ReadonlyMap<string, string>): ReadonlyMap<number, string> {
  const rows = new Map<number, string>();
  for (let index = 0; index < table.count; index++) {
    const source = sources.get(idAt(table, index));
    if (source !== undefined) rows.set(index, source);
  }
  return rows;
}

import { unixSeconds } from "../core/time.ts";
import type { Repository } from "./repository.ts";

/** A ref that moved, and when: RFC 3339. */
export interface Arrival {
  /** Null: the ref was not there before. */
  readonly from: string | null;
  /** Null: it is gone. */
  readonly to: string | null;
  readonly at: string;
}

/**
 * When each commit came in, by id, in seconds since 1970: with the first of the moves that reaches it. What a move's old value
 * reaches was there before anybody wrote anything down, and has no time. `arrivals`: in the order of their times.
 */
export async function arrivalTimes(
  repo: Repository,
  arrivals: readonly Arrival[],
): Promise<ReadonlyMap<string, number>> {
  const tips = new Set(arrivals.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()));
  if (tips.size === 0) return new Map();
  const parents = await parentsBelow(repo, [...tips]);
  const times = new Map<string, number>();
  const seen = new Set<string>();
  for (const { from, to, at } of arrivals) {
    walk(parents, seen, from);
    const seconds = unixSeconds(at);
    if (Number.isNaN(seconds)) continue;
    for (const id of walk(parents, seen, to)) times.set(id, seconds);
  }
  return times;
}

/** A commit of a ref that is gone may be gone too. */
async function parentsBelow(
  repo: Repository,
  tips: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const input = `${tips.join("\n")}\n`;
  const text = await repo.git.text(["rev-list", "--parents", "--ignore-missing", "--stdin"], { input });
  return new Map(
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [id = "", ...parents] = line.split(" ");
        return [id, parents];
      }),
  );
}

/** The commits among `parents` that `tip` reaches and nobody has seen yet; they are seen then. */
export function walk(
  parents: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
  tip: string | null,
): readonly string[] {
  const found: string[] = [];
  const open = tip === null ? [] : [tip];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id) || !parents.has(id)) continue;
    seen.add(id);
    found.push(id);
    open.push(...(parents.get(id) ?? []));
  }
  return found;
}

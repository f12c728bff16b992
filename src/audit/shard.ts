import type { Shard } from "./partial.ts";

/** Eight digits of an id are enough to deal commits out evenly. */
const DEALT_DIGITS = 8;

/** Whether a shard is the one that judges a commit, by its full id. */
export function judgesCommit({ number, of }: Shard, id: string): boolean {
  return Number.parseInt(id.slice(0, DEALT_DIGITS), 16) % of === number - 1;
}

import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../providers/retry.ts";

/** The machine's own clock and chance; chance only spreads callers that wait for the same server. */
export function clockOf(now: () => Date): Clock {
  return {
    now: () => now().getTime(),
    chance: Math.random,
    sleep: async (ms, signal) => {
      await sleep(ms, undefined, signal === undefined ? {} : { signal });
    },
  };
}

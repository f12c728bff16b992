import type { Patience } from "./tracker.ts";

/** How much time there is: a person waits at a hook, a push is cut off by its server, a command shows progress, a job of CI reads what no clone holds, and a listing of every ticket may take an hour. */
export type Haste = "hook" | "server" | "command" | "job" | "listing";

/** A pre-receive hook has to answer within five seconds, reading the push included; GitHub Enterprise cuts it off there. */
export const PATIENCE: Readonly<Record<Haste, Patience>> = {
  hook: { allMs: 3000, tryMs: 2500, waitMs: 1000 },
  server: { allMs: 3000, tryMs: 2500, waitMs: 500 },
  command: { allMs: 60_000, tryMs: 10_000, waitMs: 40_000 },
  job: { allMs: 10 * 60_000, tryMs: 30_000, waitMs: 3 * 60_000 },
  listing: { allMs: 3 * 3_600_000, tryMs: 60_000, waitMs: 2 * 3_600_000 },
};

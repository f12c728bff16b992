import type { Evidence } from "../../src/core/evidence.ts";
import type { Followed, Ticket } from "../../src/core/ticket.ts";
import { AT, commit, commits, evidence, facts, found, reference, ticket } from "./evidence.ts";

/** `PROJ-7` of a tracker, which `TASK-7` follows. */
export function upstream(given: Partial<Ticket> = {}): Ticket {
  const title = "Title of TASK-7";
  return ticket("PROJ-7", "open", { remote: "jira", path: null, title, ...given });
}

/** A link to it, synchronised the day before. */
export const FOLLOWS: Followed = { remote: "jira", id: "PROJ-7", lastSync: "2026-03-01T12:00:00Z" };

/** One commit that names tasks and tickets, all of them found in task files unless `lookups` says otherwise. */
export function naming(named: readonly Ticket[], lookups: Evidence["lookups"] = found(...named)): Evidence {
  return evidence({
    change: commits(commit()),
    at: AT,
    facts: [facts()],
    tasks: [],
    references: named.map(({ id, remote }) => reference(id, { remote })),
    lookups,
  });
}

/** The task with what it follows; left out: nobody asked. */
export function task(follows?: Followed | null, given: Partial<Ticket> = {}): Ticket {
  return ticket("TASK-7", "in_progress", { ...(follows === undefined ? {} : { follows }), ...given });
}

import type { TicketEvent } from "../../core/tracker.ts";
import { cleanLine, utc } from "../text.ts";
import { askJson, taskRequest, type Workspace } from "./ask.ts";
import { timeInStatus } from "./schema.ts";

/**
 * When a task came into each of its statuses. That is all that the API tells: not who did it, only one time for a status
 * that it was in more than once, and nothing of its other fields. Where the workspace has switched these times off,
 * there is none.
 */
export async function history(workspace: Workspace, id: string): Promise<readonly TicketEvent[]> {
  const request = taskRequest(workspace, id, "/time_in_status");
  const times = await askJson(workspace, request, { shape: timeInStatus, about: `task ${id}` });
  const entered = [...(times.status_history ?? []), ...(times.current_status ? [times.current_status] : [])];
  const byStatus = new Map(entered.map((one) => [one.status.toLowerCase(), one]));
  const known = [...byStatus.values()].flatMap(({ status, total_time }) => {
    const at = utc(total_time.since);
    return at === null ? [] : [{ at, status: cleanLine(status) }];
  });
  // The current one is the last, even where it began in the same moment.
  known.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : rank(a.status) - rank(b.status)));
  function rank(status: string): number {
    return status === times.current_status?.status ? 1 : 0;
  }
  return known.map(({ at, status }, index) => ({
    at,
    by: null,
    field: "state",
    from: known[index - 1]?.status ?? null,
    to: status,
  }));
}

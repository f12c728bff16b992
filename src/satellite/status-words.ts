import type { RemoteLaw } from "../core/law.ts";
import type { Ticket } from "../core/ticket.ts";
import type { Backlog } from "../tasks/backlog.ts";
import { type Categories, stateOf } from "../tasks/status.ts";
import { statusFor } from "./new-task.ts";

/** Trackers whose tickets are open or closed, and nothing between. */
const OPEN_OR_CLOSED: ReadonlySet<RemoteLaw["kind"]> = new Set(["github", "gitlab"]);

/** Where both sides get the words for a state. */
export interface StatusGround {
  readonly backlog: Pick<Backlog, "statuses" | "dialect">;
  readonly categories: Categories | undefined;
  /** Null: a remote that the policy does not name. */
  readonly remote: Pick<RemoteLaw, "kind" | "settings"> | null;
}

/** How the state of one ticket compares with a task's status. */
export interface StatusWords {
  /** The task's status for the state that the ticket has now; null: it has none. */
  readonly localStatus: string | null;
  /** Whether a task of this status and the ticket stand at the same point. */
  isSame(status: string): boolean;
}

/** What a ticket's state means in a backlog. States of the same category are no difference, and a tracker without a word for work under way has none. */
export function statusWords(
  task: Ticket["state"],
  state: Ticket["state"],
  { backlog, categories, remote }: StatusGround,
): StatusWords {
  const twoStates = remote !== null && OPEN_OR_CLOSED.has(remote.kind) && !hasProgress(remote.settings);
  return {
    localStatus: statusFor(state, backlog, categories),
    isSame(status) {
      const { category } = status === task.name ? task : stateOf(status, "active", { backlog, categories });
      if (category === "unknown" || state.category === "unknown") return status === state.name;
      return (
        category === state.category || (twoStates && isUnfinished(category) && isUnfinished(state.category))
      );
    },
  };
}

function isUnfinished(category: Ticket["state"]["category"]): boolean {
  return category === "open" || category === "in_progress";
}

function hasProgress({ status_map: map }: RemoteLaw["settings"]): boolean {
  return typeof map === "object" && map !== null && "in_progress" in map && Array.isArray(map.in_progress);
}

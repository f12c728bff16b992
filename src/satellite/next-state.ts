import type { RemoteKind, RemoteLaw } from "../core/law.ts";
import { isWantedState } from "../core/states.ts";
import type { Ticket } from "../core/ticket.ts";

/** Where a ticket is to be moved. */
export interface NextState {
  /** A state's name or category; null: it stays where it is. */
  readonly target: string | null;
  /** Why there, or why not at all; a sentence. */
  readonly why: string;
}

/** Trackers whose issues are open or closed, and nothing between. */
const WITHOUT_PROGRESS: readonly RemoteKind[] = ["github", "gitlab"];

/**
 * Done once the work is merged, and in review while it is not: by the names under the remote's `status_map`, else by category. A ticket that
 * is finished is never taken back.
 */
export function nextState(
  { state }: Pick<Ticket, "state">,
  { name, kind, settings }: RemoteLaw,
  work: "open" | "merged",
): NextState {
  const finished = state.category === "done" || state.category === "canceled";
  if (finished) return { target: null, why: `It is ${state.name} already.` };
  const map = mapOf(settings.status_map);
  const target = work === "merged" ? (map.done?.[0] ?? "done") : reviewState(kind, map);
  if (target === null)
    return {
      target,
      why: `${name} has no state for review; name one under remotes.${name}.status_map.review.`,
    };
  if (isWantedState(state, [target])) return { target: null, why: `It is ${state.name} already.` };
  if (work === "merged") return { target, why: "The work is merged." };
  const isNamed = map.review !== undefined;
  return {
    target,
    why: isNamed
      ? "The work waits for review."
      : `The work waits for review, and the policy names no state for that under remotes.${name}.status_map.review.`,
  };
}

type StatusMap = Readonly<Partial<Record<"review" | "in_progress" | "done", readonly string[]>>>;

function reviewState(kind: RemoteKind, { review, in_progress }: StatusMap): string | null {
  const named = review?.[0] ?? in_progress?.[0];
  return named ?? (WITHOUT_PROGRESS.includes(kind) ? null : "in_progress");
}

/** The provider's schema has looked at it already. */
function mapOf(value: unknown): StatusMap {
  if (typeof value !== "object" || value === null) return {};
  const names = (key: string): readonly string[] | undefined => {
    const found = Object.entries(value).find(([name]) => name === key)?.[1];
    return Array.isArray(found) ? found.map(String) : undefined;
  };
  const entries = (["review", "in_progress", "done"] as const).flatMap((key) => {
    const found = names(key);
    return found === undefined || found.length === 0 ? [] : [[key, found] as const];
  });
  return Object.fromEntries(entries);
}

import type { TicketEvent } from "../core/tracker.ts";

/** What became of each label where a tracker tells all of them before and after. */
export function labelChanges(
  before: readonly string[],
  after: readonly string[],
): readonly Pick<TicketEvent, "from" | "to">[] {
  return [
    ...before.filter((label) => !after.includes(label)).map((from) => ({ from, to: null })),
    ...after.filter((label) => !before.includes(label)).map((to) => ({ from: null, to })),
  ];
}

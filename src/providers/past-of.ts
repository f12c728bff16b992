import type { Lookup, Past, Person, StateSpan, Ticket } from "../core/ticket.ts";
import { oldestFirst } from "./oldest-first.ts";

type State = Ticket["state"];

/** A ticket was brought into a state. */
export interface Move {
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly by: Person | null;
  readonly to: State;
}

/**
 * The states of a ticket from when it was made. `first`: the one that it began with; `now`: the one that it has. A record
 * that does not lead from its making to its present state has holes, and tells nothing.
 */
export function pastOf(
  remote: string,
  {
    createdAt,
    first,
    moves,
    now,
  }: {
    readonly createdAt: string | null;
    readonly first: State;
    readonly moves: readonly Move[];
    readonly now: State;
  },
): Past {
  if (createdAt === null) return { status: "untold", detail: `${remote} does not tell when it was made.` };
  const steps = [{ at: createdAt, by: null, to: first }, ...oldestFirst(moves)];
  const isBackdated = (steps[1]?.at ?? createdAt) < createdAt;
  if (isBackdated || !isAlike(steps.at(-1)?.to ?? first, now))
    return { status: "untold", detail: `${remote} has a gap in its record of the ticket's states.` };
  const spans = steps.map(({ at, by, to }, index): StateSpan => {
    const next = steps[index + 1];
    return { from: at, until: next?.at ?? null, by, state: next === undefined ? now : to };
  });
  // A state that was left in the same moment was none.
  return { status: "told", spans: joined(spans.filter(({ from, until }) => from !== until)) };
}

/** Some trackers tell only that work has ended, not how. */
function isAlike(one: State, other: State): boolean {
  const isEnd = ({ category }: State) => category === "done" || category === "canceled";
  return one.category === other.category || (isEnd(one) && isEnd(other));
}

/** A move into the state that it had already changed nothing. */
function joined(spans: readonly StateSpan[]): readonly StateSpan[] {
  const whole: StateSpan[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    const isSame = last?.state.name === span.state.name && last.state.category === span.state.category;
    if (last !== undefined && isSame) whole[whole.length - 1] = { ...last, until: span.until };
    else whole.push(span);
  }
  return whole;
}

/** What any answer but "found" says of a ticket's past. */
export function untoldBy(remote: string, id: string, lookup: Lookup): Past {
  switch (lookup.status) {
    case "forbidden":
    case "credentials":
    case "unavailable":
      return { status: "untold", detail: lookup.detail };
    case "absent":
    case "found":
    case "claimed":
      return { status: "untold", detail: `${remote} has no record of ${id}.` };
  }
}

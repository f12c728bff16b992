import { Fault } from "../core/fault.ts";
import type { RemoteLaw } from "../core/law.ts";
import type { Ticket } from "../core/ticket.ts";
import { foundTicket } from "../gather/found-ticket.ts";
import { type FileRefusal, namedTicket } from "../gather/named-ticket.ts";
import type { Desk } from "./desk.ts";

/** Which tickets are wanted. */
export interface Wanted {
  /** As people write them: keys, numbers, addresses. */
  readonly refs: readonly string[];
  /** Tickets that are assigned to the credential's account; null: none but `refs`. `states`: names or categories. */
  readonly assigned: { readonly states: readonly string[]; readonly remote: string | null } | null;
}

/** A ticket that is there, with the remote that told it. */
export interface Target {
  readonly remote: RemoteLaw;
  readonly ticket: Ticket;
}

/** What was found of it. */
export interface Targets {
  readonly found: readonly Target[];
  /** What no ticket came of, as it was asked for. */
  readonly missed: readonly { readonly ref: string; readonly fault: Fault }[];
}

/** One person's open work is far less; more than this is a mistake in the query. */
const MOST_ASSIGNED = 1_000;

const REFUSAL: FileRefusal = {
  message: "This is a task of this repository already.",
  fix: (upstream) =>
    upstream === null ? "golden-thread remote link --help" : `golden-thread remote pull ${upstream}`,
};

/** Asks for them, many at once. Throws Fault("usage") for what names no ticket, and what stands against asking. */
export async function pullTargets(desk: Desk, { refs, assigned }: Wanted): Promise<Targets> {
  const named = await namedTargets(desk, refs);
  const own = assigned === null ? [] : await assignedTargets(desk, assigned);
  const found = new Map(
    [...named.found, ...own].map((one) => [`${one.remote.name} ${one.ticket.id}`, one] as const),
  );
  return { found: [...found.values()], missed: named.missed };
}

async function namedTargets(desk: Desk, refs: readonly string[]): Promise<Targets> {
  const groups = new Map<RemoteLaw, Map<string, string>>();
  for (const ref of refs) {
    const { remote, id } = await namedTicket(desk.gate, ref, REFUSAL);
    const group = groups.get(remote) ?? new Map<string, string>();
    groups.set(remote, group.set(id, ref));
  }
  const found: Target[] = [];
  const missed: { ref: string; fault: Fault }[] = [];
  for (const [remote, ids] of groups) {
    const answers = await (await desk.tracker(remote)).many([...ids.keys()]);
    for (const [id, ref] of ids) {
      try {
        found.push({ remote, ticket: foundTicket(remote.name, id, answers.get(id)) });
      } catch (thrown) {
        if (!(thrown instanceof Fault)) throw thrown;
        missed.push({ ref, fault: thrown });
      }
    }
  }
  return { found, missed };
}

async function assignedTargets(
  desk: Desk,
  { states, remote: only }: NonNullable<Wanted["assigned"]>,
): Promise<readonly Target[]> {
  const trackers = desk.gate.law.remotes.filter(({ kind }) => kind !== "markdown");
  const asked = trackers.filter(({ name }) => only === null || name === only);
  if (asked.length === 0)
    throw new Fault(
      "usage",
      only === null ? "The policy names no tracker." : "The policy names no such tracker.",
      {
        found: only ?? "none",
        wanted: trackers.map(({ name }) => name).join(", ") || "a remote in golden-thread.yml",
        fix: "golden-thread config explain remotes",
      },
    );
  const found: Target[] = [];
  for (const remote of asked) {
    const tracker = await desk.tracker(remote);
    for await (const ticket of tracker.list({ assignee: "@me", states })) {
      if (found.length >= MOST_ASSIGNED) return found;
      found.push({ remote, ticket });
    }
  }
  return found;
}

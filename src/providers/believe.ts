import { once } from "../core/once.ts";
import type { Lookup } from "../core/ticket.ts";
import type { Identity } from "../core/tracker.ts";
import { asLookup } from "./trouble.ts";

/**
 * Believes that a ticket is absent or refused only once the credential is proved: several trackers answer a dead token as
 * they answer a ticket that is not there. Whose credential it is is asked once, and only after the first such answer.
 */
export function believer(
  identity: () => Promise<Identity | null>,
): (answers: ReadonlyMap<string, Lookup>) => Promise<ReadonlyMap<string, Lookup>> {
  const proof = once(async () => {
    try {
      await identity();
      return null;
    } catch (thrown) {
      return asLookup(thrown);
    }
  });
  return async (answers) => {
    if (![...answers.values()].some(isNegative)) return answers;
    const doubt = await proof();
    if (doubt === null) return answers;
    return new Map([...answers].map(([id, answer]) => [id, isNegative(answer) ? doubt : answer]));
  };
}

function isNegative({ status }: Lookup): boolean {
  return status === "absent" || status === "forbidden";
}

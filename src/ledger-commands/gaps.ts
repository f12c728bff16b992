import type { RemoteLaw } from "../core/law.ts";
import { lookupKey, type Ticket } from "../core/ticket.ts";
import type { Tracker } from "../core/tracker.ts";
import { type Gaps, gapsOf } from "../ledger/numbers.ts";
import type { Former } from "./former.ts";
import { withoutText } from "./kept.ts";

/** Numbers of one remote that are asked for though no listing had them: a hundred questions to most trackers. The next build asks for more. */
const MOST_GAPS = 5000;
/** Ids that are asked for at a time. */
const CHUNK = 500;

/** What the numbers below the highest ones, that no listing had, turned out to be. */
export interface FilledGaps extends Pick<Gaps, "through"> {
  /** Tickets that are no longer under the id that was asked, or that the listing passes over. */
  readonly found: readonly { readonly asked: string; readonly ticket: Ticket }[];
  /** Ids of which the tracker would not tell. */
  readonly untold: readonly string[];
}

/** Where only some tickets were listed, what is missing says nothing. */
export const NO_GAPS: FilledGaps = { found: [], untold: [], through: {} };

/** What gaps are asked with. */
export interface GapFilling {
  readonly remote: RemoteLaw;
  readonly tracker: Pick<Tracker, "many">;
  readonly former: Former | null;
  enrich(tickets: readonly Ticket[]): Promise<readonly Ticket[]>;
}

/** Asks for every number that a listing left out: moved, deleted and hidden tickets leave gaps, and each is told otherwise. */
export async function fillGaps(
  { remote, tracker, former, enrich }: GapFilling,
  listed: Iterable<string>,
): Promise<FilledGaps> {
  const known = new Set(listed);
  const { ids, through } = gapsOf(known, {
    kind: remote.kind,
    most: MOST_GAPS,
    isEmpty: wasEmpty(remote, former),
  });
  const found: { readonly asked: string; readonly ticket: Ticket }[] = [];
  const untold: string[] = [];
  for (let at = 0; at < ids.length; at += CHUNK) {
    const answers = await tracker.many(ids.slice(at, at + CHUNK));
    for (const asked of ids.slice(at, at + CHUNK)) {
      const answer = answers.get(asked);
      if (answer?.status === "absent") continue;
      if (answer?.status !== "found") untold.push(asked);
      else found.push({ asked, ticket: answer.ticket });
    }
  }
  const whole = (await enrich(found.map(({ ticket }) => ticket))).map(withoutText);
  return {
    through,
    untold,
    found: found.map(({ asked, ticket }, at) => ({ asked, ticket: whole[at] ?? withoutText(ticket) })),
  };
}

/**
 * No tracker gives a number twice: what comes back to one is listed. Not so in Azure Boards, whose numbers are the organisation's and whose
 * listing is one project's.
 */
function wasEmpty({ name, kind }: RemoteLaw, former: Former | null): (id: string) => boolean {
  if (former?.isAlike !== true || kind === "azure-devops") return () => false;
  return (id) => former.lookup(lookupKey(name, id)).status === "absent";
}

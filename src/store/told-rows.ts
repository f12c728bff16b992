import type { Law, RemoteLaw } from "../core/law.ts";
import type { Rule } from "../core/rule.ts";
import type { Ticket } from "../core/ticket.ts";
import { type IndexRow, rowKey, type Spot } from "./compiled.ts";
import { type RowJudge, rowJudge } from "./judge-row.ts";

/** A ticket that a tracker told, under the id that it was asked for by. */
export interface ToldRow {
  readonly id: string;
  readonly ticket: Ticket;
  /** Milliseconds since 1970: until then the tracker need not be asked again. */
  readonly validUntil: number;
}

/** What one tracker told, newest first. */
export interface ToldSource {
  readonly remote: RemoteLaw;
  readonly tickets: readonly ToldRow[];
}

/** What rows of trackers' tickets are decided with. */
export interface ToldInput {
  readonly law: Law;
  readonly rules: readonly Rule[];
  /** Decision time, RFC 3339 in UTC. */
  readonly at: string;
  /** Rows decided under the same law, by key. */
  readonly known: ReadonlyMap<string, IndexRow>;
  /** Spots that the other rows were decided for; none: there are no other rows. */
  readonly spots: readonly Spot[];
}

/** Rows, the spots that they hold for, and a judge with a ticket to ask about branches. */
export interface ToldRows {
  readonly rows: readonly IndexRow[];
  readonly spots: readonly Spot[];
  readonly sample: { readonly judge: RowJudge; readonly ticket: Ticket } | null;
}

/** Tickets of one tracker that get a row: nobody works on more within the minutes that an answer is fresh. */
const MOST_TOLD = 500;

/** No file stands behind such a row; it holds until its time. */
const NO_PRINT = "-";

/** Decides what trackers told a short while ago, so that naming such a ticket again needs no engine. */
export function decideTold(sources: readonly ToldSource[], input: ToldInput): ToldRows {
  let { spots } = input;
  let sample: ToldRows["sample"] = null;
  const rows: IndexRow[] = [];
  for (const { remote, tickets } of sources) {
    const judge = rowJudge(input.law, input.rules, remote, input.at);
    for (const { id, ticket, validUntil } of tickets.slice(0, MOST_TOLD)) {
      const found = { ticket, source: "api" } as const;
      if (spots.length === 0) spots = judge.spots(found);
      const key = rowKey(remote.grammar, id);
      const before = input.known.get(key);
      const isSame = before?.validUntil === validUntil && before.path === null;
      const authorised = isSame ? before.authorised : isAccepted(judge, ticket, spots);
      if (authorised) sample ??= { judge, ticket };
      rows.push({ key, authorised, print: NO_PRINT, validUntil, path: null });
    }
  }
  return { rows, spots, sample };
}

/** At every one of the spots: another remote's tickets may be accepted elsewhere than the first's. */
function isAccepted(judge: RowJudge, ticket: Ticket, spots: readonly Spot[]): boolean {
  return spots.length > 0 && spots.every((spot) => judge.accepts({ ticket, source: "api" }, spot));
}

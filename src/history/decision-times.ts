import type { Evidence } from "../core/evidence.ts";
import type { Forge } from "../core/forge.ts";
import type { Law } from "../core/law.ts";
import { parentLevels, parentsOf } from "../core/parents.ts";
import { isWorkRef } from "../core/ref-moves.ts";
import type { Reference } from "../core/reference.ts";
import { lookupKey } from "../core/ticket.ts";
import { timedUnder } from "../core/timed.ts";
import type { Confirmed } from "../gather/commit-facts.ts";
import { arrivalTimes } from "../git/arrivals.ts";
import type { Repository } from "../git/repository.ts";
import { recordedMoves } from "../store/pushes.ts";
import { type Decisions, decisionsOf } from "./decisions.ts";
import { forgeTimes } from "./forge-times.ts";
import type { Progress } from "./read.ts";
import { type HistoryTable, idAt } from "./table.ts";

type Lookups = Evidence["lookups"];

/** When the commits of a whole history were decided, with a forge to ask for what nobody wrote down here. */
export interface DecisionTimes {
  readonly decisions: Decisions;
  /** Asks the forge for commits whose tickets were not always the same; `around`: references that count for every commit. */
  settle(lookups: Lookups, around: readonly Reference[]): Promise<void>;
  /** The same for commits that have references from others. */
  settleInherited(lookups: Lookups, facts: ReadonlyMap<string, Confirmed>): Promise<void>;
  notices(): readonly string[];
}

/** What decision times are read from. */
export interface TimesGround {
  readonly repo: Repository;
  readonly law: Law;
  /** Null: nobody here can ask one. */
  forge(): Promise<Forge | null>;
}

/** Each commit was decided when it came in, as far as that was written down; else when its forge merged it. */
export async function decisionTimes(
  { repo, law, forge }: TimesGround,
  table: HistoryTable,
  progress?: Progress,
): Promise<DecisionTimes> {
  // What nobody judged did not come in by that.
  const moves = recordedMoves(repo.commonDir).filter(({ ref }) => isWorkRef(String(ref)));
  const decisions = decisionsOf(table, await arrivalTimes(repo, moves));
  const asking = forgeTimes({ table, decisions, forge, ...(progress ? { progress } : {}) });
  return {
    decisions,
    notices: () => asking.notices(),
    async settle(lookups, around) {
      if (Object.keys(lookups).length === 0) return;
      const isTimed = timing(law, lookups);
      const all = isTimed(around);
      const sets = table.citedSets.map((cited) => all || isTimed(cited));
      if (sets.includes(true))
        await asking.ask(indicesOf(table, (at) => sets[table.cited[at] ?? 0] ?? false));
    },
    async settleInherited(lookups, facts) {
      const isTimed = timing(law, lookups);
      const heirs = [...facts].filter(([, { inherits }]) => isTimed(inherits?.references ?? []));
      const ids = new Set(heirs.map(([id]) => id));
      if (ids.size > 0) await asking.ask(indicesOf(table, (at) => ids.has(idAt(table, at))));
    },
  };
}

function indicesOf({ count }: HistoryTable, isWanted: (index: number) => boolean): readonly number[] {
  const indices: number[] = [];
  for (let index = 0; index < count; index++) if (isWanted(index)) indices.push(index);
  return indices;
}

/** Whether a moment makes a difference to any of some references, by their tickets or by what those are part of. */
function timing(
  law: Law,
  lookups: Lookups,
): (references: readonly Pick<Reference, "remote" | "id">[]) => boolean {
  const isTimed = timedUnder(law);
  const levels = parentLevels(law);
  const at = (remote: string, id: string) => lookups[lookupKey(remote, id)];
  const ticketAt = (remote: string, id: string) => {
    const lookup = at(remote, id);
    return lookup?.status === "found" ? lookup.ticket : null;
  };
  return (references) =>
    references.some(({ remote, id }) => {
      const ticket = remote === null ? null : ticketAt(remote, id);
      if (remote === null || ticket === null) return false;
      const parents = parentsOf(ticket, levels, (parent) => ticketAt(remote, parent));
      return [id, ...parents].some((one) => isTimed(at(remote, one)));
    });
}

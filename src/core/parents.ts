import type { Law } from "./law.ts";
import { PARENT_RULE } from "./rule-ids.ts";
import type { Ticket } from "./ticket.ts";

/** How far above a ticket its parents are asked for: nobody plans deeper. */
export const MOST_LEVELS = 5;

/** Levels of parents that a law asks for anywhere; 0: none. */
export function parentLevels({ rules, scopes }: Pick<Law, "rules" | "scopes">): number {
  const sets = [rules, ...scopes.map((scope) => scope.rules)];
  return Math.max(...sets.map((set) => levelsOf(set[PARENT_RULE])));
}

function levelsOf(rule: Law["rules"][string] | undefined): number {
  if (rule === undefined || rule.level === "off") return 0;
  const { options } = rule;
  const levels = typeof options === "object" && options !== null && "levels" in options ? options.levels : 1;
  return typeof levels === "number" ? Math.min(levels, MOST_LEVELS) : 1;
}

/** Look-up keys of a ticket's parent, grandparent and so on, as far as `ticketAt` knows them; a circle ends where it began. */
export function parentsOf(
  ticket: Pick<Ticket, "id" | "parent">,
  levels: number,
  ticketAt: (id: string) => Pick<Ticket, "id" | "parent"> | null,
): readonly string[] {
  const above: string[] = [];
  let here: Pick<Ticket, "id" | "parent"> | null = ticket;
  while (here !== null && here.parent !== null && above.length < levels) {
    if (here.parent === ticket.id || above.includes(here.parent)) break;
    above.push(here.parent);
    here = ticketAt(here.parent);
  }
  return above;
}

import type { Claim } from "./claims.ts";
import type { Evidence } from "./evidence.ts";
import { knownTickets } from "./known-ticket.ts";
import type { Law, PolicySections, RuleLaw } from "./law.ts";
import { UPSTREAM_RULES } from "./rule-ids.ts";
import { isAnywhereOn, isOn } from "./scope.ts";
import type { Followed, Ticket } from "./ticket.ts";

/** Whether anything in a law asks which tickets local tasks follow. */
export function asksForUpstreams(law: Pick<Law, "rules" | "scopes">): boolean {
  const { has, consistent, fresh } = UPSTREAM_RULES;
  if (isAnywhereOn(law, consistent) || isAnywhereOn(law, fresh)) return true;
  return [law.rules, ...law.scopes.map(({ rules }) => rules)].some((set) => asks(set[has]));
}

/** By themselves local tasks authorise, so nobody has to ask what they follow. */
function asks(rule: RuleLaw | undefined): boolean {
  if (rule === undefined || !isOn(rule)) return false;
  const { options } = rule;
  const authority: unknown =
    typeof options === "object" && options !== null && "authority" in options ? options.authority : LOCAL;
  return authority !== LOCAL;
}

const LOCAL: PolicySections["authority"] = "local";

/** A local task that a change counts on. */
export interface LocalTask {
  readonly claim: Claim;
  readonly task: Ticket;
  /** Null: it follows none; undefined: nobody asked. */
  readonly follows: Followed | null | undefined;
}

/** The claims that are local tasks, found or brought by the change itself; every version of one that counts. */
export function localTasks(claims: readonly Claim[], evidence: Evidence): readonly LocalTask[] {
  return claims.flatMap((claim) =>
    knownTickets(claim, evidence)
      .tickets.filter(({ path }) => path !== null)
      .map((task) => ({ claim, task, follows: task.follows })),
  );
}

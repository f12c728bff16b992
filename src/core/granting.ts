import { type Standing, standingOf } from "./authorise.ts";
import type { Claim } from "./claims.ts";
import type { Evidence } from "./evidence.ts";
import type { Terms } from "./terms.ts";
import type { Weighed } from "./weigh.ts";

/** The claims of one subject that authorise it, and those of which nobody knows. The rest grants nothing, to no rule. */
export interface Granting {
  readonly granting: readonly Standing[];
  readonly unknown: readonly Standing[];
  readonly refused: readonly Standing[];
}

/** Sorts claims by what they are worth. */
export function grantingOf(claims: readonly Claim[], evidence: Evidence, terms: Terms): Granting {
  const standings = claims.map((claim) => standingOf(claim, evidence, terms));
  return {
    granting: standings.filter(({ grants }) => grants),
    unknown: standings.filter(({ outcome }) => outcome === "unknown"),
    refused: standings.filter(({ grants, outcome }) => !grants && outcome !== "unknown"),
  };
}

/** The tickets of some standings as people write them, for a message. */
export function ticketNames(standings: readonly Standing[]): string {
  return standings.map(({ args }) => args.ticket).join(", ");
}

/** A claim of which nobody knows whether it authorises, for a rule that weighs claims. */
export function unknowable({ claim, args }: Standing): Weighed<"not-known"> {
  const tickets = args.ticket ?? claim.written;
  return { claim, outcome: "unknown", code: "not-known", args: { tickets }, grants: false };
}

/** Codes of rules that rest on what authorises; they say nothing of their own where nothing does. */
export const GRANTING_CODES = {
  "nothing-authorises": {
    outcome: "skip",
    message: "No named ticket authorises this, so there is nothing to compare.",
  },
  "not-known": {
    outcome: "unknown",
    message: "Whether {tickets} authorises this is not known, so nothing rests on it.",
    fix: "See what ticket-authorised says of it, and check again.",
  },
} as const;

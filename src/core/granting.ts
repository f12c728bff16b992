import { type Standing, standingOf } from "./authorise.ts";
import type { Claim } from "./claims.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import type { CommitSubject } from "./judge-commits.ts";
import type { Terms } from "./terms.ts";
import type { Ticket } from "./ticket.ts";
import { type WEIGH_CODES, type Weighed, weigh } from "./weigh.ts";

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

/** Weighs the claims that authorise a commit by a rule's own `answer`; where nothing does, the rule has nothing to say. */
export function weighGranting<Code extends string>(
  { about, claims }: Pick<CommitSubject, "about" | "claims">,
  { evidence, terms }: { readonly evidence: Evidence; readonly terms: Terms },
  answer: (standing: Standing) => Weighed<Code>,
): readonly Finding<Code | keyof typeof GRANTING_CODES | keyof typeof WEIGH_CODES>[] {
  const { granting, unknown } = grantingOf(claims, evidence, terms);
  const weighed = [...granting.map(answer), ...unknown.map(unknowable)];
  if (weighed.length === 0) return [{ outcome: "skip", code: "nothing-authorises", about, args: {} }];
  return weigh<Code | "not-known">(weighed, terms.references.need, about);
}

/** A claim of which nobody knows whether it authorises. */
function unknowable({ claim, args }: Standing): Weighed<"not-known"> {
  const tickets = args.ticket ?? claim.written;
  return { claim, outcome: "unknown", code: "not-known", args: { tickets }, grants: false };
}

/**
 * Every version of a ticket must pass: the answer for the first that does not, else for the first of all. `best`: the code
 * where nothing speaks against the ticket.
 */
export function worstVersion<Code extends string>(
  { claim, args, tickets }: Standing,
  { codes, best }: { readonly codes: Outcomes<Code>; readonly best: Code },
  answer: (ticket: Ticket) => Pick<Finding<Code>, "code" | "args">,
): Weighed<Code> {
  const answers = tickets.map(answer);
  const worst = answers.find(({ code }) => codes[code].outcome !== "pass") ?? answers[0];
  const { code, args: more } = worst ?? { code: best, args: {} };
  const { outcome } = codes[code];
  const names = { ticket: args.ticket ?? claim.written, remote: claim.remote };
  return { claim, outcome, code, args: { ...names, ...more }, grants: outcome === "pass" };
}

type Outcomes<Code extends string> = Readonly<Record<Code, Pick<Weighed<Code>, "outcome">>>;

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

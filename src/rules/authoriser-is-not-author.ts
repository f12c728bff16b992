import { accountName } from "../core/approved.ts";
import { standingOf } from "../core/authorise.ts";
import { authorisersOf } from "../core/authorisers.ts";
import { changeAuthors, isOneOf } from "../core/authors.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import { timeArgs } from "../core/decided.ts";
import type { Evidence } from "../core/evidence.ts";
import type { Finding } from "../core/finding.ts";
import { GRANTING_CODES, weighGranting, worstVersion } from "../core/granting.ts";
import { type CommitSubject, judgeCommits } from "../core/judge-commits.ts";
import { defineRule } from "../core/rule.ts";
import { type Terms, termsFrom, termsSchema } from "../core/terms.ts";
import type { Ticket } from "../core/ticket.ts";
import { WEIGH_CODES } from "../core/weigh.ts";

interface Options {
  readonly terms: Terms;
}

const OWN_CODES = {
  "authorised-by-other": {
    outcome: "pass",
    message: "{ticket} was authorised by {authoriser}, who is no author of this change.",
  },
  "self-authorised": {
    outcome: "fail",
    message: "{ticket} was authorised by {authoriser} alone, an author of this change.",
  },
  "authoriser-unknown": {
    outcome: "unknown",
    message:
      "{ticket} was authorised by {authoriser}; whether that is an author of this change is not known.",
    fix: "List each author of the change in the policy's people section: the address of their commits, with their accounts in the tracker.",
  },
  "authoriser-untold": {
    outcome: "unknown",
    message: "Who authorised {ticket} is not known: {detail}",
    fix: "Have the ticket approved, which says who did (authorise.approval, golden-thread ticket approve), or switch the rule off.",
  },
} as const;
const codes = {
  ...COMMIT_CODES,
  ...WEIGH_CODES,
  ...GRANTING_CODES,
  ...OWN_CODES,
  "task-file": {
    outcome: "skip",
    message: "{tickets} is a file of this repository; its review tells who wanted it.",
  },
} as const;
type Code = keyof typeof codes;
type Answer = Pick<Finding<keyof typeof OWN_CODES>, "code" | "args">;

export const authoriserIsNotAuthor = defineRule<Options, Code>({
  meta: {
    id: "authoriser-is-not-author",
    title: "Somebody else than the author authorised the ticket",
    why: "Whoever opens a ticket, starts it and does the work has decided alone. A second person who wanted the work is what separates a decision from a note to oneself.",
    who: "whoever may approve the ticket or move it; whoever keeps the policy's people section",
    fix: "Have somebody else approve the ticket, or move it out of its state and back into work.",
    codes,
    on: ["commits", "pull-request"],
    default: true,
    needs: ["tickets"],
    fast: false,
    examples: [
      {
        text: "A commit of ada@example.com under a ticket that Bob moved to To Do",
        code: "authorised-by-other",
      },
      {
        text: "A commit of ada@example.com under a ticket that she opened and nobody else touched",
        code: "self-authorised",
      },
      {
        text: "A commit under a ticket of an account whose e-mail address the tracker hides",
        code: "authoriser-unknown",
      },
    ],
    controls: [
      { framework: "SOC 2", id: "CC6.3" },
      { framework: "ISO 27001:2022", id: "A.5.3" },
      { framework: "NIST CSF 2.0", id: "PR.AA-05" },
      { framework: "PCI DSS 4.0.1", id: "6.5.1" },
    ],
  },
  options: (z) =>
    z.strictObject({
      terms: termsSchema(z)
        .prefault({})
        .describe("On what terms a ticket authorises; follows the policy's sections."),
    }),
  from: (policy) => ({ terms: termsFrom(policy) }),
  check: (evidence, { terms }) =>
    judgeCommits(evidence, {
      places: terms.references.in,
      judge: (subject) => judge(subject, evidence, terms),
    }),
});

function judge(subject: CommitSubject, evidence: Evidence, terms: Terms): readonly Finding<Code>[] {
  const { about, claims } = subject;
  const isTask = (claim: (typeof claims)[number]): boolean => {
    const { tickets } = standingOf(claim, evidence, terms);
    return tickets.length > 0 && tickets.every(({ path }) => path !== null);
  };
  const others = claims.filter((claim) => !isTask(claim));
  if (others.length === 0 && claims.length > 0) {
    const tickets = claims.map(({ written }) => written).join(", ");
    return [{ outcome: "skip", code: "task-file", about, args: { tickets } }];
  }
  return weighGranting({ about, claims: others }, { evidence, terms }, (standing) =>
    worstVersion(standing, { codes: OWN_CODES, best: "authorised-by-other" }, (ticket) =>
      answerFor(ticket, evidence, terms),
    ),
  );
}

/** One authoriser who is surely somebody else is enough. */
function answerFor(ticket: Ticket, evidence: Evidence, terms: Terms): Answer {
  const authors = changeAuthors(evidence);
  const { people, untold, dated } = authorisersOf(ticket, evidence, terms);
  const told = people.map((one) => ({
    authoriser: accountName(one),
    own: isOneOf(one, authors, { people: terms.people, url: ticket.url }),
  }));
  const other = told.find(({ own }) => own === false);
  if (other !== undefined)
    return {
      code: "authorised-by-other",
      args: { authoriser: other.authoriser, ...(dated ? timeArgs(evidence) : {}) },
    };
  const doubtful = told.find(({ own }) => own === null);
  if (doubtful !== undefined)
    return { code: "authoriser-unknown", args: { authoriser: doubtful.authoriser } };
  if (untold !== null) return { code: "authoriser-untold", args: { detail: untold } };
  return {
    code: "self-authorised",
    args: { authoriser: told.map(({ authoriser }) => authoriser).join(", ") },
  };
}

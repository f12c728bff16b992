import { standingOf } from "../core/authorise.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import { judgeCommits } from "../core/judge-commits.ts";
import { defineRule } from "../core/rule.ts";
import { STANDING_CODES } from "../core/standing-codes.ts";
import { type Terms, termsFrom, termsSchema } from "../core/terms.ts";
import { WEIGH_CODES, weigh } from "../core/weigh.ts";

const codes = {
  ...COMMIT_CODES,
  ...WEIGH_CODES,
  ...STANDING_CODES,
  "no-reference": { outcome: "skip", message: "No ticket is named." },
} as const;

export const ticketAuthorised = defineRule<Terms, keyof typeof codes>({
  meta: {
    id: "ticket-authorised",
    title: "The named ticket authorises the work",
    why: "A ticket that is closed, archived, of the wrong kind or in another project decides nothing about this change. Work is authorised by a ticket that is open for work now.",
    who: "the commit's author, by another ticket; the ticket's owner, by its state",
    fix: "Refer to a ticket that is open for work, or have this one reopened by whoever may.",
    mends: "message",
    codes,
    on: ["commit-message", "commits", "pull-request"],
    default: true,
    needs: ["tickets"],
    fast: true,
    examples: [
      { text: "Fix the login (TASK-7), where TASK-7 is In Progress", code: "authorised" },
      { text: "Fix the login (TASK-7), where TASK-7 is Done", code: "wrong-state" },
      { text: "Fix the login (TASK-7), where TASK-7 is archived", code: "archived" },
      { text: "Add the task TASK-7 and its code in one change", code: "new-task" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "ISO 27001:2022", id: "A.8.32" },
      { framework: "NIST CSF 2.0", id: "PR.AA-05" },
      { framework: "PCI DSS 4.0.1", id: "6.5.1" },
      { framework: "IEC 62304", id: "8.2.1" },
    ],
  },
  options: termsSchema,
  from: termsFrom,
  check: (evidence, terms) =>
    judgeCommits(evidence, {
      places: terms.references.in,
      judge: ({ about, claims }) => {
        if (claims.length === 0) return [{ outcome: "skip", code: "no-reference", about, args: {} }];
        const standings = claims.map((claim) => standingOf(claim, evidence, terms));
        return weigh(standings, terms.references.need, about);
      },
    }),
});

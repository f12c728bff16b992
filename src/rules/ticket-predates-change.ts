import type { Standing } from "../core/authorise.ts";
import type { Commit } from "../core/change.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { Evidence } from "../core/evidence.ts";
import { GRANTING_CODES, weighGranting } from "../core/granting.ts";
import { judgeCommits } from "../core/judge-commits.ts";
import { defineRule } from "../core/rule.ts";
import { type Terms, termsFrom, termsSchema } from "../core/terms.ts";
import { secondsOf } from "../core/time.ts";
import { WEIGH_CODES, type Weighed } from "../core/weigh.ts";

interface Options {
  readonly terms: Terms;
  readonly grace_hours: number;
}

const HOUR = 3600;
/** Two days: beyond that a grace would allow tickets that are written afterwards. */
const MAX_GRACE_HOURS = 48;

const codes = {
  ...COMMIT_CODES,
  ...WEIGH_CODES,
  ...GRANTING_CODES,
  predates: { outcome: "pass", message: "{ticket} is older than the work (created {created})." },
  "created-after": {
    outcome: "fail",
    message: "{ticket} was created ({created}) after this commit was authored.",
  },
  "no-date": {
    outcome: "unknown",
    message: "{ticket} does not say when it was created.",
    fix: "Give the task a created date.",
  },
} as const;
type Code = keyof typeof codes;

export const ticketPredatesChange = defineRule<Options, Code>({
  meta: {
    id: "ticket-predates-change",
    title: "The ticket is older than the work",
    why: "A ticket that is written after the fact records a decision; it does not make one. Authorisation comes before the work.",
    who: "the commit's author, by another ticket; an approver, by a waiver",
    fix: "Refer to the ticket under which the work was begun, or have the late ticket waived by an approver.",
    mends: "message",
    codes,
    on: ["commit-message", "commits", "pull-request"],
    default: true,
    needs: ["tickets"],
    fast: true,
    examples: [
      { text: "A commit of Tuesday under a ticket of Monday", code: "predates" },
      { text: "A commit of Monday under a ticket of Wednesday", code: "created-after" },
      { text: "A commit under a task file without a date", code: "no-date" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "ISO 27001:2022", id: "A.8.32" },
      { framework: "21 CFR 11", id: "11.10(f)" },
    ],
  },
  options: (z) =>
    z.strictObject({
      terms: termsSchema(z)
        .prefault({})
        .describe("On what terms a ticket authorises; follows the policy's sections."),
      grace_hours: z
        .int()
        .min(0)
        .max(MAX_GRACE_HOURS)
        .default(1)
        .describe("Hours by which a ticket may be younger than the commit; clocks differ."),
    }),
  from: (policy) => ({ terms: termsFrom(policy) }),
  check: (evidence, { terms, grace_hours }) =>
    judgeCommits(evidence, {
      places: terms.references.in,
      judge: (subject) =>
        weighGranting(subject, { evidence, terms }, (standing) =>
          age(standing, begunAt(subject.commit, evidence), grace_hours),
        ),
    }),
});

/** Seconds since 1970; a commit that is still being written is authored now. */
function begunAt({ authoredAt }: Commit, { at }: Evidence): number | null {
  return authoredAt ?? secondsOf(at);
}

/** A date alone counts from the earliest moment at which that day began anywhere. */
function age({ claim, args, tickets }: Standing, begun: number | null, graceHours: number): Weighed<Code> {
  const ticket = args.ticket ?? claim.written;
  const text = tickets[0]?.createdAt ?? null;
  const created = text === null ? null : secondsOf(text);
  if (text === null || created === null || begun === null)
    return { claim, outcome: "unknown", code: "no-date", args: { ticket }, grants: false };
  const grants = created <= begun + graceHours * HOUR;
  const outcome = grants ? "pass" : "fail";
  return {
    claim,
    outcome,
    code: grants ? "predates" : "created-after",
    args: { ticket, created: text },
    grants,
  };
}

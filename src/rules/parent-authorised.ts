import { type Standing, standingOf } from "../core/authorise.ts";
import type { Claim } from "../core/claims.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { Evidence } from "../core/evidence.ts";
import type { Finding } from "../core/finding.ts";
import { GRANTING_CODES, weighGranting, worstVersion } from "../core/granting.ts";
import { judgeCommits } from "../core/judge-commits.ts";
import { MOST_LEVELS } from "../core/parents.ts";
import { defineRule } from "../core/rule.ts";
import type { StandingCode } from "../core/standing-codes.ts";
import { type Terms, termsFrom, termsSchema } from "../core/terms.ts";
import { lookupKey, type Ticket, type TypeCategory } from "../core/ticket.ts";
import { WEIGH_CODES } from "../core/weigh.ts";

interface Options {
  readonly terms: Terms;
  readonly levels: number;
  readonly required: boolean;
}

const OWN_CODES = {
  "parents-open": { outcome: "pass", message: "{parent}, which {ticket} is part of, is open for work." },
  "no-parent": { outcome: "fail", message: "{ticket} is part of nothing; it should have a parent." },
  "top-level": { outcome: "pass", message: "{ticket} is part of nothing, so no parent has to be open." },
  "parent-closed": {
    outcome: "fail",
    message: '{parent}, which {ticket} is part of, is "{state}"; wanted: {wanted}.',
  },
  "parent-not-found": {
    outcome: "fail",
    message: "{parent}, which {ticket} is part of, is not to be found in {remote}.",
    fix: "Have the ticket's parent set to one that exists.",
  },
  "parent-refused": {
    outcome: "fail",
    message: "{remote} refuses to show {parent}, which {ticket} is part of: {detail}",
    fix: "Give golden-thread's account the right to read the parent, or have the ticket put under another one.",
  },
  "parent-new": {
    outcome: "fail",
    message: "{parent}, which {ticket} is part of, comes with this very change.",
    fix: "Bring the parent in by a change of its own first.",
  },
  "parent-unknown": {
    outcome: "unknown",
    message: "Whether {parent}, which {ticket} is part of, is open is not known: {detail}",
    fix: "See that the parent's tracker can be asked from here, and check again: golden-thread remote check",
  },
  "parent-untold": {
    outcome: "unknown",
    message: "{remote} does not tell what {ticket} is part of.",
    fix: "Let the tracker tell it (in Notion by a relation called Parent, on GitHub Enterprise by a version with sub-issues), or switch the rule off.",
  },
} as const;
const codes = { ...COMMIT_CODES, ...WEIGH_CODES, ...GRANTING_CODES, ...OWN_CODES } as const;
type Code = keyof typeof codes;
type OwnCode = keyof typeof OWN_CODES;
type Answer = Pick<Finding<OwnCode>, "code" | "args">;

export const parentAuthorised = defineRule<Options, Code>({
  meta: {
    id: "parent-authorised",
    title: "What the ticket is part of is open too",
    why: "Closing an epic is a decision to stop its work. Tasks that were left open below it would go on authorising what nobody wants any more.",
    who: "the owner of the parent, by its state; the ticket's owner, by its parent",
    fix: "Refer to a ticket of an open parent, or have the parent reopened by whoever may.",
    codes,
    on: ["commit-message", "commits", "pull-request"],
    default: false,
    needs: ["tickets"],
    fast: false,
    examples: [
      { text: "Fix the login (TASK-7), whose epic EPIC-1 is In Progress", code: "parents-open" },
      { text: "Fix the login (TASK-7), whose epic EPIC-1 is Done", code: "parent-closed" },
      { text: "Fix the login (TASK-7), which has no parent", code: "top-level" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "ISO 27001:2022", id: "A.8.32" },
    ],
  },
  options: (z) =>
    z.strictObject({
      terms: termsSchema(z)
        .prefault({})
        .describe("On what terms a ticket authorises; follows the policy's sections."),
      levels: z.int().min(1).max(MOST_LEVELS).default(1).describe("How many parents above it must be open."),
      required: z.boolean().default(false).describe("Whether a ticket without a parent fails."),
    }),
  from: (policy) => ({ terms: termsFrom(policy) }),
  check: (evidence, options) =>
    judgeCommits(evidence, {
      places: options.terms.references.in,
      judge: (subject) =>
        weighGranting(subject, { evidence, terms: options.terms }, (standing) =>
          worstVersion(standing, { codes: OWN_CODES, best: "top-level" }, (ticket) =>
            climb(ticket, standing.claim, evidence, options),
          ),
        ),
    }),
});

function climb(ticket: Ticket, claim: Claim, evidence: Evidence, options: Options): Answer {
  const terms = termsAbove(options.terms);
  const seen = new Set([ticket.id]);
  const names: string[] = [];
  for (let here = ticket; here.parent !== null && !seen.has(here.parent) && names.length < options.levels; ) {
    seen.add(here.parent);
    const standing = standingOf(claimOf(here.parent, claim), evidence, terms);
    const code = MEANING[standing.code];
    const parent = String(standing.args.ticket ?? here.parent);
    if (code !== "parents-open")
      return { code, args: { detail: "", state: "", wanted: "", ...spelled(standing), parent } };
    names.push(parent);
    const [next] = standing.tickets;
    if (next === undefined) break;
    here = next;
  }
  if (names.length > 0) return { code: "parents-open", args: { parent: names.join(", ") } };
  if (ticket.untold?.includes("parent")) return { code: "parent-untold", args: {} };
  return { code: options.required ? "no-parent" : "top-level", args: {} };
}

/** A parent need not be work itself: any type, label and project will do, approved or not. Its state must be one that authorises. */
function termsAbove(terms: Terms): Terms {
  const authorise = { ...terms.authorise, types: ANY_TYPE, labels: [], approval: null };
  return { ...terms, projects: {}, authorise };
}

const ANY_TYPE: readonly TypeCategory[] = [
  "epic",
  "story",
  "task",
  "bug",
  "feature",
  "idea",
  "chore",
  "docs",
  "spike",
  "other",
];

function claimOf(id: string, { remote, place, inherited, excused }: Claim): Claim {
  return { key: lookupKey(remote, id), remote, id, written: id, place, inherited, excused };
}

/** What a message may need of a parent's standing. */
function spelled({ code, args }: Standing): Finding["args"] {
  const { detail = "", state = code, wanted = "another state", authority } = args;
  return { detail: authority === undefined ? detail : `authority is ${authority}`, state, wanted };
}

/** What is wrong with a ticket that was named is told in other words of its parent. */
const MEANING: Readonly<Record<StandingCode, OwnCode>> = {
  authorised: "parents-open",
  "authorised-then": "parents-open",
  "was-authorised": "parents-open",
  "was-wrong-state": "parent-closed",
  "time-unproved": "parent-unknown",
  "past-untold": "parent-unknown",
  "new-task-allowed": "parents-open",
  // Whoever approves the change approves the parent with it, as ticket-authorised says.
  "new-task": "parents-open",
  "new-task-denied": "parent-new",
  "new-task-linked": "parent-new",
  // Asked of every type, label and project, approved or not, whoever opened it, and outside of the remote's filter.
  "past-labels-untold": "parents-open",
  approved: "parents-open",
  outsider: "parents-open",
  unapproved: "parents-open",
  "approval-void": "parents-open",
  "self-approved": "parents-open",
  "approver-unknown": "parents-open",
  "approval-untold": "parents-open",
  "approval-of-task": "parents-open",
  excluded: "parents-open",
  "missing-label": "parents-open",
  "wrong-type": "parents-open",
  "wrong-project": "parents-open",
  "no-ticket": "parent-not-found",
  "not-found": "parent-not-found",
  "no-access": "parent-refused",
  archived: "parent-closed",
  draft: "parent-closed",
  "wrong-state": "parent-closed",
  "unmapped-state": "parent-closed",
  credentials: "parent-unknown",
  unavailable: "parent-unknown",
  "upstream-unknown": "parent-unknown",
};

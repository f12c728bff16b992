import { mappedAuthor } from "../core/authors.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { Finding } from "../core/finding.ts";
import { GRANTING_CODES, weighGranting, worstVersion } from "../core/granting.ts";
import { judgeCommits } from "../core/judge-commits.ts";
import { type Acquaintance, isAccountOf, isListedElsewhere, type People, plainName } from "../core/people.ts";
import { defineRule } from "../core/rule.ts";
import { type Terms, termsFrom, termsSchema } from "../core/terms.ts";
import type { Person, Ticket } from "../core/ticket.ts";
import { WEIGH_CODES } from "../core/weigh.ts";

interface Options {
  readonly terms: Terms;
  readonly people: People;
}

const OWN_CODES = {
  assigned: { outcome: "pass", message: "{ticket} is assigned to the commit's author." },
  "not-assigned": { outcome: "fail", message: "{ticket} is assigned to {assignees}, not to {author}." },
  unassigned: {
    outcome: "fail",
    message: "{ticket} is assigned to nobody.",
    fix: "Have the ticket assigned to whoever does the work.",
  },
  "assignee-unknown": {
    outcome: "unknown",
    message: "{ticket} is assigned to {assignees}; whether that is {author} is not known.",
    fix: "List the tracker's account under the author's e-mail address in the policy's people section.",
  },
  "assignees-untold": {
    outcome: "unknown",
    message: "{remote} does not tell to whom {ticket} is assigned.",
    fix: "Give the tracker's tickets a field for people (in Notion a property of that type), or switch the rule off.",
  },
  "no-author": {
    outcome: "unknown",
    message: "The commit has no author's e-mail address, so nobody can say whether {ticket} is theirs.",
    fix: "Set the address and make the commit anew: git config user.email you@example.com, git commit --amend --reset-author.",
  },
} as const;
const codes = { ...COMMIT_CODES, ...WEIGH_CODES, ...GRANTING_CODES, ...OWN_CODES } as const;
type Code = keyof typeof codes;
type Answer = Pick<Finding<keyof typeof OWN_CODES>, "code" | "args">;

export const authorIsAssignee = defineRule<Options, Code>({
  meta: {
    id: "author-is-assignee",
    title: "The ticket is assigned to the commit's author",
    why: "A ticket authorises whoever it was given to. Work that somebody else does under it was decided by nobody, and is a sign that the ticket tells the wrong story.",
    who: "the ticket's owner, by its assignees; whoever keeps the policy's people section",
    fix: "Have the ticket assigned to the author, name the author's own ticket, or list the author's accounts under people.",
    codes,
    on: ["commit-message", "commits", "pull-request"],
    default: false,
    needs: ["tickets"],
    fast: false,
    examples: [
      { text: "A commit of ada@example.com under a ticket that is assigned to her", code: "assigned" },
      { text: "A commit of ada@example.com under Bob's ticket", code: "not-assigned" },
      { text: "A commit under a ticket that nobody has taken", code: "unassigned" },
      { text: "A ticket of an account whose e-mail address the tracker hides", code: "assignee-unknown" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC6.3" },
      { framework: "ISO 27001:2022", id: "A.5.3" },
      { framework: "NIST CSF 2.0", id: "PR.AA-05" },
    ],
  },
  options: (z) =>
    z.strictObject({
      terms: termsSchema(z)
        .prefault({})
        .describe("On what terms a ticket authorises; follows the policy's sections."),
      people: z
        .record(z.string(), z.array(z.string()))
        .default({})
        .describe("Accounts by the address of a person's commits; as the policy's `people`."),
    }),
  from: (policy) => ({ terms: termsFrom(policy), people: policy.people ?? {} }),
  check: (evidence, { terms, people }) =>
    judgeCommits(evidence, {
      places: terms.references.in,
      judge: (subject) => {
        const author = mappedAuthor(subject.commit.author, evidence);
        return weighGranting(subject, { evidence, terms }, (standing) =>
          worstVersion(standing, { codes: OWN_CODES, best: "assigned" }, (ticket) =>
            answerFor(ticket, author, people),
          ),
        );
      },
    }),
});

function answerFor(ticket: Ticket, author: Person, people: People): Answer {
  const { assignees, untold = [], url } = ticket;
  if (author.email.trim() === "") return { code: "no-author", args: {} };
  if (assignees.length === 0)
    return { code: untold.includes("assignees") ? "assignees-untold" : "unassigned", args: {} };
  const known = { people, url };
  const told = assignees.map((one) => isAccountOf(one, author, known) ?? isElsewhere(one, author, known));
  if (told.includes(true)) return { code: "assigned", args: {} };
  const shown = { assignees: assignees.map(nameOf).join(", "), author: nameOf(author) };
  return { code: told.includes(null) ? "assignee-unknown" : "not-assigned", args: shown };
}

/**
 * An account or a name that is listed for somebody else refuses, and an address that is told and is not the author's: whoever has a second one lists it.
 * Null: nothing of the kind is told.
 */
function isElsewhere(assignee: Person, author: Person, known: Acquaintance): false | null {
  const { name, email, account, login } = assignee;
  // A task file has a name for all there is to know of somebody.
  const isNameAlone = account === undefined && login === undefined;
  const listed = isNameAlone ? Object.values(known.people).flat().map(plainName) : [];
  const isAddress = [name, email].some((one) => /^\S+@\S+$/.test(one.trim()));
  const isNamed = isAddress || listed.includes(plainName(name));
  return isNamed || isListedElsewhere(assignee, author, known) ? false : null;
}

function nameOf({ name, email, account = "" }: Person): string {
  return name || account || email;
}

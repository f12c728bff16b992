import type { Change } from "../../src/core/change.ts";
import type { Evidence } from "../../src/core/evidence.ts";
import type { Approval, Person, Snapshot, Ticket } from "../../src/core/ticket.ts";
import {
  commit,
  commits,
  evidence,
  facts,
  found,
  lookup,
  pullRequest,
  reference,
  ticket,
} from "./evidence.ts";
import type { Line } from "./table.ts";

/** The author of every commit here, as a tracker shows her. */
export const ADA: Person = { name: "Ada", email: "ada@example.test", account: "1" };
export const BOB: Person = { name: "Bob", email: "bob@example.test", account: "2", login: "bob" };
export const EVE: Person = { name: "bob", email: "eve@example.test", account: "3", login: "eve" };
/** As Jira Cloud shows a person who hides the address. */
export const SHY: Person = { name: "Cy", email: "", account: "557058:cy" };

const NOW: Snapshot = { title: "a".repeat(64), description: "b".repeat(64), criteria: "c".repeat(64) };
/** What stood in the ticket before its criteria changed. */
export const THEN: Snapshot = { ...NOW, criteria: "d".repeat(64) };

const [MONDAY, TUESDAY] = ["2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z"];

/** A comment that approves. */
export function approved(by: Person, snapshot: Snapshot = NOW, at: string = MONDAY): Approval {
  return { by, at, of: { kind: "comment", snapshot } };
}

/** A ticket of a tracker. */
export function remote(given: Partial<Ticket> = {}): Ticket {
  return ticket("TASK-7", "open", { path: null, url: "https://tracker.test/7", snapshot: NOW, ...given });
}

/** A commit by Ada, unless said otherwise, under the ticket of these look-ups. */
export function naming(
  lookups: Evidence["lookups"],
  author: Person = ADA,
  change: Change = commits(commit({ author })),
  given: Pick<Evidence, "decided"> = {},
): Evidence {
  return evidence({
    ...given,
    change,
    facts: [facts(), facts()],
    tasks: [],
    references: [reference("TASK-7")],
    lookups,
  });
}

/** The same under a ticket with these approvals. */
export function withApprovals(...approvals: readonly Approval[]): Evidence {
  return naming(found(remote({ approvals })));
}

/** Whose accounts Ada's and Bob's are: whoever is not Ada by this list is surely somebody else. */
export const PEOPLE = { "ada@example.test": ["1"], "bob@example.test": ["2"] };

/** What a policy asks for in these lines. */
export function asking(approval: object = {}, more: object = {}) {
  const approvers = ["@BOB", "ada@example.test", "557058:cy"];
  return { authorise: { approval: { approvers, ...approval } }, people: PEOPLE, ...more };
}

const options = asking();

const comments: readonly Line[] = [
  {
    fear: "an approval does not count",
    evidence: withApprovals(approved(BOB)),
    options,
    codes: ["approved"],
  },
  { fear: "nobody has to approve", evidence: withApprovals(), options, codes: ["unapproved"] },
  {
    fear: "where nobody wants an approval, one is wanted",
    evidence: naming(found(remote())),
    codes: ["authorised"],
  },
  {
    fear: "anybody's approval counts",
    evidence: withApprovals(approved(EVE)),
    options,
    codes: ["unapproved"],
  },
  {
    fear: "whoever is called like an approver is one",
    evidence: withApprovals(approved({ ...EVE, name: "557058:cy" })),
    options,
    codes: ["unapproved"],
  },
  {
    fear: "an empty list lets everybody approve",
    evidence: withApprovals(approved(BOB)),
    options: asking({ approvers: [] }),
    codes: ["unapproved"],
  },
  {
    fear: "what was approved may be changed afterwards",
    evidence: withApprovals(approved(BOB, THEN)),
    options,
    codes: ["approval-void"],
  },
  {
    fear: "an older approval outlives a newer one of another text",
    evidence: withApprovals(approved(BOB, THEN, TUESDAY), approved(BOB, NOW, MONDAY)),
    options,
    codes: ["approval-void"],
  },
  {
    fear: "a newer approval does not mend an older one",
    evidence: withApprovals(approved(BOB, NOW, TUESDAY), approved(BOB, THEN, MONDAY)),
    options,
    codes: ["approved"],
  },
  {
    fear: "an author approves their own work",
    evidence: withApprovals(approved(ADA)),
    options,
    codes: ["self-approved"],
  },
  {
    fear: "whoever commits the work under another one's name approves it",
    evidence: naming(
      found(remote({ approvals: [approved(BOB)] })),
      ADA,
      commits({ ...commit(), committer: BOB }),
    ),
    options,
    codes: ["self-approved"],
  },
  {
    fear: "whoever is named as co-author approves the work",
    evidence: naming(
      found(remote({ approvals: [approved(BOB)] })),
      ADA,
      commits(commit({ message: "Work (TASK-7)\n\nCO-AUTHORED-BY: Bob <BOB@example.test>\n" })),
    ),
    options,
    codes: ["self-approved"],
  },
  {
    fear: "a forge that commits what people merge is a person of its own",
    evidence: naming(
      found(remote({ approvals: [approved(SHY)] })),
      ADA,
      commits({ ...commit(), committer: { name: "GitHub", email: "noreply@github.com" } }),
    ),
    options: asking({}, { people: { "ada@example.test": ["1"] } }),
    codes: ["approved"],
  },
  {
    fear: "an author's own approval takes another's away",
    evidence: withApprovals(approved(BOB), approved(ADA, THEN, TUESDAY)),
    options,
    codes: ["approved"],
  },
  {
    fear: "whoever opens the pull request approves it",
    evidence: naming(found(remote({ approvals: [approved(BOB)] })), ADA, {
      ...pullRequest(commit()),
      author: { name: "bob", email: "", account: "2" },
    }),
    options,
    codes: ["self-approved"],
  },
  {
    fear: "an author of another commit of the pull request approves it",
    evidence: naming(
      found(remote({ approvals: [approved(BOB)] })),
      ADA,
      pullRequest(commit(), commit({ author: BOB })),
    ),
    options,
    codes: ["self-approved", "no-reference"],
  },
];

/** The same by an author whom `people` does not list, and whose address GitHub gave to account 1. */
function byUnlisted(given: readonly Approval[], email = "1+ada@users.noreply.github.com"): Evidence {
  const url = "https://github.com/acme/shop/issues/7";
  return naming(found(remote({ approvals: given, url })), { name: "Ada", email });
}

const doubts: readonly Line[] = [
  {
    fear: "an account that may be the author's approves",
    evidence: byUnlisted([approved(SHY)]),
    options,
    codes: ["approver-unknown"],
  },
  {
    fear: "an author whose account is listed under another address is somebody else",
    evidence: withApprovals(approved(SHY)),
    options: asking({}, { people: { "cy@example.test": ["557058:CY"] } }),
    codes: ["approver-unknown"],
  },
  {
    fear: "an account that people tells from the author stays in doubt",
    evidence: withApprovals(approved(SHY)),
    options: asking({}, { people: { "ada@example.test": ["1"], "cy@example.test": ["557058:CY"] } }),
    codes: ["approved"],
  },
  {
    fear: "a login of a forge, which another account may have borne then, tells people apart",
    evidence: byUnlisted([approved(BOB)], "ada@users.noreply.github.com"),
    options,
    codes: ["approver-unknown"],
  },
  {
    fear: "an account that people calls the author's approves",
    evidence: withApprovals(approved(SHY)),
    options: asking({}, { people: { "ada@example.test": ["557058:cy"] } }),
    codes: ["self-approved"],
  },
  {
    fear: "a doubtful approval of the same text hides a sure one",
    evidence: byUnlisted([approved(BOB), approved(SHY, NOW, TUESDAY)]),
    options,
    codes: ["approved"],
  },
  {
    fear: "a doubtful approval of another text is passed over",
    evidence: byUnlisted([approved(BOB), approved(SHY, THEN, TUESDAY)]),
    options,
    codes: ["approver-unknown"],
  },
  {
    fear: "a doubtful approval is excused for being void",
    evidence: byUnlisted([approved(SHY, THEN)]),
    options,
    codes: ["approval-void"],
  },
  {
    fear: "whoever calls themselves an address, or like a listed person, is somebody else than the author",
    evidence: withApprovals(approved({ ...SHY, name: "Bob @ work" }), approved({ ...SHY, name: "2" })),
    options: asking({}, { people: { "bob@example.test": ["2"] } }),
    codes: ["approver-unknown"],
  },
  {
    fear: "a second address of the author makes them two people",
    evidence: withApprovals(approved(BOB)),
    options: asking({}, { people: {} }),
    codes: ["approver-unknown"],
  },
  {
    fear: "a commit that tells no address is nobody's",
    evidence: naming(found(remote({ approvals: [approved(BOB)] })), { name: "", email: "" }),
    options,
    codes: ["approver-unknown"],
  },
  {
    fear: "approvals that nobody asked for are none",
    evidence: naming(found(remote())),
    options,
    codes: ["approval-untold"],
  },
  {
    fear: "approvals that can't be read are none",
    evidence: naming(found(remote({ approvals: [], untold: ["approvals"], untoldWhy: "It is silent." }))),
    options,
    codes: ["approval-untold"],
  },
  {
    fear: "what can't be read spoils what was read",
    evidence: naming(found(remote({ approvals: [approved(BOB)], untold: ["approvals"] }))),
    options,
    codes: ["approved"],
  },
  {
    fear: "a file proves who approved it",
    evidence: naming(found(ticket("TASK-7"))),
    options,
    codes: ["approval-of-task"],
  },
  {
    fear: "allow: a task of this very change needs nobody's approval",
    evidence: naming(lookup("TASK-7", { status: "claimed", ticket: ticket("TASK-7") })),
    options: { authorise: { new_tasks: "allow", approval: { approvers: ["bob"] } } },
    codes: ["approval-of-task"],
  },
];

/** What ticket-authorised has to say of approvals by comments. */
export const approvalLines: readonly Line[] = [...comments, ...doubts];

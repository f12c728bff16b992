import { describe, expect, test } from "vitest";
import type { Evidence } from "../../src/core/evidence.ts";
import type { Person, Ticket } from "../../src/core/ticket.ts";
import { authorIsAssignee } from "../../src/rules/author-is-assignee.ts";
import {
  AT,
  commit,
  commits,
  edit,
  evidence,
  facts,
  found,
  lookup,
  message,
  reference,
  snapshot,
  ticket,
} from "./evidence.ts";
import { answers, expectEveryCode, expectLine, type Line } from "./table.ts";

const ADA = { name: "Ada", email: "ada@example.test" };
const BOB = { name: "Bob", email: "bob@example.test" };
/** As Jira Cloud shows a person who hides the address. */
const SHY = { name: "Ada L.", email: "", account: "557058:ada" };

function assigned(assignees: readonly Person[], given: Partial<Ticket> = {}): Ticket {
  return ticket("TASK-7", "open", { assignees, ...given });
}

function by(author: Person, lookups: Evidence["lookups"], given: Partial<Evidence> = {}): Evidence {
  const ids = Object.keys(lookups).map((key) => key.slice("tasks:".length));
  return evidence({
    change: commits(commit({ author })),
    at: AT,
    facts: [facts()],
    tasks: [],
    references: ids.map((id) => reference(id)),
    lookups,
    ...given,
  });
}

const people = { "ADA@example.test": ["557058:ADA", "ada-l", "Ada Lovelace"] };
const noreply = (email: string) => ({ name: "Ada", email });
const onGithub = { url: "https://github.com/o/r/issues/7" };

const table: readonly Line[] = [
  { fear: "an assignee is refused", evidence: by(ADA, found(assigned([ADA]))), codes: ["assigned"] },
  {
    fear: "the second of two assignees is refused",
    evidence: by(ADA, found(assigned([BOB, ADA]))),
    codes: ["assigned"],
  },
  {
    fear: "an address in capitals is another",
    evidence: by({ ...ADA, email: "Ada@Example.TEST" }, found(assigned([ADA]))),
    codes: ["assigned"],
  },
  {
    fear: "anybody may work under it",
    evidence: by(BOB, found(assigned([ADA]))),
    options: { people },
    codes: ["not-assigned"],
  },
  {
    fear: "an address that nobody listed takes somebody else's ticket",
    evidence: by(BOB, found(assigned([ADA]))),
    codes: ["not-assigned"],
  },
  {
    fear: "a display name that is listed, or looks like an address, is surely somebody else",
    evidence: by(
      BOB,
      found(
        assigned([
          { name: "Ada Lovelace", email: "" },
          { name: "B @ work", email: "" },
        ]),
      ),
    ),
    options: { people },
    codes: ["assignee-unknown"],
  },
  {
    fear: "where nobody tells which forge it is, its address for commits is a stranger's",
    evidence: by(
      noreply("41+ada-l@users.noreply.github.com"),
      found(assigned([{ name: "ada-l", email: "", account: "41", login: "ada-l" }], { url: null })),
    ),
    options: { people },
    codes: ["assignee-unknown"],
  },
  { fear: "nobody's ticket is everybody's", evidence: by(ADA, found(assigned([]))), codes: ["unassigned"] },
  {
    fear: "a tracker without assignees assigns to nobody",
    evidence: by(ADA, found(assigned([], { untold: ["assignees"] }))),
    codes: ["assignees-untold"],
  },
  {
    fear: "a git name is taken for the account of that name",
    evidence: by({ ...BOB, name: "Ada L." }, found(assigned([SHY]))),
    codes: ["assignee-unknown"],
  },
  {
    fear: "the policy's accounts count for nothing",
    evidence: by(ADA, found(assigned([SHY]))),
    options: { people },
    codes: ["assigned"],
  },
  {
    fear: "a display name of the policy counts for nothing",
    evidence: by(ADA, found(assigned([{ name: "ada lovelace", email: "" }]))),
    options: { people },
    codes: ["assigned"],
  },
  {
    fear: "a task file's @login is another person",
    evidence: by(ADA, found(assigned([{ name: "@ada-l", email: "" }]))),
    options: { people },
    codes: ["assigned"],
  },
  {
    fear: "an account that the policy knows as somebody else's may be anybody's",
    evidence: by(BOB, found(assigned([SHY]))),
    options: { people },
    codes: ["not-assigned"],
  },
  {
    fear: "an author whom the policy knows may be any account",
    evidence: by(ADA, found(assigned([{ name: "Zed", email: "", account: "9" }]))),
    options: { people },
    codes: ["not-assigned"],
  },
  {
    fear: "an empty address is the empty address of an account",
    evidence: by({ name: "Ada", email: "" }, found(assigned([SHY]))),
    codes: ["no-author"],
  },
  {
    fear: "the .mailmap of the trusted tree is passed by",
    evidence: by({ name: "A", email: "a@home.test" }, found(assigned([ADA])), {
      authors: { "A <a@home.test>": ADA },
    }),
    codes: ["assigned"],
  },
  {
    fear: "GitHub's own address for commits is a stranger's",
    evidence: by(
      noreply("41+ada@users.noreply.github.com"),
      found(assigned([{ name: "ada-new", email: "", account: "41" }], onGithub)),
    ),
    codes: ["assigned"],
  },
  {
    fear: "whoever takes over a login takes over its tickets",
    evidence: by(
      noreply("41+ada@users.noreply.github.com"),
      found(assigned([{ name: "ada", email: "", account: "42" }], onGithub)),
    ),
    codes: ["assignee-unknown"],
  },
  {
    fear: "an old address of GitHub's, without a number, is a stranger's",
    evidence: by(
      noreply("ada@users.noreply.github.com"),
      found(assigned([{ name: "Ada", email: "", account: "41" }], onGithub)),
    ),
    codes: ["assigned"],
  },
  {
    fear: "GitHub's address names an account of another tracker",
    evidence: by(
      noreply("41+ada@users.noreply.github.com"),
      found(assigned([{ name: "ada", email: "", account: "41" }], { url: "https://jira.test/browse/P-1" })),
    ),
    codes: ["assignee-unknown"],
  },
  {
    fear: "GitLab's own address for commits is a stranger's",
    evidence: by(
      noreply("41-ada@users.noreply.gitlab.com"),
      found(
        assigned([{ name: "Ada", email: "", account: "41" }], { url: "https://gitlab.com/o/r/-/issues/7" }),
      ),
    ),
    codes: ["assigned"],
  },
  {
    fear: "an author gives themselves the task in the change itself",
    evidence: by(BOB, found(assigned([BOB])), {
      tasks: [edit(snapshot(assigned([ADA])), snapshot(assigned([BOB])))],
    }),
    options: { people },
    codes: ["not-assigned"],
  },
  {
    fear: "a message that is being written is anybody's",
    evidence: by(BOB, found(assigned([BOB])), { change: message("x") }),
    options: { people },
    codes: ["not-assigned"],
  },
  {
    fear: "a finished ticket is complained of again",
    evidence: by(ADA, found(ticket("TASK-7", "done", { assignees: [BOB] }))),
    codes: ["nothing-authorises"],
  },
  {
    fear: "an outage is a pass",
    evidence: by(ADA, lookup("TASK-7", { status: "unavailable", detail: "timeout" })),
    codes: ["not-known"],
  },
  {
    fear: "any: somebody else's ticket beside the author's own blocks",
    evidence: by(ADA, found(assigned([BOB]), ticket("TASK-8", "open", { assignees: [ADA] }))),
    codes: ["not-decisive", "assigned"],
  },
  {
    fear: "all: somebody else's ticket beside the author's own passes",
    evidence: by(ADA, found(assigned([BOB]), ticket("TASK-8", "open", { assignees: [ADA] }))),
    options: { people, terms: { references: { need: "all" } } },
    codes: ["not-assigned", "assigned"],
  },
];

describe("author-is-assignee", () => {
  test.each(table)("$fear", (line) => expectLine(authorIsAssignee, line));
  test("the table meets every code", () => expectEveryCode(authorIsAssignee, table));

  test("a fail does not say whose ticket it is, or tells people's addresses", () => {
    const [finding] = answers(authorIsAssignee, by(ADA, found(assigned([BOB, SHY]))), { people: {} });
    expect(finding?.args).toMatchObject({ assignees: "Bob, Ada L.", author: "Ada" });
  });
});

import { describe, expect, test } from "vitest";
import type { Evidence } from "../../src/core/evidence.ts";
import type { Past, Person, StateCategory, StateSpan, Ticket } from "../../src/core/ticket.ts";
import { authoriserIsNotAuthor } from "../../src/rules/authoriser-is-not-author.ts";
import { ADA, asking, BOB, PEOPLE, remote, SHY } from "./approval-lines.ts";
import { commit, commits, evidence, facts, found, lookup, reference, ticket } from "./evidence.ts";
import { answers, expectEveryCode, expectLine, type Line } from "./table.ts";

const MADE = "2026-02-01T00:00:00Z";

/** Spans that follow upon each other, a day each; the last goes on. */
function past(...states: readonly (readonly [StateCategory, Person | null])[]): Past {
  const day = (at: number) => `2026-02-${String(at + 1).padStart(2, "0")}T00:00:00Z`;
  const spans = states.map(
    ([category, by], at): StateSpan => ({
      from: day(at),
      until: at === states.length - 1 ? null : day(at + 1),
      state: { name: category, category },
      by,
    }),
  );
  return { status: "told", spans };
}

function naming(lookups: Evidence["lookups"], given: Pick<Evidence, "decided"> = {}): Evidence {
  return evidence({
    ...given,
    change: commits(commit()),
    facts: [facts()],
    tasks: [],
    references: Object.keys(lookups).map((key) => reference(key.slice("tasks:".length))),
    lookups,
  });
}

function seven(given: Partial<Ticket>): Evidence {
  return naming(found(remote({ createdAt: MADE, ...given })));
}

const snapshot = remote().snapshot;
const approvals =
  snapshot === undefined
    ? []
    : [{ by: BOB, at: "2026-02-20T00:00:00Z", of: { kind: "comment", snapshot } } as const];

const table: readonly Line[] = [
  {
    fear: "the ticket of somebody else is refused",
    evidence: seven({ createdBy: BOB, past: past(["open", null]) }),
    codes: ["authorised-by-other"],
  },
  {
    fear: "whoever opens a ticket may work on it alone",
    evidence: seven({ createdBy: ADA, past: past(["open", null]) }),
    codes: ["self-authorised"],
  },
  {
    fear: "beginning the work takes the authority away from whoever gave it",
    evidence: seven({ createdBy: BOB, past: past(["open", null], ["in_progress", ADA]) }),
    codes: ["authorised-by-other"],
  },
  {
    fear: "reopening a finished ticket is somebody else's decision",
    evidence: seven({ createdBy: BOB, past: past(["open", null], ["done", BOB], ["open", ADA]) }),
    codes: ["self-authorised"],
  },
  {
    fear: "a ticket that somebody else reopened is still the author's alone",
    evidence: seven({ createdBy: ADA, past: past(["open", null], ["done", ADA], ["open", BOB]) }),
    codes: ["authorised-by-other"],
  },
  {
    fear: "a gap between two spans is no end",
    evidence: seven({
      createdBy: BOB,
      past: {
        status: "told",
        spans: [
          { from: "2026-02-01T00:00:00Z", until: "2026-02-02T00:00:00Z", state: open(), by: null },
          { from: "2026-02-03T00:00:00Z", until: null, state: open(), by: ADA },
        ],
      },
    }),
    codes: ["self-authorised"],
  },
  {
    fear: "an approval by somebody else leaves the author alone",
    evidence: seven({ createdBy: ADA, past: past(["open", null]), approvals }),
    options: { terms: asking() },
    codes: ["authorised-by-other"],
  },
  {
    fear: "whoever took a stranger's ticket up is forgotten",
    evidence: seven({
      createdBy: ADA,
      past: past(["open", null]),
      origin: { outsider: true, vouchers: [BOB] },
    }),
    codes: ["authorised-by-other"],
  },
  {
    fear: "a stranger's second account authorises the work of the one who took the ticket up",
    evidence: seven({
      createdBy: BOB,
      past: past(["open", null]),
      origin: { outsider: true, vouchers: [ADA] },
    }),
    codes: ["self-authorised"],
  },
  {
    fear: "a program that reopens the author's ticket is somebody else",
    evidence: seven({
      createdBy: ADA,
      past: past(["open", null], ["done", ADA], ["open", { ...BOB, isBot: true }]),
    }),
    codes: ["authoriser-untold"],
  },
  {
    fear: "a commit is dated to the time at which somebody else had opened the ticket",
    evidence: naming(
      found(
        remote({
          createdAt: MADE,
          createdBy: BOB,
          past: past(["open", null], ["done", ADA], ["open", ADA]),
        }),
      ),
      { decided: { at: "2026-02-01T12:00:00Z", atSource: "committer-date" } },
    ),
    options: { terms: { people: PEOPLE, authorise: { decision_time: "recorded" } } },
    codes: ["authoriser-untold"],
  },
  {
    fear: "an account that may be the author's is somebody else's",
    evidence: seven({ createdBy: SHY, past: past(["open", null]) }),
    options: { terms: { people: { "cy@example.test": ["557058:cy"] } } },
    codes: ["authoriser-unknown"],
  },
  {
    fear: "a past that nobody tells is somebody else's",
    evidence: seven({ createdBy: BOB, past: { status: "untold", detail: "It keeps none." } }),
    codes: ["authoriser-untold"],
  },
  { fear: "a past that nobody asked for passes", evidence: seven({}), codes: ["authoriser-untold"] },
  {
    fear: "a past without a state that allows work passes",
    evidence: seven({ past: past(["done", BOB]) }),
    codes: ["authoriser-untold"],
  },
  {
    fear: "a mover who is not told is its creator",
    evidence: seven({ createdBy: BOB, past: past(["done", null], ["open", null]) }),
    codes: ["authoriser-untold"],
  },
  {
    fear: "whoever reopens a ticket later authorised what was done before",
    evidence: naming(
      found(
        remote({
          createdAt: MADE,
          createdBy: ADA,
          past: past(["open", null], ["done", ADA], ["open", BOB]),
        }),
      ),
      { decided: { at: "2026-02-01T12:00:00Z", atSource: "record" } },
    ),
    codes: ["self-authorised"],
  },
  {
    fear: "a record that begins later tells who made the ticket",
    evidence: seven({ createdAt: "2026-01-01T00:00:00Z", createdBy: BOB, past: past(["open", null]) }),
    codes: ["authoriser-untold"],
  },
  {
    fear: "a task file is asked for the account behind it",
    evidence: naming(found(ticket("TASK-7"))),
    codes: ["task-file"],
  },
  {
    fear: "a finished ticket is asked who opened it",
    evidence: naming(found(remote({ state: { name: "Done", category: "done" } }))),
    codes: ["nothing-authorises"],
  },
  {
    fear: "a ticket of which nobody knows passes",
    evidence: naming(lookup("TASK-7", { status: "unavailable", detail: "silent" })),
    codes: ["not-known"],
  },
  {
    fear: "any: the author's own ticket beside another's blocks",
    evidence: naming(
      found(
        remote({ createdAt: MADE, createdBy: ADA, past: past(["open", null]) }),
        remote({ id: "TASK-8", key: "TASK-8", createdAt: MADE, createdBy: BOB, past: past(["open", null]) }),
      ),
    ),
    codes: ["not-decisive", "authorised-by-other"],
  },
];

function open(): Ticket["state"] {
  return { name: "open", category: "open" };
}

describe("authoriser-is-not-author", () => {
  test.each(table)("$fear", ({ options = { terms: { people: PEOPLE } }, ...line }) =>
    expectLine(authoriserIsNotAuthor, { ...line, options }),
  );
  test("the table meets every code", () =>
    expectEveryCode(
      authoriserIsNotAuthor,
      table.map((line) => ({ options: { terms: { people: PEOPLE } }, ...line })),
    ));

  test("a hook would have to ask for the past of a ticket", () => {
    expect(authoriserIsNotAuthor.meta.on).not.toContain("commit-message");
  });

  test("a refusal does not say who", () => {
    const [finding] = answers(authoriserIsNotAuthor, seven({ createdBy: ADA, past: past(["open", null]) }));
    expect(finding?.args).toMatchObject({ ticket: "TASK-7", authoriser: "Ada (ada@example.test)" });
  });
});

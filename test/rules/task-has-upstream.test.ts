import { expect, test } from "vitest";
import { taskHasUpstream } from "../../src/rules/task-has-upstream.ts";
import { lookup, ticket } from "./evidence.ts";
import { answers, expectEveryCode, expectLine, type Line } from "./table.ts";
import { FOLLOWS, naming, task, upstream } from "./upstream.ts";

const options = { authority: "linked" };
const foreign = { remote: null, id: "ELSE-1", lastSync: null };

const table: readonly Line[] = [
  { fear: "a linked task is refused", evidence: naming([task(FOLLOWS)]), codes: ["linked"], options },
  { fear: "the thread ends in a task", evidence: naming([task(null)]), codes: ["no-upstream"], options },
  {
    fear: "a ticket of nobody's tracker passes",
    evidence: naming([task(foreign)]),
    codes: ["foreign-upstream"],
    options: { authority: "upstream" },
  },
  { fear: "silence passes for a link", evidence: naming([task()]), codes: ["not-asked"], options },
  {
    fear: "local tasks need trackers",
    evidence: naming([task(null)]),
    codes: ["authority-local"],
  },
  {
    fear: "a task that follows nothing hides the ticket that authorises",
    evidence: naming([task(null), upstream()]),
    codes: ["of-tracker", "not-decisive"],
    options,
  },
  {
    fear: "one linked task carries another where all must hold",
    evidence: naming([task(FOLLOWS), ticket("TASK-8", "open", { follows: null })]),
    codes: ["linked", "no-upstream"],
    options: { ...options, need: "all" },
  },
  {
    fear: "a task that does not exist is asked for its upstream",
    evidence: naming([task(null)], lookup("TASK-7", { status: "absent" })),
    codes: ["no-task"],
    options,
  },
  {
    fear: "a task that the change brings is let off",
    evidence: naming([task(null)], lookup("TASK-7", { status: "claimed", ticket: task(null) })),
    codes: ["no-upstream"],
    options,
  },
];

test.each(table)("$fear", (line) => expectLine(taskHasUpstream, line));
test("every code is met", () => expectEveryCode(taskHasUpstream, table));
test("a finding does not say which ticket it speaks of", () => {
  const [finding] = answers(taskHasUpstream, naming([task(FOLLOWS)]), options);
  expect(finding?.about).toMatchObject({ kind: "ticket", commit: 0, ticket: "TASK-7" });
});

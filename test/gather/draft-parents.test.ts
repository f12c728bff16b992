import { expect, test } from "vitest";
import { checkMessage } from "../../src/check.ts";
import type { Person } from "../../src/core/ticket.ts";
import { openGate } from "../../src/gate.ts";
import { PLAIN } from "../../src/history/judge.ts";
import { backlogRepository, task } from "../history/judged.ts";

const TASK_1 = "backlog/tasks/task-1 - Work-1.md";
const POLICY = `version: 1
remotes:
  tasks: { kind: markdown }
people: { ada@example.com: [ada] }
rules: { author-is-assignee: enforce, parent-authorised: enforce }
`;

/** What a hook says of a message of TASK-1, which is Ada's and part of TASK-2: objections as `rule code`. */
async function objectionsTo(author: Person, parent: string, mailmap: string | null = null) {
  const repository = backlogRepository(POLICY);
  const own = task(1, "In Progress")
    .replace("assignee: []", "assignee: ['@ada']")
    .replace("labels: []", "labels: []\nparent_task_id: TASK-2");
  repository.write(TASK_1, own);
  repository.write("backlog/tasks/task-2 - Work-2.md", task(2, parent));
  if (mailmap !== null) repository.write(".mailmap", mailmap);
  const { root, env } = repository;
  const world = { cwd: root, env, now: () => new Date("2024-01-01T00:00:00Z") };
  const gate = await openGate(world, { place: "hook" });
  const draft = { message: "Work (TASK-1)\n", branch: null, author, parents: [], paths: null, facts: PLAIN };
  const { findings } = await checkMessage(gate, draft);
  return findings
    .filter(({ outcome }) => outcome === "fail" || outcome === "unknown")
    .map(({ rule, code }) => `${rule} ${code}`);
}

const ADA = { name: "Ada", email: "ada@example.com" };
const HOME = { name: "Ada", email: "ada@home.test" };

test("a hook objects to the author's own ticket of an open parent", async () => {
  expect(await objectionsTo(ADA, "To Do")).toEqual([]);
});

test("a hook lets work go on under a parent that is done", async () => {
  expect(await objectionsTo(ADA, "Done")).toEqual(["parent-authorised parent-closed"]);
});

test("a hook knows nobody by another address", async () => {
  expect(await objectionsTo(HOME, "To Do")).toEqual(["author-is-assignee not-assigned"]);
  expect(await objectionsTo(HOME, "To Do", "<ada@example.com> <ada@home.test>\n")).toEqual([]);
});

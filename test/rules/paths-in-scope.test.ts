import { describe, expect, test } from "vitest";
import type { Evidence } from "../../src/core/evidence.ts";
import { pathsInScope } from "../../src/rules/paths-in-scope.ts";
import { commit, commits, evidence, facts, found, lookup, paths, reference, ticket } from "./evidence.ts";
import { answers, expectEveryCode, expectLine, type Line } from "./table.ts";

const GLOBS = { "src/**/*.sql": "^(?:src(?:/(?:.*/)?)[^/]*\\.sql)$" };

/** A commit of some files that names TASK-1 and TASK-2. */
function changing(names: readonly string[], lookups: Evidence["lookups"]) {
  const references = Object.keys(lookups).map((key, index) =>
    reference(key.slice("tasks:".length), { start: index * 10 }),
  );
  const change = commits(commit({ paths: paths(...names) }));
  return evidence({ change, facts: [facts()], tasks: [], globs: GLOBS, references, lookups });
}

const auth = ticket("TASK-1", "open", { affected: ["src/auth/", "src/**/*.sql", "README.md"] });
const bill = ticket("TASK-2", "open", { affected: ["src/billing"] });
const silent = ticket("TASK-3");
const finished = ticket("TASK-4", "done", { affected: ["src"] });
const down = lookup("TASK-5", { status: "unavailable", detail: "timeout" });

const table: readonly Line[] = [
  { fear: "an exact file is outside", evidence: changing(["README.md"], found(auth)), codes: ["inside"] },
  {
    fear: "a file in a named folder is outside",
    evidence: changing(["src/auth/a/b.ts"], found(auth)),
    codes: ["inside"],
  },
  { fear: "a glob is read as a name", evidence: changing(["src/x/y.sql"], found(auth)), codes: ["inside"] },
  {
    fear: "a folder that begins alike is inside",
    evidence: changing(["src/authority.ts"], found(auth)),
    codes: ["outside"],
  },
  {
    fear: "one file too many is lost among the rest",
    evidence: changing(["README.md", "a.ts", "b.ts"], found(auth)),
    codes: ["outside", "outside"],
  },
  {
    fear: "two tickets are not one scope",
    evidence: changing(["src/auth/a", "src/billing/b"], found(auth, bill)),
    codes: ["inside"],
  },
  {
    fear: "a ticket that names no files refuses all",
    evidence: changing(["a.ts"], found(silent)),
    codes: ["no-scope"],
  },
  {
    fear: "a silent ticket beside another opens every path",
    evidence: changing(["a.ts"], found(auth, silent)),
    codes: ["outside"],
  },
  {
    fear: "the task's own file is outside",
    evidence: changing(["backlog/tasks/task-1.md"], found(auth)),
    codes: ["inside"],
  },
  {
    fear: "a finished ticket lends its scope",
    evidence: changing(["src/x.ts"], found(auth, finished)),
    codes: ["outside"],
  },
  {
    fear: "nothing authorises, and the scope is complained of again",
    evidence: changing(["a.ts"], found(finished)),
    codes: ["nothing-authorises"],
  },
  {
    fear: "an outage opens every path",
    evidence: changing(["a.ts"], { ...found(auth), ...down }),
    codes: ["not-known"],
  },
  {
    fear: "an outage hides that all is inside",
    evidence: changing(["README.md"], { ...found(auth), ...down }),
    codes: ["inside"],
  },
  { fear: "an empty commit is outside", evidence: changing([], found(auth)), codes: ["no-files"] },
  {
    fear: "the changelog is outside of every ticket",
    evidence: changing(["CHANGELOG.md"], found(auth)),
    options: { also: ["CHANGELOG.md"] },
    codes: ["inside"],
  },
  {
    fear: "a ticket that climbs out of the tree covers it",
    evidence: changing(["a.ts"], found(ticket("TASK-1", "open", { affected: ["..", "/", "src/../.."] }))),
    codes: ["outside"],
  },
];

describe("paths-in-scope", () => {
  test.each(table)("$fear", (line) => expectLine(pathsInScope, line));
  test("the table meets every code", () => expectEveryCode(pathsInScope, table));

  test("the file that is outside is not named", () => {
    const [finding] = answers(pathsInScope, changing(["README.md", "a.ts"], found(auth)));
    expect(finding?.about).toEqual({ kind: "path", commit: 0, path: "a.ts" });
  });

  test("a glob among the files that always count is taken silently", () => {
    expect(() => answers(pathsInScope, changing(["a"], found(auth)), { also: ["docs/**"] })).toThrow();
  });
});

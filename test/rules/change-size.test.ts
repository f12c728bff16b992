import { describe, test } from "vitest";
import { changeSize } from "../../src/rules/change-size.ts";
import { commit, commits, evidence, facts, paths, pullRequest } from "./evidence.ts";
import { expectEveryCode, expectLine, type Line } from "./table.ts";

const of = (...names: readonly string[]) => commit({ paths: paths(...names) });
const shared = { references: [], globs: {} };
const pair = pullRequest(of("a", "b"), of("b", "c"));
const bot = facts({ exempt: { kind: "bot", account: "dependabot[bot]" } });
const hidden = { ...pullRequest(of("a")), complete: false };

const table: readonly Line[] = [
  {
    fear: "a small commit is refused",
    evidence: evidence({ ...shared, change: commits(of("a", "b")), facts: [] }),
    options: { max_files: 2 },
    codes: ["small"],
  },
  {
    fear: "a push is added up",
    evidence: evidence({ ...shared, change: commits(of("a", "b"), of("c")), facts: [] }),
    options: { max_files: 2 },
    codes: ["small", "small"],
  },
  {
    fear: "a large commit passes",
    evidence: evidence({ ...shared, change: commits(of("a", "b")), facts: [] }),
    options: { max_files: 1 },
    codes: ["too-many-files"],
  },
  {
    fear: "a file that changes twice counts twice",
    evidence: evidence({ ...shared, change: pair, facts: [] }),
    options: { max_files: 3 },
    codes: ["small"],
  },
  {
    fear: "a pull request is not added up",
    evidence: evidence({ ...shared, change: pair, facts: [] }),
    options: { max_files: 2 },
    codes: ["too-many-files"],
  },
  {
    fear: "many commits pass as few files",
    evidence: evidence({ ...shared, change: pair, facts: [] }),
    options: { max_commits: 1 },
    codes: ["too-many-commits"],
  },
  {
    fear: "a bot's commit is held against a person",
    evidence: evidence({ ...shared, change: pair, facts: [facts(), bot] }),
    options: { max_files: 2 },
    codes: ["small"],
  },
  {
    fear: "a lock file counts",
    evidence: evidence({ ...shared, change: commits(of("a", "pkg/lock.json", "gen/x/y")), facts: [] }),
    options: { max_files: 1, ignore: ["pkg/lock.json", "gen/"] },
    codes: ["small"],
  },
  {
    fear: "commits that nobody sees are small",
    evidence: evidence({ ...shared, change: hidden, facts: [] }),
    codes: ["incomplete"],
  },
  {
    fear: "paths that nobody sees are few",
    evidence: evidence({ ...shared, change: pullRequest(commit()), facts: [] }),
    codes: ["paths-unknown"],
  },
];

describe("change-size", () => {
  test.each(table)("$fear", (line) => expectLine(changeSize, line));
  test("the table meets every code", () => expectEveryCode(changeSize, table));
});

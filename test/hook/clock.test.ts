import { expect, test } from "vitest";
import { isAuthorised } from "../../src/hook/judge-draft.ts";
import { INDEX_FORMAT, type IndexHeader, SPOTS } from "../../src/store/compiled.ts";

const MINUTE = 60_000;
const MADE = Date.parse("2026-01-01T00:00:00Z");

test.each([
  ["while its answer is fresh", MADE + MINUTE, true],
  ["when its time is over", MADE + 11 * MINUTE, false],
  ["when the clock was set back a day", MADE - 24 * 60 * MINUTE, false],
])("a tracker's ticket is not accepted by the index as it should be %s", (_, now, accepted) => {
  const header: IndexHeader = {
    format: INDEX_FORMAT,
    version: "",
    root: "/",
    gitDir: "/.git",
    env: { HOME: null, XDG_CONFIG_HOME: null },
    slow: null,
    settled: true,
    law: "",
    spots: SPOTS,
    scan: { jira: ["PROJ"] },
    trailer: "Refs",
    freeBranches: null,
    comment: "#",
    configs: [],
    sources: [],
    ways: [],
    freshMs: 10 * MINUTE,
    rows: { count: 1, bytes: 0, blocks: [] },
  };
  const row = {
    key: "jira:PROJ-1",
    authorised: true,
    print: "-",
    validUntil: MADE + 10 * MINUTE,
    path: null,
  };
  const index = { header, find: () => row, close: () => undefined };
  expect(isAuthorised({ raw: "Do it (PROJ-1)\n", branch: null, index, root: "/", now })).toBe(accepted);
});

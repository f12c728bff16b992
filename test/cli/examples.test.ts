import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { workTree } from "../../src/git/tree.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { rules } from "../../src/rules/index.ts";
import { openTasks } from "../../src/tasks/store.ts";

const root = fileURLToPath(new URL("../../examples/", import.meta.url));
const names = readdirSync(root, { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  .sort();

async function law(name: string) {
  const tree = workTree(`${root}${name}`);
  const tasks = await openTasks(tree);
  const detected = {
    originUrl: null,
    tasks: tasks.backlogs.length === 0 ? null : { prefixes: tasks.prefixes },
  };
  return loadPolicy({ tree, place: "ci", detected, rules, today: "2026-11-22" });
}

describe("an example that is copied works", () => {
  test.each(names)(
    "%s has a policy without a problem, and a README that names its commands",
    async (name) => {
      const { sources, remotes } = await law(name);
      expect(sources).toEqual(["golden-thread.yml"]);
      expect(remotes).toHaveLength(1);
      expect(readFileSync(`${root}${name}/README.md`, "utf8")).toContain("golden-thread ");
    },
  );
});

test("there is one for each kind of tracker that is promised", () => {
  expect(names).toEqual([
    "azure-devops",
    "clickup",
    "github",
    "gitlab",
    "jira",
    "linear",
    "markdown-tasks",
    "notion",
  ]);
});

test.each([
  ["ledger-refresh.yml", { contents: "write" }],
  ["ledger-refresh-keyless.yml", { contents: "write", "id-token": "write" }],
])("%s may write the ledger, and nothing else", (name, permissions) => {
  expect(parse(readFileSync(`${root}${name}`, "utf8")).jobs.ledger.permissions).toEqual(permissions);
});

test("what records may push, and write nothing else", () => {
  const { record } = parse(readFileSync(`${root}record.yml`, "utf8")).jobs;
  const told = { contents: "write", issues: "read", "pull-requests": "read" };
  expect(record.permissions).toEqual(told);
});

test("the tasks of the demo are one in progress, one done, one archived", async () => {
  const tasks = await openTasks(workTree(`${root}markdown-tasks`));
  const all = await tasks.all();
  expect(all.map(({ id, state, archived }) => [id, state.category, archived])).toEqual([
    ["TASK-1", "in_progress", false],
    ["TASK-2", "done", false],
    ["TASK-3", "open", true],
  ]);
});

import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findBacklogs } from "../../src/tasks/dialects.ts";
import { taskText, treeOf } from "./samples.ts";

const CONFIG = "project_name: demo\n";

/** Dialect, folder and configuration of what is found. */
async function found(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const backlogs = await findBacklogs(treeOf(files).tree);
  return backlogs.map(({ dialect, folder, configFile }) => `${dialect} ${folder} ${configFile}`);
}

describe("a backlog is found where its own tool would find it, and nowhere else", () => {
  test.each([
    ["nothing", { "src/a.ts": "" }, []],
    ["a bare folder without tasks", { "backlog/notes.md": "x" }, []],
    ["a bare folder", { "backlog/tasks/task-1 - a.md": "" }, ["backlog.md backlog null"]],
    ["a bare hidden folder", { ".backlog/drafts/draft-1 - a.md": "" }, ["backlog.md .backlog null"]],
    [
      "both bare folders",
      { "backlog/tasks/task-1 - a.md": "", ".backlog/tasks/task-1 - a.md": "" },
      ["backlog.md backlog null"],
    ],
    ["config.yml", { "backlog/config.yml": CONFIG }, ["backlog.md backlog backlog/config.yml"]],
    ["config.yaml", { ".backlog/config.yaml": CONFIG }, ["backlog.md .backlog .backlog/config.yaml"]],
    [
      "a configured folder before a hidden one",
      { "backlog/config.yaml": CONFIG, ".backlog/config.yml": CONFIG },
      ["backlog.md backlog backlog/config.yaml"],
    ],
    [
      "a configured hidden folder before a bare one with its own",
      {
        ".backlog/config.yml": CONFIG,
        ".backlog/tasks/task-1 - a.md": "",
        "backlog/tasks/task-2 - b.md": "",
      },
      ["backlog.md .backlog .backlog/config.yml"],
    ],
    [
      "a hidden configuration with the tasks next door",
      { ".backlog/config.yml": "remotes:\n  github:\n    enabled: true\n", "backlog/tasks/TASK-001.md": "" },
      ["backlog.md backlog .backlog/config.yml"],
    ],
    [
      "the root file first",
      { "backlog.config.yml": `${CONFIG}backlog_directory: work/items\n`, "backlog/config.yml": CONFIG },
      ["backlog.md work/items backlog.config.yml"],
    ],
    [
      "the root file without a project name is not the root file",
      { "backlog.config.yml": "backlog_directory: x\n", "backlog/config.yml": CONFIG },
      ["backlog.md backlog backlog/config.yml"],
    ],
    [
      "the root file without a directory",
      { "backlog.config.yml": CONFIG, ".backlog/tasks/task-1 - a.md": "" },
      ["backlog.md .backlog backlog.config.yml"],
    ],
    ["toolkit data", { "backlog/data/pending/FEAT-001.md": "" }, ["toolkit backlog/data null"]],
    ["toolkit data, all completed", { "backlog/data/completed/x.md": "" }, ["toolkit backlog/data null"]],
    [
      "toolkit configuration",
      { "backlog.config.json": '{"backlog":{"dataDir":"./work/tickets/"}}' },
      ["toolkit work/tickets backlog.config.json"],
    ],
    [
      "both dialects in one folder",
      { "backlog/tasks/task-1 - a.md": "", "backlog/data/pending/BUG-001.md": "" },
      ["backlog.md backlog null", "toolkit backlog/data null"],
    ],
    [
      "both configured",
      { "backlog/config.yml": CONFIG, "backlog.config.json": "{}", "backlog/data/pending/BUG-001.md": "" },
      ["backlog.md backlog backlog/config.yml", "toolkit backlog/data backlog.config.json"],
    ],
  ])("%s", async (_, files, expected) => {
    expect(await found(files)).toEqual(expected);
  });
});

describe("a configuration can't lead out of the tree, nor stop the gate", () => {
  test.each([
    ["a root directory above", { "backlog.config.yml": `${CONFIG}backlog_directory: ../other\n` }, "backlog"],
    ["an absolute one", { "backlog.config.yml": `${CONFIG}backlog_directory: /etc\n` }, "backlog"],
    ["a drive", { "backlog.config.yml": `${CONFIG}backlog_directory: 'C:\\x'\n` }, "backlog"],
    ["a data folder above", { "backlog.config.json": '{"backlog":{"dataDir":"a/../../b"}}' }, "backlog/data"],
    ["an absolute data folder", { "backlog.config.json": '{"backlog":{"dataDir":"/tmp"}}' }, "backlog/data"],
    ["YAML that is none", { "backlog/config.yml": "statuses: [a\n" }, "backlog"],
    ["a YAML bomb", { "backlog/config.yml": "a: &a [x]\nb: [*a, *a]\n" }, "backlog"],
    ["a huge configuration", { "backlog/config.yml": `a: ${"x".repeat(1 << 20)}` }, "backlog"],
    ["JSON that is none", { "backlog.config.json": "{" }, "backlog/data"],
    ["a huge JSON file", { "backlog.config.json": " ".repeat(2 << 20) }, "backlog/data"],
  ])("%s is a problem, and the default stands in", async (_, files, folder) => {
    const [backlog] = await findBacklogs(treeOf(files).tree);
    expect(backlog?.folder).toBe(folder);
    expect(backlog?.problems.map(({ code }) => code)).toEqual(["config-invalid"]);
  });

  test.each(["[]", "null", "1", '{"backlog":[]}', '{"backlog":{"dataDir":7}}'])(
    "JSON of another shape: %s",
    async (json) => {
      const [backlog] = await findBacklogs(treeOf({ "backlog.config.json": json }).tree);
      expect(backlog?.folder).toBe("backlog/data");
      expect(backlog?.prefixes).toEqual(["TASK", "BUG", "FEAT", "IDEA"]);
    },
  );

  test("a folder that is a symbolic link holds nothing", async () => {
    const outside = treeOf({ "tasks/task-1 - a.md": taskText("TASK-1"), "config.yml": CONFIG });
    const inside = treeOf({ "README.md": "" });
    symlinkSync(outside.root, join(inside.root, "backlog"));
    expect(await findBacklogs(inside.tree)).toEqual([]);
  });
});

describe("what the configuration says is taken from its own keys", () => {
  test("prefix and statuses; a key of the same name deeper down is another key", async () => {
    const config = [
      'project_name: "demo"',
      "remotes:",
      "  github:",
      "    task_prefix: evil",
      "    statuses: [Anything]",
      "task_prefix: back",
      'statuses: ["To Do", "Doing", "Done"]',
      "default_assignee: @sam",
      "onStatusChange: 'rm -rf /'",
    ].join("\r\n");
    const [backlog] = await findBacklogs(treeOf({ "backlog/config.yml": config }).tree);
    expect(backlog).toMatchObject({ prefixes: ["BACK"], statuses: ["To Do", "Doing", "Done"], problems: [] });
  });

  test.each(["ta-sk", "", "'1'", "[a]"])("a prefix that is none leaves the default: %s", async (prefix) => {
    const files = { "backlog/config.yml": `${CONFIG}task_prefix: ${prefix}\n` };
    const [backlog] = await findBacklogs(treeOf(files).tree);
    expect(backlog).toMatchObject({ prefixes: ["TASK"], statuses: ["To Do", "In Progress", "Done"] });
  });

  test("the toolkit's prefixes", async () => {
    const json = JSON.stringify({
      backlog: { dataDir: "backlog/data", ticketPrefixes: ["feat", "SEC", 7, "a b"] },
    });
    const [backlog] = await findBacklogs(treeOf({ "backlog.config.json": json }).tree);
    expect(backlog?.prefixes).toEqual(["FEAT", "SEC"]);
  });
});

import { describe, expect, test } from "vitest";
import { z } from "zod";
import { treeProviders } from "../../src/providers/index.ts";
import { taskText, treeOf } from "../tasks/samples.ts";
import { contract } from "./tree-contract.ts";

const FILES = {
  "backlog/config.yml": "project_name: demo\n",
  "backlog/tasks/task-1 - first.md": taskText(
    "TASK-1",
    "status: To Do\ntype: bug\nlabels: [auth]\nassignee: [@sam]",
  ),
  "backlog/tasks/task-2 - second.md": taskText("TASK-2", "status: In Progress\nmodified_files: [src/a.ts]"),
  "backlog/tasks/task-3 - third.md": taskText("TASK-3", "status: Done"),
  "backlog/tasks/task-4 - fourth.md": taskText("TASK-4", "status: Cancelled"),
  "backlog/tasks/task-5 - fifth.md": taskText("TASK-5", "status: Waiting for the moon"),
  "backlog/tasks/task-6 - broken.md": "---js\n---\n",
  "backlog/tasks/task-7 - one.md": taskText("TASK-7", "status: To Do"),
  "backlog/tasks/task-7 - two.md": taskText("TASK-7", "status: Done"),
  "backlog/archive/tasks/task-8 - gone.md": taskText("TASK-8"),
  "backlog/drafts/draft-9 - perhaps.md": taskText("DRAFT-9"),
  "backlog/data/pending/FEAT-001-x.md": "---\nid: FEAT-001\ntitle: Export\nstatus: pending\n---\n",
};

contract({
  kind: "markdown",
  settings: { kind: "markdown" },
  open: async () => treeOf(FILES),
  found: {
    "TASK-1": {
      key: "TASK-1",
      title: "About TASK-1",
      type: { name: "bug", category: "bug" },
      labels: ["auth"],
      assignees: [{ name: "sam", email: "" }],
      path: "backlog/tasks/task-1 - first.md",
    },
    "TASK-2": { affected: ["src/a.ts"] },
    "FEAT-1": { key: "FEAT-001", type: { name: "feat", category: "feature" } },
  },
  states: { open: "TASK-1", in_progress: "TASK-2", done: "TASK-3", canceled: "TASK-4", unknown: "DRAFT-9" },
  archived: "TASK-8",
  absent: "TASK-99",
  unavailable: { "TASK-6": "fence-invalid", "TASK-7": "id-duplicate" },
});

describe("a policy can say what a status means", () => {
  test("its map outranks names and places", async () => {
    const provider = await treeProviders.markdown?.();
    const settings = provider
      ?.settings(z)
      .parse({ kind: "markdown", status_map: { open: ["waiting for the moon"] } });
    const source = provider?.connect("tasks", settings ?? {}, treeOf(FILES));
    const lookup = (await source?.many(["TASK-5"]))?.get("TASK-5");
    expect(lookup).toMatchObject({ ticket: { state: { name: "Waiting for the moon", category: "open" } } });
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { afterAll, expect, test } from "vitest";
import { workTree } from "../../src/git/tree.ts";
import { readBlock } from "../../src/specs/block.ts";
import { openTasks } from "../../src/tasks/store.ts";
import { connect } from "../servers/connect.ts";
import { startJiraServer } from "../servers/jira/index.ts";
import { said, type ThreadScene, threadScene } from "./thread-scene.ts";

let open: ThreadScene | null = null;
afterAll(async () => {
  await open?.close();
});

const TITLE = "Pay\u202Ecod.exe <!-- golden-thread:spec:end --> Closes #1 @everyone \u001b[2Jnow";
const DESCRIPTION = `Text <script>alert(1)</script> and [here](javascript:alert(2)).

<!-- golden-thread:spec:begin v=1 sha256=${"0".repeat(64)} -->
<!-- SECTION:DESCRIPTION:END -->

## Acceptance Criteria
<!-- AC:BEGIN -->
- [x] #1 Everything is approved
<!-- AC:END -->

---
id: TASK-99
status: Done
---

Closes #1, fixes acme/shop#2. Ask @acme/admins.

Signed-off-by: Grace <grace@example.test>
Approved-by: Grace <grace@example.test>

${"A very long line of no use to anybody. ".repeat(800)}
`;

/** What would act, wherever it stands. */
const NEVER = /<script|\]\(\s*javascript:|[\u202A-\u202E\u2066-\u2069]|\u001b/i;

test("a hostile ticket acts in the task file, in the pull request's body or at the terminal", async () => {
  const jira = await startJiraServer({ flavour: "cloud" });
  jira.move("PROJ-7", "In Progress");
  const tracker = await connect(jira);
  await tracker.edit("PROJ-7", { title: TITLE, description: DESCRIPTION });
  open = await threadScene({
    tracker: jira,
    task: null,
    policy: "spec: { required: true, min_criteria: 0 }\n",
  });
  const { scene, json, commit, forge } = open;
  const pulled = await scene.golden("remote", "pull", "PROJ-7");
  expect(pulled.code).toBe(0);
  expect(said(pulled)).not.toMatch(NEVER);

  const folder = join(scene.root, "backlog/tasks");
  const [name = ""] = readdirSync(folder);
  expect(name).toMatch(/^task-1 - [\w.-]+\.md$/);
  const file = readFileSync(join(folder, name), "utf8");
  expect(file).not.toMatch(NEVER);
  const tasks = await openTasks(workTree(scene.root));
  expect(await tasks.all()).toMatchObject([{ id: "TASK-1", state: { category: "in_progress" } }]);
  expect(await tasks.problems()).toEqual([]);
  for (const marker of ["SECTION:DESCRIPTION:END", "AC:BEGIN"])
    expect(file.split(`<!-- ${marker} -->`).length - 1).toBeLessThanOrEqual(1);
  expect(file.slice(file.indexOf("## Description"))).not.toContain("golden-thread:spec");

  await commit("Work on it (TASK-1)");
  const shown = await scene.golden("remote", "pr", "TASK-1", "--push", "--dry-run");
  expect([shown.code, said(shown).replace(/\u001b\[\d*m/g, "")]).toEqual([
    0,
    expect.not.stringMatching(NEVER),
  ]);
  const { number } = await json("remote", "pr", "TASK-1", "--push", "--yes");
  const { body = "", title = "" } = forge.pulls.get(Number(number)) ?? {};
  expect(title).not.toMatch(NEVER);
  expect(title).toContain('Closes "#1"');
  expect(body).not.toMatch(NEVER);
  const reading = readBlock(body);
  expect(reading).toMatchObject({ status: "found", isIntact: true, entries: [{ key: "PROJ-7" }] });
  const inner = reading.status === "found" ? reading.inner : "";
  expect(inner).not.toMatch(/(?:closes|fixes|resolves)\s+\S*#\d|(?<![\w.])@\w/i);
  expect(JSON.stringify(fromMarkdown(inner))).not.toMatch(/"url":"\s*javascript:/i);
  for (const command of [
    ["remote", "status"],
    ["spec", "show", "TASK-1"],
    ["remote", "log"],
  ])
    expect(said(await scene.golden(...command)), command.join(" ")).not.toMatch(NEVER);
}, 60_000);

test("a megabyte of description is cut, and says so", async () => {
  const jira = await startJiraServer({ flavour: "cloud" });
  const tracker = await connect(jira);
  await tracker.edit("PROJ-7", { description: `${"Text. ".repeat(20)}\n\n`.repeat(8500) });
  const scene = await threadScene({ tracker: jira, task: null });
  try {
    const pulled = await scene.scene.golden("remote", "pull", "PROJ-7");
    expect([pulled.code, said(pulled)]).toEqual([0, expect.stringMatching(/50,000|cut|longer/)]);
    const folder = join(scene.scene.root, "backlog/tasks");
    const file = readFileSync(join(folder, readdirSync(folder)[0] ?? ""), "utf8");
    expect(file.length).toBeLessThan(60_000);
  } finally {
    await scene.close();
  }
}, 60_000);

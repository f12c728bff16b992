import { afterAll, expect, test } from "vitest";
import { startJiraServer } from "../servers/jira/index.ts";
import { said, type ThreadScene, threadScene } from "./thread-scene.ts";

let open: ThreadScene | null = null;
afterAll(async () => {
  await open?.close();
});

const SPEC =
  "# Lock accounts\n\n## Requirements\n\nAfter 5 attempts nobody may try again for an hour.\n\n## Acceptance criteria\n\n- [ ] The sixth is refused\n";

test("a ticket is pulled, worked on, shown to reviewers, merged and told, and no step is taken twice", async () => {
  const jira = await startJiraServer({ flavour: "cloud" });
  jira.move("PROJ-7", "In Progress");
  open = await threadScene({
    tracker: jira,
    settings: { status_map: { review: ["In Review"], done: ["Done"] } },
    task: null,
    policy:
      "spec: { required: true }\nrules: { authoriser-is-not-author: off }\nauthority: linked\nreferences: { in: [subject, body, trailer, branch, title] }\n",
  });
  const { scene, forge, json, commit, merge, writes } = open;
  const pulled = await json("remote", "pull", "PROJ-7");
  expect(pulled).toMatchObject({ code: 0 });
  expect(writes()).toEqual([]);
  const again = await json("remote", "pull", "PROJ-7");
  expect(again).toMatchObject({ code: 0 });
  expect((await scene.git("status", "--porcelain")).stdout.trim().split("\n")).toHaveLength(1);
  await scene.git("switch", "-q", "main");
  await commit("Plan it (PROJ-7)");
  await scene.git("push", "-q", "origin", "main");
  await scene.git("switch", "-q", "-C", "50-free");
  scene.write("specs/TASK-1/spec.md", SPEC);
  scene.write("src/lock.js", "export const most = 5;\n");
  await commit("Lock accounts (TASK-1)");

  const made = await json("remote", "pr", "TASK-1", "--push", "--yes");
  expect(made).toMatchObject({ code: 0, outcome: "created", spec: { path: "specs/TASK-1/spec.md" } });
  const number = Number(made.number);
  const pull = forge.pulls.get(number);
  if (pull === undefined) throw new Error("no pull request");
  const tell = async () => {
    const at = (await scene.git("rev-parse", "main")).stdout.trim();
    const id = (await scene.git("rev-parse", "50-free")).stdout.trim();
    const [first] = pull.commits;
    if (first !== undefined) Object.assign(pull, { commits: [{ ...first, id, parents: [at] }] });
    forge.tips.set("main", at);
  };
  await tell();
  const check = () => scene.golden("check", "pr", "--number", String(number), "--place", "ci");
  const good = await check();
  expect([good.code, said(good)]).toEqual([0, expect.stringContaining("PASSED")]);

  const before = pull.body;
  pull.body = before.replace("After 5 attempts", "After 6 attempts");
  const edited = await check();
  expect(edited.code).toBe(1);
  expect(said(edited)).toMatch(/After 6 attempts[\s\S]*After 5 attempts[\s\S]*golden-thread remote pr/);
  expect(await json("remote", "pr", "TASK-1", "--yes")).toMatchObject({ code: 0, outcome: "updated" });
  expect(pull.body).toBe(before);
  expect((await check()).code).toBe(0);

  scene.write("specs/TASK-1/spec.md", SPEC.replace("5 attempts", "7 attempts"));
  await commit("Allow more (TASK-1)");
  await scene.git("push", "-q", "origin", "50-free");
  await tell();
  const other = await check();
  expect([other.code, said(other)]).toEqual([
    1,
    expect.stringMatching(/After 5 attempts[\s\S]*After 7 attempts/),
  ]);
  expect(await json("remote", "pr", "TASK-1", "--yes")).toMatchObject({ code: 0, outcome: "updated" });
  expect((await check()).code).toBe(0);

  await merge(number);
  expect(await json("remote", "push", "TASK-1", "--yes")).toMatchObject({
    code: 0,
    state: { part: "done", to: "Done" },
  });
  const after = writes();
  expect(await json("remote", "push", "TASK-1", "--yes")).toMatchObject({
    code: 0,
    comment: { part: "same" },
    state: { part: "same" },
  });
  expect(writes()).toEqual(after);
  expect(jira.comments("PROJ-7")).toHaveLength(1);
  expect(jira.comments("PROJ-7")[0]).toMatch(/[0-9a-f]{64}/);
  expect([...forge.pulls.values()].filter(({ branch }) => branch === "50-free")).toHaveLength(1);
  expect(jira.problems).toEqual([]);
  expect(forge.server.problems).toEqual([]);
}, 120_000);

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { startJiraServer } from "../servers/jira/index.ts";
import { SPEC, said, type ThreadScene, taskFile, threadScene } from "./thread-scene.ts";

const open: ThreadScene[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function jiraThread(more: { readonly policy?: string; readonly upstream?: string } = {}) {
  const jira = await startJiraServer({ flavour: "cloud" });
  jira.move("PROJ-7", "In Progress");
  const thread = await threadScene({
    tracker: jira,
    settings: { status_map: { review: ["In Review"], done: ["Done"] } },
    task: taskFile(more.upstream ?? "upstream:\n  provider: jira\n  id: PROJ-7\n"),
    policy: more.policy ?? "",
  });
  open.push(thread);
  return { ...thread, jira };
}

describe("a task, its pull request and its ticket stay one", () => {
  test("twice is twice: a second pull request, a second comment, or a ticket that forgets that it is done", async () => {
    const { scene, forge, jira, json, writes, merge } = await jiraThread();
    const first = await json("remote", "pr", "TASK-7", "--push", "--yes");
    expect(first).toMatchObject({
      code: 0,
      kind: "remote-pr",
      outcome: "created",
      spec: { path: "specs/TASK-7/spec.md" },
    });
    const number = Number(first.number);
    const pull = forge.pulls.get(number);
    expect(pull).toMatchObject({ title: "Renew the token", base: "main", branch: "50-free", draft: false });
    expect(pull?.body).toContain("Refs: PROJ-7");
    expect(pull?.body).toMatch(/golden-thread:spec:begin v=1 sha256=[0-9a-f]{64} -->/);
    expect(pull?.body).not.toMatch(/Closes #1\b/);
    const afterPr = writes();
    expect(await json("remote", "pr", "PROJ-7", "--yes")).toMatchObject({ code: 0, outcome: "same", number });
    expect(writes()).toEqual(afterPr);

    expect(await json("remote", "push", "TASK-7", "--yes")).toMatchObject({
      code: 0,
      comment: { part: "done" },
      state: { part: "done", from: "In Progress", to: "In Review" },
    });
    const afterPush = writes();
    expect(await json("remote", "push", "TASK-7", "--yes")).toMatchObject({
      comment: { part: "same" },
      state: { part: "same" },
    });
    expect(await json("remote", "pr", "TASK-7", "--yes")).toMatchObject({ outcome: "same" });
    expect(writes()).toEqual(afterPush);

    await merge(number);
    for (const part of ["done", "same"])
      expect(await json("remote", "push", "TASK-7", "--yes")).toMatchObject({
        work: { state: "merged", change: { number } },
        comment: { part },
        state: { part, to: "Done" },
      });
    expect(jira.comments("PROJ-7")).toHaveLength(1);
    expect(jira.comments("PROJ-7")[0]).toContain(String(first.url));
    expect(jira.comments("PROJ-7")[0]).toMatch(/[0-9a-f]{64}/);
    expect(jira.problems).toEqual([]);
    expect(forge.server.problems).toEqual([]);

    const log = await json("remote", "log");
    const operations = (Array.isArray(log.writes) ? log.writes : []).map(({ operation }) => operation);
    expect(operations).toEqual(["push", "pull-request", "comment", "state", "comment", "state"]);
    expect(JSON.stringify(log)).not.toMatch(/Renew|ghp_/);
    expect((await scene.golden("remote", "log", "verify")).code).toBe(0);
  }, 60_000);

  test("what people wrote into the body is lost when the spec changes, or a torn marker is mended by guessing", async () => {
    const { scene, forge, json, commit } = await jiraThread();
    const { number } = await json("remote", "pr", "TASK-7", "--push", "--yes");
    const pull = forge.pulls.get(Number(number));
    if (pull === undefined) throw new Error("no pull request");
    pull.title = "Renew it, by hand";
    pull.body = `Mine above\r\n${pull.body.replaceAll("\n", "\r\n")}\r\nMine below  `;
    scene.write("specs/TASK-7/spec.md", `${SPEC}\nAnd twice.\n`);
    await commit("Say more (TASK-7)");
    expect(said(await scene.golden("remote", "pr", "TASK-7", "--yes"))).toMatch(
      /not pushed to its tip[\s\S]*--push/,
    );
    expect(await json("remote", "pr", "TASK-7", "--yes", "--push")).toMatchObject({
      outcome: "updated",
      number,
    });
    expect(pull.title).toBe("Renew it, by hand");
    expect(pull.body).toMatch(/^Mine above\r\n[\s\S]*And twice\.[\s\S]*\r\nMine below {2}$/);
    expect(pull.body.match(/spec:begin/g)).toHaveLength(1);
    const torn = pull.body.replace("<!-- golden-thread:spec:end -->", "");
    pull.body = torn;
    const refused = await scene.golden("remote", "pr", "TASK-7", "--yes");
    expect(refused.code).toBe(2);
    expect(said(refused)).toMatch(/torn markers of golden-thread in line \d+/);
    expect(pull.body).toBe(torn);
  }, 60_000);

  test("something is sent that nobody said yes to", async () => {
    const { scene, writes } = await jiraThread();
    const unasked = await scene.golden("remote", "pr", "TASK-7", "--push");
    expect(unasked.code).toBe(2);
    expect(said(unasked)).toMatch(/Nobody can be asked[\s\S]*--dry-run/);
    const dry = await scene.golden("remote", "pr", "TASK-7", "--dry-run");
    expect(dry.code).toBe(0);
    expect(dry.stderr).toMatch(
      /forge {2}push {2}50-free[\s\S]*forge {2}pull-request[\s\S]*\| ## Implementation Spec/,
    );
    scene.env.CI = "true";
    const ci = await scene.golden("remote", "pr", "TASK-7", "--push", "--yes");
    expect(ci.code).toBe(2);
    expect(said(ci)).toMatch(/does not let CI write[\s\S]*write: true under remotes\.forge/);
    expect(writes()).toEqual([]);
    expect((await scene.git("ls-remote", "--heads", "origin", "50-free")).stdout).toBe("");
  }, 60_000);
});

test("a ticket is told that its work is done by a spec that nobody finished, where the policy wants finished ones", async () => {
  const { scene, json, writes, commit } = await jiraThread({ policy: "spec: { required: true }\n" });
  const { outcome, warnings } = await json("remote", "pr", "TASK-7", "--push", "--yes");
  expect({ outcome, warnings }).toEqual({
    outcome: "created",
    warnings: [expect.stringContaining("not finished: it has 0 acceptance criteria")],
  });
  const before = writes();
  const refused = await scene.golden("remote", "push", "TASK-7", "--yes");
  expect([refused.code, said(refused)]).toEqual([
    1,
    expect.stringContaining("spec-complete: The spec of TASK-7"),
  ]);
  expect(writes()).toEqual(before);
  scene.write("specs/TASK-7/spec.md", `${SPEC}\n## Acceptance criteria\n\n- It is renewed\n`);
  await commit("Finish the spec (TASK-7)");
  expect(await json("remote", "pr", "TASK-7", "--push", "--yes")).toMatchObject({
    outcome: "updated",
    warnings: [],
  });
  expect(await json("remote", "push", "TASK-7", "--yes")).toMatchObject({
    code: 0,
    comment: { part: "done" },
  });
}, 60_000);

test("an issue of the forge itself is not closed by its pull request, or is moved to what it has no state for", async () => {
  const thread = await threadScene({
    tracker: null,
    task: taskFile("upstream:\n  provider: github\n  id: acme/shop#42\n"),
  });
  open.push(thread);
  const { json, forge, merge } = thread;
  const { number } = await json("remote", "pr", "TASK-7", "--push", "--yes", "--draft");
  expect(forge.pulls.get(Number(number))).toMatchObject({
    draft: true,
    body: expect.stringMatching(/^Closes #42$/m),
  });
  expect(await json("remote", "push", "#42", "--yes")).toMatchObject({
    comment: { part: "done" },
    state: { part: "same", why: expect.stringContaining("status_map.review") },
  });
  await merge(Number(number));
  expect(await json("remote", "push", "TASK-7", "--yes")).toMatchObject({
    state: { part: "done", to: "closed" },
  });
  expect(await json("remote", "push", "TASK-7", "--yes")).toMatchObject({
    comment: { part: "same" },
    state: { part: "same" },
  });
  expect(forge.server.comments("acme/shop#42").filter((one) => one.includes("thread-task-7"))).toHaveLength(
    1,
  );
  expect(forge.server.problems).toEqual([]);
}, 30_000);

test("without a token something local stops to work, or something is asked all the same", async () => {
  const thread = await threadScene({
    tracker: null,
    task: taskFile("upstream:\n  provider: github\n  id: acme/shop#42\n"),
    isWithoutToken: true,
  });
  open.push(thread);
  const { scene, writes } = thread;
  const refused = await scene.golden("remote", "pr", "TASK-7", "--yes");
  expect(refused.code).toBe(2);
  expect(said(refused)).toMatch(
    /No forge can be asked for this repository\. Everything local works without\./,
  );
  scene.write("message", "Renew more (TASK-7)\n");
  expect((await scene.golden("check", "message", "message")).code).toBe(0);
  expect((await scene.golden("remote", "log", "verify")).code).toBe(0);
  expect(writes()).toEqual([]);
}, 30_000);

describe("what stands in the way is named", () => {
  test("without an upstream a strict policy lets a pull request out", async () => {
    const { scene, writes } = await jiraThread({ upstream: "", policy: "preset: strict\n" });
    for (const action of ["pr", "push"]) {
      const { code, stdout } = await scene.golden("remote", action, "TASK-7", "--yes");
      expect({ code, stdout }).toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/^task-has-upstream: /),
      });
      expect(stdout).toContain("golden-thread remote link TASK-7 TICKET");
    }
    expect(writes()).toEqual([]);
  }, 30_000);

  test("the default branch, a branch without work, a spec that nobody committed, work that nobody did", async () => {
    const { scene, commit } = await jiraThread();
    expect(said(await scene.golden("remote", "push", "TASK-7", "--yes"))).toMatch(
      /Nothing was found[\s\S]*remote pr TASK-7/,
    );
    await scene.git("rm", "-q", "--cached", "specs/TASK-7/spec.md");
    await scene.git("commit", "-q", "-m", "Take the spec out (TASK-7)");
    expect(said(await scene.golden("remote", "pr", "TASK-7"))).toMatch(
      /not committed[\s\S]*git add specs\/TASK-7/,
    );
    await commit("Put it back (TASK-7)");
    await scene.git("switch", "-q", "-c", "empty", "main");
    scene.write("backlog/tasks/task-7 - Renew.md", taskFile("upstream:\n  provider: jira\n  id: PROJ-7\n"));
    expect(said(await scene.golden("remote", "pr", "TASK-7"))).toMatch(/no commit that main does not have/);
    await scene.git("switch", "-q", "main");
    expect(said(await scene.golden("remote", "pr", "TASK-7"))).toMatch(/main, the default branch/);
  }, 60_000);

  test("a transition that wants what only a person knows, and a ticket that was finished by hand is taken back", async () => {
    const { scene, jira, json } = await jiraThread();
    await json("remote", "pr", "TASK-7", "--push", "--yes");
    const policy = readFileSync(join(scene.root, "golden-thread.yml"), "utf8");
    scene.write("golden-thread.yml", policy.replace('["In Review"]', '["Released"]'));
    const wanting = await scene.golden("remote", "push", "TASK-7", "--yes");
    expect(wanting.code).toBe(2);
    expect(said(wanting)).toMatch(/only with Resolution[\s\S]*remote open TASK-7/);
    jira.move("PROJ-7", "Done");
    expect(await json("remote", "push", "TASK-7", "--yes")).toMatchObject({
      state: { part: "same", from: "Done" },
    });
    expect((await json("remote", "log", "verify")).isWhole).toBe(true);
  }, 60_000);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verified } from "../audit-folder/verified.ts";
import { OCTO, READER } from "../servers/github/seed.ts";
import { close, reopen } from "../servers/github/store.ts";
import { actionNode } from "./node.ts";
import { noBrowser, withPage } from "./page.ts";
import type { ActionScene } from "./scene.ts";
import { happen, openThread, SPEC, schemaProblems, steady, TICKET, unpacked } from "./thread.ts";

const AUDIT = [
  ...["report.json", "report.html", "commits.csv", "evidence.intoto.jsonl", "VERIFY.md", "SHA256SUMS"],
];
const BODY = "Please look.\r\n\r\n  <!-- kept -->  two blanks  \r\n";

let scene: ActionScene;
let opened: Record<string, unknown>;
/** The description as the gate left it. */
let shown: string;
beforeAll(async () => {
  scene = await openThread({ body: BODY, draft: true });
  opened = scene.event("pull_request", "opened");
});
afterAll(async () => {
  expect(scene.problems()).toEqual([]);
  await scene.close();
});

const comment = () => scene.comments().join("\n=== another ===\n");
const json = (folder: string, file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));
const statementsIn = (folder: string) =>
  readFileSync(join(folder, "evidence.intoto.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const block = (body: string) => /<!-- golden-thread:spec:begin[\s\S]*spec:end -->/.exec(body)?.[0] ?? "";

/** What the commands of VERIFY.md say of an audit, behind the first, which checks its digests. */
function proofs({ audit }: { readonly audit: string }, { bare }: ActionScene): readonly string[] {
  return verified(audit, bare)
    .map(({ output }) => output)
    .slice(1);
}

describe(`one pull request from its opening to main (${actionNode.label})`, () => {
  test("opened twice at once without a ticket: it fails, and leaves one comment and two audits", async () => {
    const [one, other] = await Promise.all([
      scene.run("pull_request", "opened"),
      scene.run("pull_request", "labeled", { label: "bug" }),
    ]);
    for (const { result, exitCode, outputs, annotations } of [one, other]) {
      expect([result, exitCode]).toEqual(["failure", 1]);
      expect(outputs).toMatchObject({ verdict: "fail", tickets: "[]", coverage: "0.0" });
      expect(JSON.parse(outputs.counts ?? "")).toMatchObject({ commits: 1, passed: 0, failed: 1 });
      expect(annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
        ...["error golden-thread: reference-required", "error golden-thread: reference-required"],
      ]);
    }
    expect(scene.pull().body).toBe(BODY);
    expect(steady(scene, comment())).toMatchInlineSnapshot(`
      "### ❌ golden-thread: Failed

      1 of 1 commit failed. What is listed as failed has to be mended, or excused by a waiver, before this may go in.

      - ❌ **Every commit names a ticket** (\`reference-required\`)<br>
        Merged by squash\\, it would become a commit that names no ticket in\\: subject\\, body\\, trailer\\, branch\\, title\\. squash\\_merge\\_commit\\_title is PR\\_TITLE\\, squash\\_merge\\_commit\\_message is PR\\_BODY\\.<br>
        **Fix:** Name the ticket in the pull request\\'s title\\, or change the repository\\'s setting for such messages\\.

      - ❌ **Every commit names a ticket** (\`reference-required\`) · 1 commit<br>
        No ticket is named\\; one is wanted in\\: subject\\, body\\, trailer\\, branch\\, title\\.<br>
        **Fix:** Name the ticket in the commit message\\, for example in the subject\\.<br>
        [\`<abbrev>\`](https://github.test/acme/shop/commit/<commit>) Fix the login loop

      Judged by the policy of \`main\` (standard, \`<short>\`). [The whole report](https://github.test/acme/shop/actions/runs/4711)

      <!-- golden-thread:report -->"
    `);
    expect(steady(scene, one.summary)).toMatchInlineSnapshot(`
      "## ❌ golden-thread: Failed

      1 of 1 commit failed. What is listed as failed has to be mended, or excused by a waiver, before this may go in.

      Judged: [pull request 300](https://github.test/acme/shop/pull/300) by octo\\-dev, \`topic\` into \`main\`, by the policy of \`<short>\`

      |  | Number | Share |  |
      | --- | --- | --- | --- |
      | commits | 1 |  |  |
      | with a ticket | 0 | 0.0 % |  |
      | passed | 0 | 0.0 % |  |
      | failed | 1 | 100.0 % |  |

      ### What failed or is not known

      |  | Rule | About | Found | Wanted | Fix |
      | --- | --- | --- | --- | --- | --- |
      | ❌ | \`reference-required\` | the whole change | Merged by squash\\, it would become a commit that names no ticket in\\: subject\\, body\\, trailer\\, branch\\, title\\. squash\\_merge\\_commit\\_title is PR\\_TITLE\\, squash\\_merge\\_commit\\_message is PR\\_BODY\\. | Every commit names a ticket | Name the ticket in the pull request\\'s title\\, or change the repository\\'s setting for such messages\\. |
      | ❌ | \`reference-required\` | [\`<abbrev>\`](https://github.test/acme/shop/commit/<commit>) Fix the login loop | No ticket is named\\; one is wanted in\\: subject\\, body\\, trailer\\, branch\\, title\\. | Every commit names a ticket | Name the ticket in the commit message\\, for example in the subject\\. |

      ### To know

      - Policy\\, waivers and tasks were read from\\: <abbrev>\\.

      Policy: \`golden-thread.yml\`, preset standard, digest \`<digest>\`. Decided at \`<time>\` by golden-thread \`0.1.0\`.


      "
    `);
    expect([...scene.artifacts.names()].sort()).toEqual([
      "golden-thread-audit",
      "golden-thread-audit-gate-1",
    ]);
  });

  test("its audit can't be read, verified or opened by whoever downloads it", async () => {
    const { audit, files } = await unpacked(scene, "golden-thread-audit");
    expect([...files].sort()).toEqual([...AUDIT].sort());
    const report = json(audit, "report.json");
    expect(schemaProblems("report", report)).toBe("");
    expect(report).toMatchObject({ verdict: "fail", proposal: { number: scene.number, draft: true } });
    expect(readFileSync(join(audit, "commits.csv"), "utf8")).toContain('"Fix the login loop","fail"');
    for (const { predicate } of statementsIn(audit))
      expect(schemaProblems("change-authorization", predicate)).toBe("");
    const [sums, ...others] = verified(audit, scene.bare);
    expect(sums).toEqual({
      status: 0,
      output: [...AUDIT.slice(0, 5)].map((file) => `${file}: OK\n`).join(""),
    });
    expect(others.map(({ output }) => output)).toEqual(["", "", "bound\n"]);
  });

  test.skipIf(noBrowser !== null)(
    `its page complains, asks another host, or can't be read in the dark ${noBrowser ?? ""}`.trim(),
    async () => {
      const { audit } = await unpacked(scene, "golden-thread-audit");
      const url = pathToFileURL(join(audit, "report.html"));
      await withPage(url, async ({ page, complaints, requests }) => {
        const grounds: string[] = [];
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await page.innerText("body")).toContain("Fix the login loop");
          grounds.push(await page.evaluate("getComputedStyle(document.body).backgroundColor"));
        }
        expect(new Set(grounds).size).toBe(2);
        expect([complaints, requests]).toEqual([[], []]);
      });
    },
  );

  test("a title that names the ticket turns the comment green where it stands, and brings the spec", async () => {
    const changes = scene.edit({ title: `Fix the login loop (#${TICKET})` });
    const run = await happen(scene, "pull_request", "edited", { changes });
    expect([run.result, run.annotations, run.outputs.coverage]).toEqual(["success", [], "100.0"]);
    expect(run.outputs).toMatchObject({ verdict: "pass", tickets: `["acme/shop#${TICKET}"]` });
    expect(run.wrote.map((one) => one.replace(/\d+$/, "N"))).toEqual([
      ...["PATCH /repos/acme/shop/pulls/N", "PATCH /repos/acme/shop/issues/comments/N"],
    ]);
    expect(steady(scene, comment())).toMatchInlineSnapshot(`
      "✅ **golden-thread: Passed.** The commit meets what the policy asks for. [The whole report](https://github.test/acme/shop/actions/runs/4711)

      <!-- golden-thread:report -->"
    `);
    shown = scene.pull().body;
    expect(shown.startsWith(BODY)).toBe(true);
    for (const line of SPEC.split("\n")) expect(shown).toContain(line.replace(/^#+ /, ""));
    expect(json(run.audit, "report.json").tickets).toMatchObject([
      { key: `acme/shop#${TICKET}`, status: "found", spec: { path: `specs/${TICKET}.md` } },
    ]);
  });

  test("another commit, and a draft that is ready, tell people the same once more", async () => {
    scene.commit("Refuse a second refresh\n", { "src/refuse.js": "export {};\n" });
    const { before, after } = scene.push();
    const run = await happen(scene, "pull_request", "synchronize", { before });
    expect([run.result, JSON.parse(run.outputs.counts ?? "").commits]).toEqual(["success", 2]);
    expect(json(run.audit, "report.json").proposal.head.commit).toBe(after);
    expect(scene.comments()).toHaveLength(1);
    expect(scene.pull().body).toBe(shown);
    scene.edit({ draft: false });
    const ready = await happen(scene, "pull_request", "ready_for_review");
    expect([ready.result, ready.wrote]).toEqual(["success", []]);
  });

  test("a spec that somebody rewrites by hand stays, or what stands around it is lost", async () => {
    const forged = shown.replace("refreshed once", "refreshed as often as anybody likes");
    const body = `Ünder <b>review</b>\t\n${forged.replace("Please look.", "Please do look.")}\r\n\r\nCloses nothing.  `;
    const changes = scene.edit({ body });
    const run = await happen(scene, "pull_request", "edited", { changes });
    expect(run.result).toBe("success");
    expect(scene.pull().body).toBe(body.replace(block(body), block(shown)));
    expect(run.wrote).toEqual([`PATCH /repos/acme/shop/pulls/${scene.number}`]);
    shown = scene.pull().body;
  });

  test("a run that is started again judges what its old payload says, and two at once write", async () => {
    const head = opened.pull_request;
    expect(head).toMatchObject({ title: "Fix the login loop", draft: true });
    const [stale, other] = await Promise.all([
      happen(scene, "pull_request", "opened", {
        ...{ event: opened, env: { GITHUB_RUN_ATTEMPT: "2" }, inputs: { "artifact-name": "again" } },
      }),
      happen(scene, "pull_request", "reopened", { inputs: { "artifact-name": "reopened" } }),
    ]);
    for (const { result, outputs, wrote } of [stale, other]) {
      expect([result, outputs.tickets, wrote]).toEqual(["success", `["acme/shop#${TICKET}"]`, []]);
      expect(JSON.parse(outputs.counts ?? "").commits).toBe(2);
    }
    expect(json(stale.audit, "report.json")).toMatchObject({
      subject: { subject: `Fix the login loop (#${TICKET})` },
    });
  });
});

describe("what happens elsewhere", () => {
  const ask = () => happen(scene, "workflow_dispatch", "", { inputs: { ticket: `#${TICKET}` } });
  const issue = () => {
    const found = scene.repository.issues.get(TICKET);
    if (found === undefined) throw new Error("no ticket");
    return found;
  };
  const check = () =>
    scene.store.checkRuns.filter(({ told }) => told.head_sha === scene.pull().commits.at(-1)?.id);

  test("a ticket that is closed leaves its open pull request green", async () => {
    close(scene.store, issue(), OCTO, "completed");
    const run = await ask();
    expect([run.result, run.outputs.verdict]).toEqual(["failure", "fail"]);
    expect(check()).toMatchObject([{ told: { name: "golden-thread", conclusion: "failure" } }]);
    expect(scene.comments()).toHaveLength(1);
    expect(comment()).toContain("### ❌ golden-thread: Failed");
    expect(comment()).toContain("ticket-authorised");
  });

  test("one that is opened again leaves it red", async () => {
    reopen(scene.store, issue(), READER);
    const run = await ask();
    expect([run.result, run.outputs.verdict]).toEqual(["success", "pass"]);
    expect(check().map(({ told }) => told.conclusion)).toContain("success");
    expect(comment()).toContain("✅ **golden-thread: Passed.**");
    expect([scene.comments().length, scene.pull().body]).toEqual([1, shown]);
    expect(shown.split("golden-thread:spec:begin")).toHaveLength(2);
  });
});

describe("what is merged is not what was judged", () => {
  test("a queue that squashes, and one that merges", async () => {
    const queues = (["squash", "merge"] as const).map((method) => scene.queue([scene.number], method));
    const [squashed, merged] = await Promise.all(
      queues.map((queue, at) =>
        happen(scene, "merge_group", "checks_requested", {
          queue,
          inputs: { "artifact-name": `queue-${at}` },
        }),
      ),
    );
    for (const run of [squashed, merged]) {
      expect([run?.result, run?.wrote]).toEqual(["success", []]);
      expect(run?.outputs).toMatchObject({ verdict: "pass", tickets: `["acme/shop#${TICKET}"]` });
      expect(run?.files).toContain(`pr-${scene.number}/report.json`);
      expect(statementsIn(run?.audit ?? "")[0].predicate).toMatchObject({ phase: "merge-queue" });
      expect(
        verified(run?.audit ?? "", scene.bare)
          .map(({ output }) => output)
          .slice(1),
      ).toEqual(["", "", "bound\n"]);
    }
  });

  test("what the queue made comes to main without a record", async () => {
    const push = scene.land(scene.queue([scene.number], "squash"));
    const run = await happen(scene, "push", "", { push, inputs: { preset: "strict" } });
    expect([run.result, run.outputs.tickets]).toEqual(["success", `["acme/shop#${TICKET}"]`]);
    const [statement] = statementsIn(run.audit);
    expect(statement.subject[0]).toMatchObject({ digest: { gitCommit: push.after } });
    expect(statement.predicate).toMatchObject({
      phase: "post-merge",
      change: { targetRef: "refs/heads/main", method: "squash" },
    });
    expect(statement.predicate.intent).toMatchObject([{ key: `acme/shop#${TICKET}`, authorized: true }]);
    expect(schemaProblems("change-authorization", statement.predicate)).toBe("");
    expect(proofs(run, scene)).toEqual(["", "", "bound\n"]);
  });

  test("a commit that came in before there was a gate is not found by the audit", async () => {
    const run = await happen(scene, "schedule");
    expect([run.result, run.outputs.coverage]).toEqual(["failure", "50.0"]);
    const errors = run.annotations.filter(({ level }) => level === "error");
    expect(errors.map(({ message }) => message.split(" ")[1])).toEqual(["Begin,", "Begin:"]);
    const report = json(run.audit, "report.json");
    expect(schemaProblems("audit", report)).toBe("");
    expect(report).toMatchObject({
      kind: "audit",
      scope: { ref: "refs/heads/main" },
      coverage: { commits: { total: 2 } },
    });
    expect(run.summary).toContain("golden-thread audit: ");
    expect(proofs(run, scene)).toEqual(["", "", "bound\n"]);
  });
});

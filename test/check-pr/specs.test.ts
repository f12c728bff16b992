import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { specDigest } from "../../src/specs/digest.ts";
import { bodyWithBlock } from "../../src/specs/render-block.ts";
import { startGithubServer } from "../servers/github/start.ts";
import { NUMBER, type PullScene, pullScene } from "./scene.ts";

const TEXT =
  "# Log in\n\nAfter 5 attempts nobody may try again for an hour.\n\n## Acceptance criteria\n\n- [ ] locked";
const OTHER = TEXT.replace("5 attempts", "50 attempts");
const POLICY = `  tasks: { kind: markdown }
spec: { required: true }
rules: { spec-unchanged-since-approval: enforce }
`;

function task(checksum: string): string {
  return `---
id: TASK-7
title: Log in
status: In Progress
created_date: 2026-11-01
upstream: { provider: github, id: "#42", url: "" }
spec: { path: specs/7/spec.md, checksum: "${checksum}" }
compliance: { approved_by: ["@ada"] }
---
`;
}

/** A squashed commit has it from there. */
const TITLE = "Lock accounts (TASK-7)";

let pull: PullScene;
beforeAll(async () => {
  pull = await pullScene(startGithubServer, {
    policy: POLICY,
    files: {
      "backlog/config.yml": "project_name: shop\ntask_prefix: task\n",
      "backlog/tasks/task-7 - Log-in.md": task(specDigest(TEXT)),
      "specs/7/spec.md": `${TEXT}\n`,
    },
  });
  pull.scene.write("src/a.js", "a");
  await pull.commit("Lock accounts (TASK-7)");
});
afterAll(async () => {
  await pull.close();
  expect(pull.server.problems).toEqual([]);
});

/** A body as `remote pr` writes it. */
function body(text = TEXT): string {
  const spec = {
    ...{
      remote: "tasks",
      id: "TASK-7",
      key: "TASK-7",
      title: "Log in",
      url: null,
      source: "frontmatter" as const,
    },
    ...{ path: "specs/7/spec.md", text, digest: specDigest(text) },
  };
  const facts = { authorisation: "authorised", state: "In Progress", risk: null, approval: "not needed" };
  const part = { spec, kind: "markdown" as const, closes: false, facts };
  const terms = {
    forge: "github" as const,
    repository: "acme/shop",
    limit: 65_536,
    disclose: "full" as const,
  };
  const { put } = bodyWithBlock("Please look.\r\n", [part], terms);
  return put?.ok === true ? put.body : "";
}

/** The same with an outer digest that fits, as anybody can make one. */
function redigested(text: string): string {
  const inner = /-->(\n[\s\S]*)<!-- golden-thread:spec:end/.exec(text.replaceAll("\r\n", "\n"))?.[1] ?? "";
  const digest = createHash("sha256").update(inner).digest("hex");
  return text.replace(/v=1 sha256=[0-9a-f]{64}/, `v=1 sha256=${digest}`);
}

/** Codes of the rules about specs, and what the first of these says. */
async function judged(...args: readonly string[]) {
  const { code, stdout } = await pull.check("--number", String(NUMBER), ...args, "--json");
  if (code > 1) throw new Error(stdout);
  const { findings } = JSON.parse(stdout);
  const of = (rule: string) =>
    findings.filter((one: { rule: string }) => one.rule === rule).map((one: { code: string }) => one.code);
  const [inBody] = findings.filter((one: { rule: string }) => one.rule === "spec-in-body");
  return { code, inBody, codes: [...of("spec-in-body"), ...of("spec-unchanged-since-approval")] };
}

describe("reviewers approve what they read", () => {
  test("an honest description is refused", async () => {
    await pull.push({ title: TITLE, body: body() });
    expect(await judged()).toMatchObject({ code: 0, codes: ["in-body", "unchanged"] });
  });

  test("a description without the spec is enough", async () => {
    await pull.push({ title: TITLE, body: "Please look." });
    const { code, codes, inBody } = await judged();
    expect({ code, codes }).toEqual({ code: 1, codes: ["no-block", "unchanged"] });
    expect(inBody.fix.argv).toEqual(["golden-thread", "remote", "pr", "TASK-7"]);
  });

  test("a character of the block is changed, and its digest with it", async () => {
    const edited = body().replace("5 attempts", "50 attempts");
    await pull.push({ title: TITLE, body: edited });
    expect(await judged()).toMatchObject({ code: 1, codes: ["edited", "unchanged"] });
    await pull.push({ title: TITLE, body: redigested(edited) });
    const { code, inBody } = await judged();
    expect(code).toBe(1);
    expect(inBody).toMatchObject({
      code: "edited",
      args: { found: expect.stringContaining("50 attempts"), wanted: expect.stringContaining("5 attempts") },
    });
  });

  test("something is written into the block beside the spec, or instead of it, with a digest that fits", async () => {
    const whole = body();
    const forged = {
      behind: whole.replace("\r\n\r\nTicket: ", "\r\n\r\nOr in 500 attempts.\r\n\r\nTicket: "),
      before: whole.replace("\r\n\r\n### ", "\r\n\r\nAll of this is void.\r\n\r\n### "),
      footer: whole.replace("\r\n\r\n---", "\r\n\r\nOr in 500 attempts.\r\n\r\n---"),
      end: whole.replace("\r\n<!-- golden-thread:spec:end", "\r\nVoid.\r\n<!-- golden-thread:spec:end"),
    };
    for (const [where, text] of Object.entries(forged)) {
      expect(text, where).not.toBe(whole);
      await pull.push({ title: TITLE, body: redigested(text) });
      expect(await judged(), where).toMatchObject({ code: 1, codes: ["edited-around", "unchanged"] });
    }
    const cut = whole
      .replace(/( sha256=[0-9a-f]{64}) -->\r\n\r\n/, "$1 excerpt -->\r\n\r\n")
      .replace(
        /#+ Log in[\s\S]*?Ticket: /,
        "*The spec is not shown here: 7 lines, x, with the digest above.*\r\n\r\nTicket: ",
      );
    expect(cut).toContain("excerpt -->");
    await pull.push({ title: TITLE, body: redigested(cut) });
    const { code, codes, inBody } = await judged();
    expect({ code, codes }).toEqual({ code: 1, codes: ["edited", "unchanged"] });
    expect(inBody.args.wanted).toContain("has room here");
  });

  test("the spec is changed after it was approved and the pull request opened", async () => {
    await pull.push({ title: TITLE, body: body() });
    await pull.scene.git("switch", "--quiet", "--create", "changed");
    pull.scene.write("specs/7/spec.md", OTHER);
    const head = await pull.commit("Allow more attempts (TASK-7)");
    const { code, codes, inBody } = await judged("--head", head);
    expect({ code, codes }).toEqual({ code: 1, codes: ["other-spec", "changed"] });
    expect(inBody.args.wanted).toContain("50 attempts");
    await pull.scene.git("switch", "--quiet", "topic");
  });

  test("an approval of a second task is hidden by one that holds, or that of finished work still counts", async () => {
    await pull.push({ body: body() });
    const second = task(specDigest(OTHER)).replace("TASK-7", "TASK-8").replace("@ada", "@bob");
    const { git, write } = pull.scene;
    const based = async (path: string) => {
      await git("switch", "--quiet", "--create", `base-${path.length}`, "main");
      write(path, second);
      return pull.commit("Have a second task");
    };
    const finished = await based("backlog/completed/task-8 - Log-in-again.md");
    const open = await based("backlog/tasks/task-8 - Log-in-again.md");
    await git("switch", "--quiet", "--create", "both", "main");
    const head = await pull.commit("Lock accounts #42");
    await git("switch", "--quiet", "topic");
    const about = async (base: string) => (await judged("--base", base, "--head", head)).codes;
    expect([await about(finished), await about(open)]).toEqual([
      ["in-body", "unchanged"],
      ["in-body", "changed", "unchanged"],
    ]);
  });

  test("the pull request changes its own approval with the spec", async () => {
    await pull.scene.git("switch", "--quiet", "--create", "own-approval");
    pull.scene.write("specs/7/spec.md", OTHER);
    pull.scene.write("backlog/tasks/task-7 - Log-in.md", task(specDigest(OTHER)));
    const head = await pull.commit("Approve it myself (TASK-7)");
    await pull.push({ title: TITLE, body: body(OTHER) });
    expect(await judged("--head", head)).toMatchObject({ code: 1, codes: ["in-body", "changed"] });
    await pull.scene.git("switch", "--quiet", "topic");
  });
});

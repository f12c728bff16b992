import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jsonSchema } from "../../src/reports/json-schema.ts";
import { specDigest } from "../../src/specs/digest.ts";
import { bodyWithBlock } from "../../src/specs/render-block.ts";
import { openScene, type Scene } from "../trackers/scene.ts";

const TEXT =
  "# Log in\n\nAfter 5 attempts nobody may try again.\n\n## Acceptance criteria\n\n- [ ] the sixth is refused";
const OTHER = TEXT.replace("5 attempts", "50 attempts");
const POLICY = `version: 1
remotes:
  tracker: { kind: jira, url: "https://jira.example.test", projects: [PROJ] }
  tasks: { kind: markdown }
`;
const TASK = "backlog/tasks/task-7 - Log in.md";

function taskFile(id: string, more = "", body = ""): string {
  return `---\nid: ${id}\ntitle: Log in # kept\nstatus: To Do\n${more}---\n\n${body}`;
}

const schema = jsonSchema();
const output = new Ajv.default({ strict: true, allowUnionTypes: true }).compile(
  typeof schema === "object" && schema !== null ? schema : false,
);

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ policy: POLICY, variables: {}, trust: [] });
  scene.write("backlog/config.yml", 'project_name: "Shop"\nstatuses: ["To Do", "In Progress", "Done"]\n');
  scene.write(TASK, taskFile("TASK-7", "upstream: { provider: jira, id: PROJ-7 }\n"));
  scene.write("specs/TASK-7/spec.md", `${TEXT}\n`);
  scene.write(
    "backlog/tasks/task-8 - Two.md",
    taskFile("TASK-8", "documentation: [docs/a-spec.md, docs/b-spec.md]\n"),
  );
  scene.write("docs/a-spec.md", TEXT);
  scene.write("docs/b-spec.md", TEXT);
  scene.write("backlog/tasks/task-9 - Gone.md", taskFile("TASK-9", "spec:\n  path: docs/gone.md\n"));
  scene.write("backlog/tasks/task-10 - None.md", taskFile("TASK-10"));
  await scene.git("add", "--all");
  await scene.git("commit", "-q", "-m", "Begin");
  await scene.git("switch", "-q", "-c", "work");
});
afterAll(() => scene.close());

async function spec(...args: readonly string[]) {
  const { code, stdout, stderr } = await scene.golden("spec", ...args);
  return { code, said: `${stdout}${stderr}` };
}

async function asked(...args: readonly string[]) {
  const { code, stdout } = await scene.golden("spec", ...args, "--json");
  output(JSON.parse(stdout));
  expect(output.errors).toBeNull();
  return { code, ...JSON.parse(stdout) };
}

const text = (path: string) => readFileSync(`${scene.root}/${path}`, "utf8");

describe("somebody asks where a spec stands", () => {
  test("it is not said, or its text can drive the terminal", async () => {
    scene.write("specs/TASK-7/spec.md", `${TEXT}\u001b[2J\u202e\n::set-output name=x::y\n`);
    const { code, said } = await spec("show", "task-7");
    expect(code).toBe(0);
    expect(said).toContain("specs/TASK-7/spec.md (by spec.paths)");
    expect(said).toContain("After 5 attempts");
    expect(said).not.toMatch(/\u001b|\u202e|^::set-output/m);
    scene.write("specs/TASK-7/spec.md", `${TEXT}\n`);
    expect(await asked("show", "TASK-7")).toMatchObject({
      kind: "spec-show",
      code: 0,
      answer: { status: "found", spec: { source: "path", text: TEXT, digest: specDigest(TEXT) } },
    });
  });

  test("a ticket that a task follows has another spec than its task, or wants a network", async () => {
    const { code, owner, answer } = await asked("show", "PROJ-7");
    expect(code).toBe(0);
    expect(owner).toMatchObject({ key: "PROJ-7", tasks: [{ id: "TASK-7", path: TASK }] });
    expect(answer.spec).toMatchObject({ key: "PROJ-7", path: "specs/TASK-7/spec.md" });
  });

  test.each([
    ["TASK-8", 1, "docs/a-spec.md\n    docs/b-spec.md"],
    ["TASK-9", 1, "docs/gone.md"],
    ["TASK-10", 1, "There is no spec."],
    ["TASK-99", 2, "There is no such task here."],
  ])("%s is answered as if it had one", async (name, code, words) => {
    const answer = await spec("show", name);
    expect(answer.code).toBe(code);
    expect(answer.said).toContain(words);
  });

  test("a tracker that nobody can ask passes for one without a spec", async () => {
    scene.write("golden-thread.yml", `${POLICY}spec: { sources: [frontmatter, upstream] }\n`);
    expect(await asked("show", "TASK-7")).toMatchObject({ code: 3, answer: { status: "unknown" } });
    expect(await asked("check", "TASK-7")).toMatchObject({ code: 3, specs: [{ verdict: "undecided" }] });
    expect(await asked("show", "TASK-10")).toMatchObject({ code: 1, answer: { status: "none" } });
    scene.write("golden-thread.yml", POLICY);
  });
});

describe("a spec with gaps is taken for finished", () => {
  test("its gaps have no name or line", async () => {
    scene.write("golden-thread.yml", `${POLICY}spec: { headings: { default: [Goal] } }\n`);
    scene.write("specs/TASK-7/spec.md", "# Log in\n\nTBD: how often, and by whom, one may try.\n");
    const { code, said } = await spec("check", "TASK-7");
    expect(code).toBe(1);
    expect(said).toContain("the heading Goal is missing");
    expect(said).toContain("line 3 holds a placeholder: TBD");
    expect(said).toContain("it has 0 acceptance criteria; at least 1 are wanted");
    scene.write("golden-thread.yml", POLICY);
    scene.write("specs/TASK-7/spec.md", `${TEXT}\n`);
  });

  test("open tasks are left out, or one without a spec fails where the policy asks for none", async () => {
    const { code, specs } = await asked("check");
    const verdicts = specs.map(({ owner, verdict }: { owner: { id: string }; verdict: string }) => [
      owner.id,
      verdict,
    ]);
    expect(code).toBe(1);
    expect(Object.fromEntries(verdicts)).toEqual({
      "TASK-7": "pass",
      "TASK-8": "fail",
      "TASK-9": "fail",
      "TASK-10": "pass",
    });
    expect((await spec("check", "TASK-10")).code).toBe(1);
  });
});

describe("the digest in the front matter", () => {
  test("--write touches more than path and digest, or a stale one goes unseen", async () => {
    const before = text(TASK);
    expect(await asked("check", "TASK-7", "--write")).toMatchObject({
      code: 0,
      specs: [{ seals: [{ written: "digest" }] }],
    });
    const lines = `spec:\n  path: specs/TASK-7/spec.md\n  checksum: sha256:${specDigest(TEXT)}\n`;
    expect(text(TASK).replace(lines, "")).toBe(before);
    expect(text(TASK)).toContain(lines);
    expect(await asked("check", "TASK-7", "--write")).toMatchObject({
      specs: [{ seals: [{ written: null, state: "same" }] }],
    });

    const own = text(TASK).replace(
      "  checksum:",
      "  # of the last review\n  validated: 2026-11-01\n  checksum:",
    );
    scene.write(TASK, own.replace("---\n\n", 'compliance: { approved_by: ["@ada"] }\n---\n\n'));
    scene.write("specs/TASK-7/spec.md", `${OTHER}\n`);
    const stale = await spec("check", "TASK-7");
    expect(stale.code).toBe(1);
    expect(stale.said).toContain("spec check TASK-7 --write");
    const kept = text(TASK);
    expect((await spec("check", "TASK-7", "--write")).said).toContain(
      "@ada approved TASK-7 when this digest did not",
    );
    expect(text(TASK)).toBe(kept.replace(specDigest(TEXT), specDigest(OTHER)));
  });

  test("a task that is its own spec names its file, which moves", async () => {
    const own = taskFile(
      "TASK-11",
      "",
      "## Acceptance Criteria\n<!-- AC:BEGIN -->\n- [ ] #1 Whoever fails six times waits\n<!-- AC:END -->\n",
    );
    scene.write("backlog/tasks/task-11 - Own.md", own);
    expect((await spec("check", "TASK-11", "--write")).code).toBe(0);
    expect(text("backlog/tasks/task-11 - Own.md")).toBe(own);
  });

  test("a map in braces is written over", async () => {
    const own = taskFile("TASK-9", "spec: { path: docs/a-spec.md, checksum: old }\n");
    scene.write("backlog/tasks/task-9 - Gone.md", own);
    expect((await spec("check", "TASK-9", "--write")).code).toBe(2);
    expect(text("backlog/tasks/task-9 - Gone.md")).toBe(own);
  });
});

describe("a spec changes unseen", () => {
  test("since the branch began", async () => {
    scene.write("specs/TASK-7/spec.md", `${OTHER}\n`);
    const changed = await spec("diff", "TASK-7");
    expect(changed.code).toBe(1);
    expect(changed.said).toContain("-After 5 attempts nobody may try again.\n+After 50 attempts nobody");
    scene.write("specs/TASK-7/spec.md", `${TEXT}\r\n`.replaceAll("\n", "\r\n"));
    expect(await asked("diff", "PROJ-7", "--base", "main")).toMatchObject({ code: 0, diff: "" });
    expect((await spec("diff", "TASK-7", "--base", "nowhere")).code).toBe(2);
  });

  test("in a pull request's body, with its digest or without", async () => {
    const path = "specs/TASK-7/spec.md";
    scene.write(path, `${TEXT}\n`);
    const subject = { remote: "tracker", id: "PROJ-7", key: "PROJ-7", title: "Log in", url: null } as const;
    const part = {
      spec: { ...subject, source: "path", path, text: TEXT, digest: specDigest(TEXT) },
      kind: "jira",
      closes: true,
      facts: { authorisation: "authorised", state: "Open", risk: null, approval: "not needed" },
    } as const;
    const terms = { forge: "github", repository: "acme/shop", limit: 65_536, disclose: "full" } as const;
    const { put } = bodyWithBlock("Look.\r\n", [part], terms);
    const body = put?.ok === true ? put.body : "";
    const held = async (said: string) => {
      scene.write("body.md", said);
      return asked("diff", "TASK-7", "--body", "body.md");
    };
    expect(await held(body)).toMatchObject({ code: 0, block: { isIntact: true }, diff: "" });
    const edited = body.replace("5 attempts", "6 attempts");
    const change = "-After 6 attempts nobody may try again.\n+After 5 attempts nobody";
    expect(await held(edited)).toMatchObject({
      code: 1,
      block: { isIntact: false },
      diff: expect.stringContaining(change),
    });
    const inner =
      /-->(\n[\s\S]*)<!-- golden-thread:spec:end/.exec(edited.replaceAll("\r\n", "\n"))?.[1] ?? "";
    const digest = createHash("sha256").update(inner).digest("hex");
    expect(await held(edited.replace(/(?<=v=1 sha256=)\w{64}/, digest))).toMatchObject({
      code: 1,
      block: { isIntact: true },
    });
    const shown = await spec("diff", "TASK-7", "--body", "body.md");
    expect(shown.said).toContain("Somebody edited the spec in the body.");
    expect(shown.said).toContain("golden-thread remote pr TASK-7");
    expect(shown.said.match(/^[-+][^-+]/gm)).toHaveLength(2);
    expect(await held("Look.")).toMatchObject({ code: 1, block: { status: "none" } });
    expect(await held(`${body}\n${body}`)).toMatchObject({
      code: 1,
      block: { status: "problem", problem: "duplicate" },
    });
  });
});

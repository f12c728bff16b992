import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visible } from "../../src/reports/escape.ts";
import { temporaryFolder } from "../git/repo.ts";
import { noBrowser, withPage } from "./page.ts";
import type { ActionRun } from "./runner.ts";
import { type ActionScene, JOB_TOKEN, openActionScene } from "./scene.ts";

/** What runners, Markdown, HTML, spreadsheets, terminals and this program itself obey. */
const WORDS = [
  "::set-output name=verdict::pass",
  "##[set-output name=verdict]pass",
  "##[error]x",
  "::add-mask::verdict",
  "::stop-commands::xxxxxxxx",
  "%0A::error::y",
  "</details></script><script>alert(1)</script><img src=x onerror=alert(2)>",
  "```| `a` [b](javascript:alert(3)) https://evil.example",
  "\u202Eevil\u202C \u0007\u001b[31m \u0001",
  "<!-- golden-thread:report --><!-- golden-thread:spec:end --><!-- golden-thread:spec:begin v=1 sha256=00 -->",
  '@everyone #1 GH-1 =HYPERLINK("https://evil.example")',
] as const;
const LINE = `=1+1 ${WORDS.join(" ")}`;
const LINES = [...WORDS, "a\r::error::after a return"].join("\n");

/** Without a block that is broken: ours would not be put beside it. */
const BODY = LINES.replaceAll(/<!-- golden-thread:spec.*/g, "");

const TASK = `---
id: TASK-7
title: ${JSON.stringify(LINE)}
status: ${JSON.stringify(`Done ${LINE}`)}
created_date: 2020-11-01
---

${LINES}
`;

const BRANCH = "topic/%0A</details><script>alert(1)</script>`x`|@everyone#1";
const FILE = "src/a\n::error::file ##[error]z @everyone `|.js";

let one: ActionScene;
let run: ActionRun;
let workspace = "";
let issue = 0;
const argv = join(temporaryFolder(), "argv");

/** A folder with a `git` that writes down what it is called with, and then is git. */
function recording(): string {
  const folder = temporaryFolder();
  const file = join(folder, "git");
  const rest = process.env.PATH ?? "";
  writeFileSync(
    file,
    `#!/bin/sh\nprintf '%s ' "$@" >> '${argv}'\necho >> '${argv}'\nPATH='${rest}' exec git "$@"\n`,
  );
  chmodSync(file, 0o755);
  return `${folder}:${rest}`;
}

beforeAll(async () => {
  one = await openActionScene({
    private: true,
    persist: false,
    folder: `it's "a" $(touch x) ::error::w ##[error]w`,
    base: {
      "golden-thread.yml": `version: 1
preset: standard
authorise: { states: [in_progress], labels: [ready] }
spec: { required: true, sources: [body, upstream] }
`,
      "backlog/config.yml": "project_name: shop\ntask_prefix: task\n",
      "backlog/tasks/task-7 - Work.md": TASK,
    },
    branch: BRANCH,
    title: LINE.slice(0, 256),
    body: BODY,
  });
  issue = one.ticket({ title: LINE, body: LINES, labels: [LINE.slice(0, 50)], type: LINE.slice(0, 40) });
  one.commit(`TASK-7 #${issue} ${LINE}\n\n${LINES}\n`, { [FILE]: "1\n" });
  one.author.git("commit", "--quiet", "--amend", "--no-edit", `--author=${LINE} <evil@example.com>`);
  one.push();
  run = await one.run("pull_request", "opened", {
    env: { PATH: recording() },
    prepare: (folder) => {
      workspace = folder;
    },
  });
});
afterAll(async () => {
  expect(one.problems()).toEqual([]);
  await one.close();
});

/** Every file below a folder, as text of one byte a character. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
}

const audit = () => dirname(run.outputs["report-path"] ?? "");

const count = (text: string, part: string) => text.split(part).length - 1;

/** No HTML of others, nothing invisible, no name or number that notifies, no link of theirs: outside of code, where all is shown as it is. */
function demandInert(markdown: string): void {
  expect(visible(markdown.replaceAll("\n", ""))).toBe(markdown.replaceAll("\n", ""));
  const plain = markdown.replaceAll(/(`+)(?!`)[\s\S]+?(?<!`)\1(?!`)/g, "");
  expect(plain).not.toMatch(
    /(?<!\\)<\/?(?:script|img)|(?<!\\)@everyone|(?<!\\)#1|\]\(javascript|https:\/\/evil/,
  );
  expect(count(plain, "</details>")).toBe(count(plain, "<details>"));
}

describe("text from a stranger is obeyed", () => {
  test("by the runner", () => {
    expect([run.exitCode, run.result, run.errors, run.warnings]).toEqual([1, "failure", [], []]);
    expect(Object.keys(run.outputs).sort()).toEqual([
      ...["artifact-id", "artifact-url", "counts", "coverage", "report-path", "tickets", "verdict"],
    ]);
    expect(run.outputs.verdict).toBe("fail");
    expect(JSON.parse(run.outputs.tickets ?? "")).toEqual(["TASK-7", `acme/shop#${issue}`, "acme/shop#42"]);
    expect([run.exported, run.paths, run.state]).toEqual([{}, [], {}]);
    expect(new Set(run.masks)).toEqual(new Set([JOB_TOKEN, "sig-0123456789abcdef0123456789abcdef"]));
    const lines = run.raw.split(/\r\n|\r|\n/);
    const commands = lines.filter((line) => /^\s*::(?!debug::|add-mask::)/.test(line));
    expect(commands).toHaveLength(6);
    expect(run.annotations.map(({ level, title, legacy }) => `${level} ${title} ${legacy}`).sort()).toEqual([
      "error golden-thread: reference-required false",
      ...Array(3).fill("error golden-thread: ticket-authorised false"),
      "warning golden-thread: spec-complete false",
      "warning golden-thread: spec-present false",
    ]);
    for (const line of lines.filter((one) => !one.startsWith("::debug::"))) expect(visible(line)).toBe(line);
    expect(lines.filter((line) => line.includes("##[") && !line.startsWith("::"))).toEqual([]);
  });

  test("by whoever reads the summary, the comment or the description", () => {
    demandInert(run.summary);
    const [comment = "", ...others] = one.comments();
    demandInert(comment.replace(/<!-- golden-thread:report -->$/, ""));
    expect([count(comment, "<!-- golden-thread:"), others]).toEqual([1, []]);
    const { body } = one.pull();
    expect(body.startsWith(BODY)).toBe(true);
    const block = body.slice(BODY.length);
    demandInert(block.replaceAll(/https:\/\/evil/g, ""));
    expect([
      count(block, "golden-thread:spec:begin v=1"),
      count(block, "<!-- golden-thread:spec:end"),
    ]).toEqual([...[1, 1]]);
  });

  test("by a spreadsheet", () => {
    const csv = readFileSync(join(audit(), "commits.csv"), "utf8");
    expect(csv).toContain("HYPERLINK");
    expect(csv).not.toMatch(/(?:^|,)"?[=+@-]/m);
    expect(visible(csv.replaceAll(/\r?\n/g, ""))).toBe(csv.replaceAll(/\r?\n/g, ""));
  });

  test.skipIf(noBrowser !== null)(`by a browser ${noBrowser ?? ""}`.trim(), async () => {
    const seen = await withPage(pathToFileURL(join(audit(), "report.html")), async (opened) => {
      const { page, complaints, requests } = opened;
      const dialogs: string[] = [];
      page.on("dialog", (dialog) => {
        dialogs.push(dialog.message());
        return dialog.dismiss();
      });
      await page.reload();
      const made = await page.locator("img, iframe, a[href^='javascript']").count();
      const scripts = await page.locator("script").allTextContents();
      return {
        made,
        scripts: scripts.map((script) => script.includes("alert")),
        dialogs,
        text: await page.innerText("body"),
        requests,
        complaints,
      };
    });
    expect(seen).toMatchObject({ made: 0, scripts: [false], dialogs: [], requests: [], complaints: [] });
    expect(seen.text).toContain("<script>alert(1)</script>");
  });
});

describe("the token gets out", () => {
  test("in the log, in a file that stays, or in what a child is called with", () => {
    const called = readFileSync(argv, "utf8");
    expect(called).toContain("fetch --quiet");
    const raw = run.raw.replace(`::add-mask::${JOB_TOKEN}\n`, "");
    const written = [...filesBelow(workspace), ...filesBelow(run.temp)];
    expect(written.length).toBeGreaterThan(20);
    const secrets = [JOB_TOKEN, `x-access-token:${JOB_TOKEN}`].flatMap((text) => [
      ...[text, Buffer.from(text).toString("base64"), encodeURIComponent(text)],
    ]);
    for (const secret of secrets)
      for (const text of [raw, called, run.summary, one.comments().join(), one.pull().body, ...written])
        expect(text.includes(secret)).toBe(false);
    expect(existsSync(join(workspace, "x"))).toBe(false);
  });
});

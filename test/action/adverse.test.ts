import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder, temporaryRepository } from "../git/repo.ts";
import type { ActionRun } from "./runner.ts";
import { type ActionScene, type Happening, openActionScene } from "./scene.ts";

const scenes: ActionScene[] = [];
async function scene(...args: Parameters<typeof openActionScene>): Promise<ActionScene> {
  const opened = await openActionScene(...args);
  scenes.push(opened);
  return opened;
}
afterAll(async () => {
  for (const one of scenes) await one.close();
});

/** An error that says what is the matter, on one annotation at most a cause, and nothing of how the program is built. */
function demandClear(run: ActionRun, exitCode: number, words: RegExp): void {
  expect(run.raw).not.toMatch(/\n\s+at |node:internal|Unhandled|chunks\//);
  const messages = run.annotations.map(({ message }) => message);
  expect(messages.join("\n")).toMatch(words);
  expect([run.exitCode, run.result, run.errors]).toEqual([exitCode, "failure", []]);
  expect(run.outputs.verdict).not.toBe("pass");
}

function fresh(fill: (folder: string) => void): string {
  const folder = temporaryFolder();
  fill(folder);
  return folder;
}

const aFile = (): string => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  return file;
};

describe("before anything is judged", () => {
  const cases: readonly (readonly [string, string, Happening, number, RegExp])[] = [
    [
      "the payload is not there",
      "pull_request",
      { env: { GITHUB_EVENT_PATH: "/none/event.json" } },
      2,
      /payload can't be read/,
    ],
    [
      "the payload is no JSON",
      "pull_request",
      { env: { GITHUB_EVENT_PATH: aFile() } },
      2,
      /payload can't be read/,
    ],
    [
      "the payload is another's",
      "pull_request",
      { event: { action: "x", pull_request: [] } },
      2,
      /no usable pull/,
    ],
    [
      "an event that nobody knows",
      "issue_comment",
      {},
      2,
      /issue_comment.*\n.*issue_comment\nwanted: pull_request/,
    ],
    [
      "an input that is misspelt",
      "pull_request",
      { env: { INPUT_PRESETS: "strict" } },
      2,
      /Did you mean preset\?/,
    ],
    [
      "an input's word",
      "pull_request",
      { inputs: { preset: "lenient" } },
      2,
      /found: lenient\nwanted: observe/,
    ],
    [
      "an artifact's name that is a command",
      "pull_request",
      { inputs: { "artifact-name": "##[set-output name=verdict]pass" } },
      2,
      /artifact-name can't be used/,
    ],
  ];
  test.each(cases)("%s", async (_, eventName, happening, exitCode, words) => {
    const [one = await scene()] = scenes;
    const { calls } = one.server.loopback;
    const before = calls.length;
    const run = await one.run(eventName, "opened", happening);
    demandClear(run, exitCode, words);
    expect(Object.keys(run.outputs)).toEqual([]);
    expect(calls.slice(before).filter(({ path }) => path.includes("/repos/"))).toEqual([]);
  });
});

describe("what a job stands on is not what it should be", () => {
  test("no clone, a broken one, another repository's, no room, an event of 30 MB", async () => {
    const other = temporaryRepository();
    other.commit("Elsewhere", { "golden-thread.yml": "version: 1\npreset: observe\n" });
    other.git("remote", "add", "origin", "https://github.com/rival/shop");
    const broken = fresh((folder) => writeFileSync(join(folder, ".git"), "gitdir: /none\n"));
    const bare = fresh((folder) => mkdirSync(join(folder, ".git")));
    const one = await scene({ title: "Work", head: [{ message: "Work\n", files: { "a.js": "1\n" } }] });
    const places = [other.root, broken, bare].map((GITHUB_WORKSPACE) => ({ env: { GITHUB_WORKSPACE } }));
    for (const happening of [
      ...places,
      { event: { ...one.event("pull_request"), filler: "x".repeat(30_000_000) } },
    ]) {
      const run = await one.run("pull_request", "opened", happening);
      expect([run.exitCode, run.outputs.verdict]).toEqual([1, "fail"]);
      expect(one.comments().join()).toContain("Judged by the policy of `main` (standard");
    }
    const full = await one.run("pull_request", "opened", { env: { RUNNER_TEMP: aFile() } });
    demandClear(full, 4, /RUNNER_TEMP|written|folder/);
  });

  test("the first push to a repository that was empty is judged by the law that it brings", async () => {
    const one = await scene({ base: { "golden-thread.yml": "version: 1\npreset: observe\n" } });
    const after = one.objects.resolve("refs/heads/main");
    demandClear(await one.run("push", "", { push: { before: null, after } }), 3, /main itself is new/);
  });

  test("nothing to take outputs and summary", async () => {
    const one = await scene({ title: "Work", head: [{ message: "Work\n" }] });
    const run = await one.run("pull_request", "opened", {
      env: { GITHUB_OUTPUT: "", GITHUB_STEP_SUMMARY: "" },
    });
    expect([run.exitCode, run.outputs, run.warnings, run.summary]).toEqual([1, {}, [], ""]);
  });
});

describe("GitHub does not answer as it should", () => {
  test("refused, a dead token, no quota left, errors for good: a verdict all the same, or a wait without end", async () => {
    const one = await scene();
    const refused = one.run("pull_request", "opened", { env: { GITHUB_API_URL: "http://127.0.0.1:9" } });
    const dead = one.run("pull_request", "opened", {
      inputs: { "github-token": "ghs_deaddeaddeaddeaddead" },
    });
    demandClear(await refused, 3, /pull request may be merged is not known|ECONNREFUSED/);
    demandClear(await dead, 3, /does not accept the credential[\s\S]*fix: .*github-token/);
    one.limit(0);
    demandClear(await one.run("pull_request"), 3, /limit|quota/);
    one.limit(1000);
    one.server.loopback.always = {
      status: 500,
      json: { message: "::error::x ##[error]y \u202E" },
      headers: { "retry-after": "0" },
    };
    const broken = await one.run("pull_request");
    demandClear(broken, 3, /500/);
    expect(broken.annotations.every(({ legacy }) => !legacy)).toBe(true);
    one.server.loopback.always = null;
  });

  test("errors that pass cost the verdict, or an error's text is obeyed", async () => {
    const one = await scene();
    const words = "::set-output name=verdict::pass\n##[error]x\r::error::y</details>@everyone";
    let errors = 2;
    one.server.loopback.onCall = ({ method, path }) => {
      if (/\/pulls\/\d+$/.test(path) && errors-- > 0) return { status: 502, text: words };
      return method === "POST" && path.endsWith("/comments")
        ? { status: 422, json: { message: words } }
        : null;
    };
    one.artifacts.loopback.onCall = () => ({ status: 403, json: { code: "denied", msg: words } });
    const run = await one.run("pull_request", "opened", { inputs: { comment: "always" } });
    expect([run.exitCode, run.outputs.verdict]).toEqual([0, "pass"]);
    expect(new Set(run.annotations.map(({ level, legacy }) => `${level} ${legacy}`))).toEqual(
      new Set(["warning false"]),
    );
    expect([run.errors, run.warnings, run.outputs["artifact-id"]]).toEqual([[], [], ""]);
    expect(run.summary).toMatch(/The audit was not uploaded[\s\S]*Not done\\: the comment/);
    expect(run.summary).not.toMatch(/(?<!\\)<\/details>|(?<!\\)@everyone/);
  });
});

describe("sizes that nobody expects", () => {
  test("a message of a megabyte, a title of 256 characters, a branch of 5,000", async () => {
    const one = await scene({
      title: `#42 ${"x".repeat(252)}`,
      head: [
        { message: `Work (#42)\n\n${`${"word ".repeat(15)}\n`.repeat(14_000)}`, files: { "a.js": "1\n" } },
      ],
    });
    Object.assign(one.pull(), { branch: "b".repeat(5000) });
    const run = await one.run("pull_request", "opened", { inputs: { comment: "always" } });
    expect([run.exitCode, run.outputs.verdict, run.errors]).toEqual([0, "pass", []]);
    expect(run.summary.length).toBeGreaterThan(100);
    expect(one.comments()).toHaveLength(1);
    expect(one.problems()).toEqual([]);
  });
});

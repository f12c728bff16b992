import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../git/repo.ts";
import { pairsIn } from "./commands.ts";
import { actionNode } from "./node.ts";
import { type ActionRun, type ActionStep, runAction } from "./runner.ts";

const TOKEN = "ghs_secretsecretsecretsecretsecretse0001";

const METADATA = `name: Fixture
description: A fixture
inputs:
  github-token: { description: The token, default: "\${{ github.token }}" }
  two words: { description: Blanks become underscores, default: "no" }
  old: { description: Gone, deprecationMessage: "use two words" }
runs: { using: node24, main: main.cjs }
`;

/** Runs a script of one line as an action; what it left is read, and its folder gone. */
async function ran(script: string, more: Partial<ActionStep> = {}): Promise<ActionRun> {
  const action = temporaryFolder();
  const workspace = join(action, "work");
  mkdirSync(workspace);
  writeFileSync(join(action, "action.yml"), METADATA);
  writeFileSync(join(action, "main.cjs"), script);
  const servers = { site: "https://github.com", api: "https://api.github.com", graphql: "", runtime: {} };
  const run = await runAction({
    ...{ event: { action: "opened" }, eventName: "pull_request", workspace, servers, token: TOKEN, action },
    ...more,
  });
  run.remove();
  return run;
}

const say = (text: string, stream = "stdout") => `process.${stream}.write(${JSON.stringify(text)});`;

describe(`what a program prints is taken for commands wherever the runner would (${actionNode.label})`, () => {
  test.each(["stdout", "stderr"])(
    "the old form in the middle of a commit's subject, on %s",
    async (stream) => {
      const { outputs, annotations, warnings } = await ran(
        say("Checking: fix ##[set-output name=result]pass\ntitle\n::warning::x\n", stream),
      );
      expect(outputs).toEqual({ result: "pass" });
      expect(annotations).toMatchObject([{ level: "warning", message: "x", legacy: false }]);
      expect(warnings).toEqual(["The `set-output` command is deprecated"]);
    },
  );

  test.each([
    ["behind blanks", "  \t::error title=a%2Cb,file=x%3Ay::1%0A2%25\n", "1\n2%"],
    ["after a lone carriage return", "fine\r::error title=a%2Cb,file=x%3Ay::1%0A2%25\n", "1\n2%"],
    ["without a line's end", "::error title=a%2Cb,file=x%3Ay::1%0A2%25", "1\n2%"],
  ])("a command %s", async (_, text, message) => {
    const { annotations } = await ran(say(text));
    expect(annotations).toMatchObject([{ level: "error", title: "a,b", file: "x:y", message }]);
  });

  test.each([
    ["text before it", "so ::error::no\n"],
    ["an unknown name", "::erro::no\n##[erro]no\n"],
    ["an arrow without its bracket", "##[error no\n"],
    ["a blank inside the colons", ": :error::no\n"],
  ])("no command: %s", async (_, text) => {
    const { annotations, log } = await ran(say(text));
    expect(annotations).toEqual([]);
    expect(log.join("\n")).toBe(text.trimEnd());
  });

  test("stopped commands stay text until their token comes back, on both streams", async () => {
    const run = await ran(
      [
        say("::stop-commands::0123456789\n::error::one\n::warning::two\n"),
        `setTimeout(() => { ${say("##[set-output name=a]b\n", "stderr")} }, 100);`,
        `setTimeout(() => { ${say("::0123456789::\n::notice::three\n")} }, 200);`,
      ].join("\n"),
    );
    expect(run.annotations).toMatchObject([{ level: "notice", message: "three" }]);
    expect(run.outputs).toEqual({});
    expect(run.log.join("\n")).toContain("::error::one");
    expect(run.log).toContain("::***::");
  });

  test("a token that is none, or a command's name, stops nothing and fails the step", async () => {
    const { annotations, result, errors } = await ran(say("::stop-commands::error\n::error::still\n"));
    expect(annotations).toHaveLength(1);
    expect([result, errors]).toEqual(["failure", ["Invalid stop token 'error'"]]);
  });

  test("the eleventh annotation of a level is only logged, and a long one is cut", async () => {
    const lines = Array.from({ length: 12 }, (_, at) => `::notice::${at}${"x".repeat(5000)}\n`);
    const { annotations, dropped } = await ran(say(`${lines.join("")}::error::e\n`));
    expect(annotations.map(({ level }) => level)).toEqual([...Array(10).fill("notice"), "error"]);
    expect([dropped, annotations[0]?.message.length]).toEqual([2, 4096]);
  });

  test("variables and paths can't be set by commands", async () => {
    const { result, errors, exported } = await ran(say("::set-env name=A::1\n::add-path::/x\n"));
    expect([result, errors.length, exported]).toEqual(["failure", 2, {}]);
  });
});

describe("what a step leaves is read as the runner reads it", () => {
  const append = (name: string, text: string) =>
    `require("fs").appendFileSync(process.env.GITHUB_${name}, ${JSON.stringify(text)});`;

  test("secrets are masked in the log and the summary, line by line, and told apart from what was written", async () => {
    const run = await ran(
      say(`::add-mask::first%0Asecond\n::add-mask::\nsecond and ${TOKEN}\n`) +
        append("STEP_SUMMARY", `a first b\n${TOKEN}\n`),
    );
    expect(run.masks).toEqual(["first\nsecond"]);
    expect(run.log).toEqual(["*** and ***"]);
    expect(run.summary).toBe("a *** b\n***\n");
    expect(run.raw).toContain(TOKEN);
    expect(run.warnings).toEqual(["Can't add secret mask for empty string"]);
  });

  test("a summary over 1 MiB is dropped whole, and the step goes on", async () => {
    const script = `require("fs").writeFileSync(process.env.GITHUB_STEP_SUMMARY, "x".repeat(${1024 * 1024 + 1}));`;
    const { summary, errors, result } = await ran(script);
    expect([summary, errors.length, result]).toEqual(["", 1, "success"]);
  });

  test("a delimiter that never comes fails the step", async () => {
    const { result, errors, outputs } = await ran(append("OUTPUT", "a=1\nb<<END\nx\n"));
    expect([result, outputs]).toEqual(["failure", {}]);
    expect(errors.join()).toContain("Matching delimiter not found 'END'");
  });

  test("values keep their lines, and what looks like a pair inside of one is none", () => {
    const text = "a=1=2\n\nb<<E\nx=1\ny<<z\n\nE\nc=\n";
    expect(pairsIn(text)).toEqual({ a: "1=2", b: "x=1\ny<<z\n", c: "" });
    expect(() => pairsIn("=1\n")).toThrow("Name must not be empty");
    expect(() => pairsIn("alone\n")).toThrow("Invalid format 'alone'");
  });

  test("inputs get their defaults and their names, and those that are none are told", async () => {
    const script = `console.log(JSON.stringify(process.env));`;
    const run = await ran(script, { inputs: { old: "1", typo: "x" } });
    const env = JSON.parse(run.raw);
    expect(env).toMatchObject({
      "INPUT_GITHUB-TOKEN": TOKEN,
      INPUT_TWO_WORDS: "no",
      INPUT_OLD: "1",
      INPUT_TYPO: "x",
      GITHUB_EVENT_NAME: "pull_request",
    });
    expect(env.GITHUB_TOKEN).toBeUndefined();
    expect(run.warnings).toEqual([
      "Unexpected input(s) 'typo', valid inputs are ['github-token', 'two words', 'old']",
      "use two words",
    ]);
  });

  test("an exit code fails the step, and a file of the event may be missing", async () => {
    const script = `process.exitCode = require("fs").existsSync(process.env.GITHUB_EVENT_PATH) ? 0 : 3;`;
    expect((await ran(script)).result).toBe("success");
    expect(await ran(script, { event: undefined })).toMatchObject({ exitCode: 3, result: "failure" });
  });
});

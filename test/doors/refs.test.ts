import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../git/repo.ts";
import { exampleRepository, shell } from "./built.ts";

const repo = exampleRepository();
const options = { cwd: repo.root, env: repo.env };

function rows(input: string): {
  readonly code: number;
  readonly answers: readonly unknown[];
  readonly stderr: string;
} {
  const { code, stdout, stderr } = shell("golden-thread refs --jsonl", { ...options, input });
  const answers = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
  return { code, answers, stderr };
}

const row = (id: unknown, text: string, more: object = {}) =>
  JSON.stringify({ id, kind: "commit", text, providers: { github: "o/r" }, ...more });

describe("rows", () => {
  test("each row is answered in its own configuration", () => {
    const input = [
      row(1, "Fix #12"),
      row("two", "task-007", { kind: "branch", providers: { tasks: ["TASK"] } }),
      row(3, "# AB#3\nx", { kind: "commit-msg", commentChar: ";", providers: { azure: true, jira: false } }),
      row(4, "x = 1 #5", { kind: "source", path: "a.py" }),
      "",
      row(5, "none"),
    ].join("\n");
    expect(rows(input)).toEqual({
      code: 0,
      stderr: "",
      answers: [
        { id: 1, found: [{ provider: "github", id: "o/r#12", start: 4, end: 7, role: "closes" }] },
        { id: "two", found: [{ provider: "tasks", id: "TASK-7", start: 0, end: 8, role: "mentions" }] },
        { id: 3, found: [{ provider: "azure", id: "3", start: 2, end: 6, role: "mentions" }] },
        { id: 4, found: [] },
        { id: 5, found: [] },
      ],
    });
  });

  test("a row that can't be read is told with its line, and the others are answered", () => {
    const bad = [
      "{",
      "[]",
      row(undefined, "x"),
      row(1, "x", { kind: "mail" }),
      row(1, "x", { text: 7 }),
      row(1, "x", { providers: null }),
      row(1, "x", { providers: { jira: 7 } }),
      row(1, "x", { providers: { trello: true } }),
      row(1, "x", { providers: { github: "no slash" } }),
    ];
    const { code, answers, stderr } = rows([...bad, row(9, "#9")].join("\n"));
    expect({ code, answers }).toMatchObject({ code: 2, answers: [{ id: 9 }] });
    expect(stderr.match(/^line \d+:/gm)).toEqual(bad.map((_, index) => `line ${index + 1}:`));
  });

  test("thousands of rows pass through", () => {
    const input = Array.from({ length: 5000 }, (_, index) => row(index, `Fix #${index + 1} é😀`)).join("\n");
    const { code, answers } = rows(input);
    expect({ code, count: answers.length, last: answers.at(-1) }).toMatchObject({
      code: 0,
      count: 5000,
      last: { id: 4999, found: [{ id: "o/r#5000" }] },
    });
  });

  test("rows of a file are read", () => {
    repo.write("rows.jsonl", `${row(1, "#1")}\n`);
    expect(shell("golden-thread refs --jsonl rows.jsonl", options)).toMatchObject({ code: 0 });
    expect(shell("golden-thread refs --jsonl none.jsonl", options)).toMatchObject({ code: 2 });
  });
});

describe("one text", () => {
  test("the policy of the repository says what counts", () => {
    const { code, stdout } = shell("golden-thread refs -", {
      ...options,
      input: "Count (TASK-1)\n\nRefs: TASK-2, PROJ-3\n",
    });
    const cells = stdout.trimEnd().split("\n");
    expect({ code, cells: cells.map((line) => line.split(/ {2,}/)) }).toEqual({
      code: 0,
      cells: [
        ["1:8", "tasks", "TASK-1", "subject", "mentions"],
        ["3:7", "tasks", "TASK-2", "trailer", "mentions"],
      ],
    });
  });

  test("named providers need no repository", () => {
    const outside = { cwd: temporaryFolder(), env: repo.env };
    const line = "golden-thread refs --provider jira=PROJ,OPS --provider azure --json";
    const { code, stdout } = shell(line, { ...outside, input: "PROJ-1 OPS-2 AB#3 #4" });
    expect({ code, answer: JSON.parse(stdout) }).toMatchObject({
      code: 0,
      answer: { kind: "refs", found: [{ id: "PROJ-1", place: "subject" }, { id: "OPS-2" }, { id: "3" }] },
    });
    expect(shell("golden-thread refs -", outside)).toMatchObject({ code: 2 });
  });

  test("a source file is read by its name's language", () => {
    repo.write("cart.py", "x = 1 #12\n# see #13\n");
    const { stdout } = shell("golden-thread refs cart.py --kind source --provider github=o/r", options);
    expect(stdout.split(/\s+/).slice(0, 4)).toEqual(["2:7", "github", "o/r#13", "file"]);
  });

  test.each([
    "golden-thread refs --kind mail -",
    "golden-thread refs --provider trello -",
    "golden-thread refs --provider github=x -",
    "golden-thread refs --nonsense",
    "golden-thread refs a b",
    "golden-thread refs --jsonl --tree",
    "golden-thread refs --tree no-such-branch",
  ])("%s is refused", (line) => {
    expect(shell(line, options)).toMatchObject({ code: 2 });
  });
});

describe("a tree", () => {
  test("tracked files are scanned, and no others", () => {
    const own = exampleRepository();
    own.commit("files", {
      "src/a.js": "// see PROJ-1\nlet a;\n",
      "src/ö b.py": "#12\n# fixes PROJ-2\n",
      "data.bin": Buffer.from("PROJ-3\0"),
    });
    own.write("untracked.js", "// PROJ-4\n");
    const at = { cwd: own.path("src"), env: own.env };
    const { code, stdout } = shell("golden-thread refs --tree --provider jira=PROJ", at);
    expect({ code, lines: stdout.trimEnd().split("\n").sort() }).toEqual({
      code: 0,
      lines: ["src/a.js:1:8  jira  PROJ-1", "src/ö b.py:2:9  jira  PROJ-2"],
    });
    own.commit("gone", { "src/a.js": "let a;\n" });
    const earlier = shell("golden-thread refs --tree HEAD~1 --provider jira=PROJ --json", at);
    expect(JSON.parse(earlier.stdout)).toMatchObject({
      kind: "refs",
      files: [
        { path: "src/a.js", found: [{ id: "PROJ-1" }] },
        { path: "src/ö b.py", found: [{ id: "PROJ-2" }] },
      ],
      skipped: [],
    });
  });
});

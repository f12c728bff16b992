import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanMessage, parseMessage, placeAt, scissorsAt } from "../../src/references/message.ts";
import { temporaryRepository } from "../git/repo.ts";

const repo = temporaryRepository();
const SCISSORS = "------------------------ >8 ------------------------";

/** Lines that meet every branch of git's rules for trailers and tidying. */
const LINES = [
  "",
  "",
  "Tidy the list",
  "Refs: PROJ-1",
  "Refs : PROJ-2",
  "Refs:",
  "Signed-off-by: Ada <ada@example.com>",
  "(cherry picked from commit 0a1b2c3d)",
  " continued",
  "\tcontinued",
  "no trailer here",
  "https://example.org/x",
  "# comment",
  "#12 is text",
  "[ada: changed]",
  "Conflicts:",
  "\tsrc/a.c",
  "trailing blanks  \t",
  "   ",
  "\r",
  "; other",
  `# ${SCISSORS}`,
  `; ${SCISSORS}`,
] as const;

const messages = fc.array(fc.constantFrom(...LINES), { maxLength: 12 }).map((lines) => lines.join("\n"));
const stored = messages.map((message) => cleanMessage(message, { mode: "whitespace", commentString: "#" }));

function slice(
  message: string,
  span: { readonly start: number; readonly end: number } | null,
): string | null {
  return span === null ? null : message.slice(span.start, span.end);
}

describe("a message is taken apart as git does", () => {
  test("trailers are those that git finds", () => {
    fc.assert(
      fc.property(stored, (message) => {
        const ran = repo.run(["interpret-trailers", "--parse", "--no-divider"], { input: message });
        const ours = parseMessage(message).trailers.map(({ key, value }) => `${key}: ${value}`);
        expect(ours.map((line) => line.trim())).toEqual(
          ran.stdout === "" ? [] : ran.stdout.split("\n").map((line) => line.trim()),
        );
      }),
      { numRuns: 80 },
    );
  });

  test.each([
    ["Tidy", "Tidy", null, null],
    ["Tidy\n", "Tidy", null, null],
    ["Tidy\nit all\n\nBody\n", "Tidy\nit all", "Body", null],
    ["\n\nTidy\n\nBody\n\nmore\n", "Tidy", "Body\n\nmore", null],
    ["Tidy\n\nRefs: A-1\n", "Tidy", null, "Refs: A-1"],
    ["Tidy\n\nBody\n\nRefs: A-1\nFixes: A-2\n", "Tidy", "Body", "Refs: A-1\nFixes: A-2"],
    ["Refs: A-1\n", "Refs: A-1", null, null],
    ["", "", null, null],
    ["\n\n", "", null, null],
  ])("%j", (message, subject, body, block) => {
    const parts = parseMessage(message);
    expect([
      slice(message, parts.subject),
      slice(message, parts.body),
      slice(message, parts.trailerBlock),
    ]).toEqual([subject, body, block]);
  });

  test("every offset has its place", () => {
    const message = "Tidy A-1\n\nsee A-2\n\nRefs: A-3\n";
    const parts = parseMessage(message);
    expect(["A-1", "A-2", "A-3"].map((id) => placeAt(parts, message.indexOf(id)))).toEqual([
      "subject",
      "body",
      "trailer",
    ]);
  });

  test("a trailer's continuation is part of its value and its span", () => {
    const message = "Tidy\n\nRefs: A-1,\n A-2\nSigned-off-by: A <a@b.c>\n";
    const [refs] = parseMessage(message).trailers;
    expect(refs?.value).toBe("A-1, A-2");
    expect(message.slice(refs?.start, refs?.end)).toBe("Refs: A-1,\n A-2");
  });
});

describe("a message is tidied as git does", () => {
  test.each([
    ["whitespace", ["stripspace"]],
    ["strip", ["stripspace", "--strip-comments"]],
  ] as const)("%s", (mode, args) => {
    fc.assert(
      fc.property(messages, (message) => {
        const theirs = repo.run(args, { input: message }).stdout;
        const ours = cleanMessage(message, { mode, commentString: "#", cut: false });
        expect(ours.replace(/\n$/, "")).toBe(theirs);
      }),
      { numRuns: 80 },
    );
  });

  test("a commit made in the editor stores what the mode strip gives", () => {
    const raw = `\n#12 x\nTidy  \n\n\n\nBody\n# On branch main\n# ${SCISSORS}\n+ diff #3\n`;
    repo.write("message", raw);
    repo.commit("first", { file: "1" });
    const edited = ["-c", "core.editor=true", "commit", "--quiet", "--allow-empty", "--edit"];
    repo.git(...edited, "--cleanup=scissors", "-F", repo.path("message"));
    expect(`${repo.git("log", "-1", "--format=%B").trimEnd()}\n`).toBe(
      cleanMessage(raw, { mode: "scissors", commentString: "#" }),
    );
    expect(cleanMessage(raw, { mode: "strip", commentString: "#" })).toBe("Tidy\n\nBody\n");
    expect(cleanMessage(raw, { mode: "verbatim", commentString: "#" })).toBe(raw);
  });

  test.each([
    [`a\n# ${SCISSORS}\nb`, "#", 2],
    [`# ${SCISSORS}\nb`, "#", 0],
    [`a\n# ${SCISSORS}`, "#", 2],
    [`a\n#${SCISSORS}\n`, "#", null],
    [`a # ${SCISSORS}\n`, "#", null],
    [`a\n// ${SCISSORS}\n`, "//", 2],
  ])("the scissors line of %j", (raw, comment, at) => {
    expect(scissorsAt(raw, comment)).toBe(at ?? raw.length);
  });
});

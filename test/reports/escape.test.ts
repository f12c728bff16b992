import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clip,
  commandData,
  commandProperty,
  csvField,
  html,
  markdown,
  markdownCode,
  shellCommand,
  terminal,
  terminalLines,
  visible,
} from "../../src/reports/escape.ts";

const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u061c]|\p{Cs}/u;

/** Text with far more of what hurts than chance would give. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        "\u001b[2J",
        "\r",
        "\n",
        "\r\n",
        "\u2028",
        "\u202e",
        "\u200b",
        "::",
        ":::",
        "##[",
        "##vso[",
        "##teamcity[",
        "::error::x",
        "#",
        "`",
        "|",
        "<script>",
        "@alice",
        "=1+1",
        "'",
        '"',
        "%0A",
        ",",
        ":",
        "\\",
        " ",
        "<!--",
        "-->",
        "…",
        "👩‍💻",
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("no character that moves a cursor, hides or reorders text gets through", () => {
  const forms: readonly (readonly [string, (text: string) => string])[] = [
    ["visible", visible],
    ["terminal", (text) => terminal(text)],
    ["terminal, cut", (text) => terminal(text, 9)],
    ["shell", (text) => shellCommand(["git", text])],
    ["html", html],
    ["markdown", markdown],
    ["markdown code", markdownCode],
    ["csv", csvField],
    ["command data", commandData],
    ["command property", commandProperty],
  ];
  test.each(forms)("%s", (_name, escaped) => {
    fc.assert(fc.property(hostile, (text) => !UNSAFE.test(escaped(text))));
  });
  test("lines keep their line feeds and tabs, and nothing else", () => {
    fc.assert(fc.property(hostile, (text) => !UNSAFE.test(terminalLines(text).replace(/[\n\t]/gu, ""))));
  });
});

describe("a log line is never a command of the CI runner that shows it", () => {
  test("neither at a line's start nor where wrapping would put one", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = terminal(text);
        expect(line).not.toMatch(/##(\[|vso\[|teamcity\[)/iu);
        expect(line).not.toMatch(/(^|\s)::/u);
      }),
    );
  });
  test.each([
    ["::set-output name=a::b", ": :set-output name=a::b"],
    ["fix ::error::x", "fix : :error::x"],
    [":::", ": : :"],
    ["###[group]", "## #[group]"],
    ["##VSO[task.setvariable]x", "# #VSO[task.setvariable]x"],
    ["std::vector", "std::vector"],
  ])("%s", (text, line) => {
    expect(terminal(text)).toBe(line);
  });
});

describe("what is shown stays readable", () => {
  test.each([
    ["a\u001b[31mb", "a\\x1b[31mb"],
    ["a\r\nb", "a\\r\\nb"],
    ["\u202egnp.exe", "\\u{202e}gnp.exe"],
    ["Grüße, 世界 ❤️", "Grüße, 世界 ❤️"],
    ["half \ud83d", "half \\u{d83d}"],
  ])("%j", (text, line) => {
    expect(visible(text)).toBe(line);
  });
  test("cut by code points, never inside one", () => {
    expect(clip("👍👍👍👍", 3)).toBe("👍👍…");
    expect(clip("👍👍👍", 3)).toBe("👍👍👍");
    fc.assert(
      fc.property(
        hostile,
        fc.nat(20),
        (text, limit) => Array.from(clip(text, limit)).length <= Math.max(limit, 1),
      ),
    );
  });
});

describe("each target's own syntax is dead", () => {
  test("HTML holds no tag and ends no attribute", () => {
    fc.assert(fc.property(hostile, (text) => !/[<>"'`]|&(?!(amp|lt|gt|quot|#39|#96);)/u.test(html(text))));
  });
  test("Markdown notifies nobody, links nothing and breaks no table", () => {
    expect(markdown("@alice #1 a|b <b>")).toBe("\\@<!-- -->alice \\#<!-- -->1 a\\|b \\<b\\>");
    fc.assert(
      fc.property(
        hostile,
        (text) => !/(^|[^\\])(\\\\)*[|`*_[\]<]/u.test(markdown(text).replaceAll("<!-- -->", "")),
      ),
    );
  });
  test("a code span is closed by its own fence alone", () => {
    expect(markdownCode("a``b`")).toBe("``` a``b` ```");
    fc.assert(
      fc.property(hostile, (text) => {
        const span = markdownCode(text);
        const fence = /^`+/u.exec(span)?.[0] ?? "";
        const runs = Array.from(
          span.slice(fence.length, -fence.length).matchAll(/`+/gu),
          (run) => run[0].length,
        );
        expect(span.endsWith(fence)).toBe(true);
        expect(runs).not.toContain(fence.length);
      }),
    );
  });
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", '"=1', "＝1"])(
    "a spreadsheet does not calculate %j",
    (text) => {
      expect(csvField(text)).toMatch(/^"'/u);
    },
  );
  test("a CSV field is one field", () => {
    fc.assert(fc.property(hostile, (text) => /^"([^"]|"")*"$/u.test(csvField(text))));
    expect(csvField(-1)).toBe("-1");
  });
  test("a workflow command has no second line and no second property", () => {
    fc.assert(fc.property(hostile, (text) => !/[\r\n]|%(?!25|0A)/u.test(commandData(text))));
    fc.assert(fc.property(hostile, (text) => !/[\r\n:,]|%(?!25|3A|2C)/u.test(commandProperty(text))));
  });
  test("a command to copy runs with the words that it shows", () => {
    expect(shellCommand(["git", "commit", "-m", "it's $(rm -rf ~)"])).toBe(
      "git commit -m 'it'\\''s $(rm -rf ~)'",
    );
    expect(shellCommand(["git", ""])).toBe("git ''");
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScanConfig } from "../../src/core/reference.ts";
import { relevantPart } from "../../src/hook/relevant-part.ts";
import { storedForms } from "../../src/hook/stored-forms.ts";
import { compileScanner } from "../../src/references/scan.ts";

const CONFIGS: readonly ScanConfig[] = [
  { tasks: ["TASK"] },
  { tasks: ["TASK"], jira: true },
  { tasks: ["TASK"], github: "o/r" },
  { gitlab: "g/p", linear: ["ENG"], azure: true, clickup: true, notion: true },
];

const piece = fc.constantFrom(
  ...'TASK-1|TASK-2 |#1 |AB#3 |ENG-4|PROJ-5|`|``|```\n|~~~\n|<code>|</code>|<a href="x">|</a>|<!-- |-->|[|](x)|]: https://x.test/\n|https://x.test/browse/PROJ-6|\n|\n\n|  \n|# |#x\n|> |word |é|.5|_| at f (x:1)|closes '.split(
    "|",
  ),
  "# ------------------------ >8 ------------------------\n",
  "<!-- golden-thread:spec:begin v=1 -->",
  "<!-- golden-thread:spec:end -->",
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
/** Long, and mostly without ids, as a huge message is. */
const filler = fc
  .tuple(
    fc.constantFrom("A-", "`", "x `y` z\n", "[a](b) ", "<", "</code>", "word \n", "\n", "~~~\n", "```\n"),
    fc.nat(3),
  )
  .map(([unit, lines]) => "\n".repeat(lines) + unit.repeat(Math.ceil(20_000 / unit.length)));

test("finds in the part of a huge message what is found in all of it, however git stores it", {
  timeout: 300_000,
}, () => {
  let shortened = 0;
  fc.assert(
    fc.property(fc.constantFrom(...CONFIGS), text, filler, text, (config, start, middle, end) => {
      const raw = `${start}${middle}${end.replace(/[A-Z#]|x\.test/g, "-")}`;
      const scan = compileScanner(config);
      const part = relevantPart(raw, scan.hint, config);
      if (part.length < raw.length) shortened += 1;
      const ids = (message: string) =>
        storedForms(message, "#").map((form) => scan(form, "commit").map(({ id, start: at }) => [id, at]));
      const whole = ids(raw);
      // Comments or scissors below may give the whole message further forms; none may have other references.
      const parts = ids(part).map((one) => JSON.stringify(one));
      expect(new Set(parts)).toEqual(new Set(whole.map((one) => JSON.stringify(one))));
    }),
    { numRuns: 1_500 },
  );
  expect(shortened).toBeGreaterThan(150);
});

const word = fc.constantFrom(
  ..."TASK-1|TASK-2|TASK-02,TASK-3|(TASK-4)|xTASK-5|TASK-6_|TASK-7.1|éTASK-8|https://x.test/TASK-9|PROJ-5|PROJ-5.1|word|-|#1".split(
    "|",
  ),
);
const blank = fc.constantFrom(" ", "  ", "\t", "\n", "\n\n", "\n# ");
const words = fc.array(fc.tuple(word, blank, fc.nat(900)), { minLength: 4, maxLength: 24 });

test("finds the ids of a huge message that names many, each where it may count", () => {
  let shortened = 0;
  fc.assert(
    fc.property(fc.constantFrom(...CONFIGS.slice(0, 2)), words, (config, runs) => {
      const raw = runs.map(([one, between, count]) => `${one}${between}`.repeat(count)).join("");
      const scan = compileScanner(config);
      const part = relevantPart(raw, scan.hint, config);
      if (part.length < raw.length) shortened += 1;
      const idsOf = (message: string) => new Set(scan(message, "commit").map(({ id }) => id));
      const [whole = ""] = storedForms(raw, "#");
      const [cut = ""] = storedForms(part, "#");
      expect(idsOf(cut)).toEqual(idsOf(whole));
      if (part.length === raw.length) return;
      const head = part.slice(0, part.lastIndexOf("\n- "));
      expect(raw.startsWith(head)).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(shortened).toBeGreaterThan(150);
});

import type { Out } from "../core/ports.ts";
import { proseWidth, rows, wrap } from "../reports/layout.ts";
import { painter } from "../reports/paint.ts";
import { EXIT_CODES, examplesOf, flagsOf } from "./help.ts";
import type { CommandManual } from "./manual.ts";

/** Columns that a manual's text stands in from its headings. */
const INDENT = 4;

/** What of the environment golden-thread itself asks for. */
const ENVIRONMENT = [
  {
    label: "GOLDEN_THREAD_FORMAT=json",
    text: "hooks answer, and every command tells an error, as one JSON document (schema/report.schema.json)",
  },
  { label: "GOLDEN_THREAD_DEBUG=1", text: "an error comes with where in golden-thread it was met" },
  { label: "CI", text: "check and simulate judge as in CI, unless --place says otherwise" },
  { label: "NO_COLOR, FORCE_COLOR", text: "colours off, or on where standard output is no terminal" },
] as const;

/** Every command with all its forms, options and examples, laid out as a manual page is. */
export function* wholeManual(
  description: string,
  manuals: readonly CommandManual[],
  { color, columns }: Pick<Out, "color" | "columns">,
): Iterable<string> {
  const paint = painter(color);
  const block = (title: string, lines: readonly string[]): string =>
    `${paint.bold(title)}\n${lines.map((line) => `${" ".repeat(INDENT)}${line}`.trimEnd()).join("\n")}\n\n`;
  const prose = (text: string) => wrap(text, proseWidth(columns) - INDENT);
  const table = (list: readonly { label: string; text: string }[]) =>
    rows(list, { indent: 0, columns: columns - INDENT, label: (text) => text });
  yield block("NAME", prose(`golden-thread: ${description}`));
  yield block("SYNOPSIS", manuals.flatMap(synopsis));
  for (const manual of manuals) {
    const { name, summary, details, options } = manual;
    const does = options.map((option) => ({ label: flagsOf(option), text: option.does }));
    const parts = [
      [...prose(summary)],
      [...synopsis(manual)],
      [...prose(details)],
      [...table(does)],
      ["Examples, each after its exit code:", ...examplesOf(manual, columns - INDENT)],
    ].filter((part) => part.length > 0);
    yield block(
      `COMMAND ${name}`,
      parts.flatMap((part, index) => (index === 0 ? part : ["", ...part])),
    );
  }
  yield block("ENVIRONMENT", table(ENVIRONMENT));
  yield block("EXIT STATUS", prose(EXIT_CODES.trim().split("\n", 1)[0] ?? ""));
}

function synopsis({ name, forms }: CommandManual): readonly string[] {
  return forms.map((form) => `golden-thread ${name} ${form}`.trimEnd());
}

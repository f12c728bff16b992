import { proseWidth, rows, wrap } from "../reports/layout.ts";
import type { CommandManual, OptionManual } from "./manual.ts";

/** An option as commander and its help write it: `--format <NAME[=FILE]>`. */
export function flagsOf({ name, value }: OptionManual): string {
  return value === undefined ? `--${name}` : `--${name} <${value}>`;
}

/** What stands below a command's options: how it works, and examples that a test runs, each after its exit code. */
export function afterHelp(manual: CommandManual, columns: number): string {
  return [
    "",
    ...wrap(manual.details, proseWidth(columns)),
    "",
    "Examples, each after its exit code:",
    ...examplesOf(manual, columns),
  ].join("\n");
}

/** Each example after its exit code, with what it does below. */
export function examplesOf({ examples }: CommandManual, columns: number): readonly string[] {
  const table = examples.flatMap(({ run, does, exit }) => [
    { label: String(exit), text: run, whole: true },
    { label: "", text: does },
  ]);
  return rows(table, { indent: 2, columns, label: (text) => text });
}

/** The exit codes, which hold for every command. */
export const EXIT_CODES = `
Exit codes: 0 pass · 1 fail · 2 usage or set-up · 3 undecided (could not know) · 4 the gate itself failed

Help for one command: golden-thread COMMAND --help
The whole manual:     golden-thread --help --all
What to try first:    golden-thread demo`;

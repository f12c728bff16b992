/** An option as its help shows it. */
export interface OptionManual {
  readonly name: string;
  /** What its value is called in the help; left out: a switch. */
  readonly value?: string;
  /** All that the value can be, or can begin with, where that is a short list. */
  readonly values?: readonly string[];
  readonly does: string;
}

/** A command line that works, with the exit code that it has in the repository that the tests prepare. */
export interface ExampleManual {
  readonly run: string;
  readonly does: string;
  readonly exit: 0 | 1 | 2 | 3 | 4;
}

/** What the help of a command is made of, and what its arguments are held against. */
export interface CommandManual {
  readonly name: string;
  readonly summary: string;
  /** What follows the name, one line a form. */
  readonly forms: readonly string[];
  readonly details: string;
  readonly options: readonly OptionManual[];
  readonly examples: readonly ExampleManual[];
}

/** `--format` and its short form, for a command that answers with a report. `names`: the formats that it can be written in. */
export function formatOptions(names: readonly string[]): readonly OptionManual[] {
  const last = names.at(-1) ?? "";
  return [
    {
      name: "format",
      value: "NAME[=FILE]",
      values: names,
      does: `${names.slice(0, -1).join(", ")} or ${last}, to standard output or a file; may be repeated`,
    },
    { name: "json", does: "the same as --format json" },
  ];
}
